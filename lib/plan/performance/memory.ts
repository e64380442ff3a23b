import { bytesPerGiB } from '../units';
import { adapterBytes } from './adapters';
import { cacheBytesPerElement, sequenceBytes, sequenceCache } from './kv-cache';
import type { EngineSettings, ModelCopy } from './model-copy';
import { bytesPerParameter, publishedDtype, splitParameters } from './parameters';

/** How the memory of one GPU is used, in bytes unless a field says otherwise. */
export interface MemoryLedger {
  /** Memory the engine may use: visible memory times the utilisation setting. */
  readonly usable: number;
  /** Weights of the model. */
  readonly weights: number;
  /** LoRA adapters, every slot as large as the largest. */
  readonly adapters: number;
  /** Peak of temporary tensors while a full batch runs. */
  readonly activation: number;
  /** Captured CUDA graphs. */
  readonly cudaGraphs: number;
  /** CUDA context, communication buffers and fragmentation. */
  readonly overhead: number;
  /** Memory left for the KV cache; negative when the weights alone do not fit. */
  readonly kvCache: number;
  /** Cache of one more token of a long request. */
  readonly kvCachePerToken: number;
  /** Cache of one request of the given length. */
  readonly kvCachePerRequest: number;
  /** Tokens the cache holds in requests of the given length. */
  readonly kvTokens: number;
  /** Requests of the given length the cache holds at the same time. */
  readonly requests: number;
}

const mib = 2 ** 20;
/** Fraction of the memory a platform reports that the engine sees: vLLM logs 79.1 GiB where EC2 lists 81,920 MiB. */
const seen = 0.987;
/** Size of loaded weights relative to counted or published ones: 1.002 to 1.003 in three vLLM start-up logs, padding included. */
const loaded = 1.01;
/** CUDA context and library workspaces: 0.35 GiB in a vLLM start-up log of a small device, doubled for larger ones. */
const contextGib = 0.7;
/** Communication buffers of a group of GPUs (NCCL, custom all-reduce). */
const communicationGib = 0.9;
/**
 * Allocator fragmentation, as a fraction of the weights. Kernels of experts also keep sorted copies and quantisation
 * scratch: 0.07 leaves Qwen3-235B in fp8 on four H100 the 8.1 GiB of cache that its start-up log shows (with a cache
 * connector loaded).
 */
const fragmentation = { dense: 0.02, experts: 0.07 } as const;
/** CUDA graphs grow with the layers: about 0.5 GiB for 32. vLLM reserves them since 0.21. */
const cudaGraphMibPerLayer = 16;
/** The sampler holds logits, probabilities and a sorted copy in fp32. */
const samplerCopies = 3;

/**
 * The ledger of each GPU of a copy. It errs towards less cache than the engine reports, so a predicted fit fits.
 *
 * @param requestTokens - length of the requests to count, prompt and answer together
 */
export function memoryLedger(copy: ModelCopy, settings: EngineSettings, requestTokens: number): MemoryLedger {
  return memoryLedgers(copy, requestTokens)(settings);
}

/** Ledgers for several settings, on which most of a ledger does not depend. */
export function memoryLedgers(copy: ModelCopy, requestTokens: number): (settings: EngineSettings) => MemoryLedger {
  const weights = weightBytes(copy);
  const cudaGraphs = copy.model.layers * cudaGraphMibPerLayer * mib;
  const scratch = (copy.model.moe === undefined ? fragmentation.dense : fragmentation.experts) * weights;
  const overhead = (contextGib + (copy.tensorParallel > 1 ? communicationGib : 0)) * bytesPerGiB + scratch;
  const adapters = copy.adapters === undefined ? 0 : adapterBytes(copy, copy.adapters);
  const cache = sequenceCache(copy.model, copy.tensorParallel, cacheBytesPerElement(copy));
  const kvCachePerRequest = sequenceBytes(cache, requestTokens);
  return (settings) => {
    const usable = copy.accelerator.usableMiB * copy.acceleratorShare * mib * seen * settings.gpuMemoryUtilization;
    const activation = activationBytes(copy, settings);
    const kvCache = usable - weights - adapters - activation - cudaGraphs - overhead;
    const room = Math.max(0, kvCache);
    return {
      usable,
      weights,
      adapters,
      activation,
      cudaGraphs,
      overhead,
      kvCache,
      kvCachePerToken: cache.bytesPerToken,
      kvCachePerRequest,
      kvTokens: kvCachePerRequest === 0 ? 0 : Math.floor((room * requestTokens) / kvCachePerRequest),
      requests: kvCachePerRequest === 0 ? settings.maxNumSeqs : Math.floor(room / kvCachePerRequest),
    };
  };
}

/**
 * Weights on one GPU, in bytes: the published size when the format is the published one, else by bytes per parameter. The
 * output head stays in bf16 in every format: int8 Llama-3.1-70B then has 67.7 GiB, and vLLM logged 67.7.
 */
export function weightBytes(copy: ModelCopy): number {
  const { model, dtype, tensorParallel } = copy;
  const { expert, fixed, lookup } = splitParameters(model);
  const bytes = bytesPerParameter(dtype, model);
  const head = model.vocab * model.hidden * (bytes.lookup - bytes.fixed);
  const counted = expert * bytes.expert + fixed * bytes.fixed + lookup * bytes.lookup + head;
  const published = dtype === publishedDtype(model) ? (model.checkpointGiB ?? 0) * bytesPerGiB : 0;
  return (Math.max(published, counted) * loaded) / tensorParallel;
}

/**
 * Peak of temporary tensors in a step of the most tokens, in bytes. A dense block holds its gate, up and product (3 x
 * intermediate) and three copies of the hidden state: 110.6 kB a token for Llama-3.1-8B, where two vLLM start-up logs at
 * 20,000 and 29,000 tokens differ by 109.8. Experts hold the same once per chosen expert. The sampler copies the logits at
 * another moment, so the larger of the two counts.
 */
function activationBytes(copy: ModelCopy, settings: EngineSettings): number {
  const { model, tensorParallel } = copy;
  const dense = (3 * (model.intermediate ?? 3 * model.hidden)) / tensorParallel;
  const { moe } = model;
  const routed =
    moe === undefined
      ? 0
      : moe.topK *
        (Math.max((2 * moe.intermediate) / tensorParallel, model.hidden) + moe.intermediate / tensorParallel);
  const perToken = 2 * (3 * model.hidden + Math.max(dense, routed));
  const sampler = settings.maxNumSeqs * model.vocab * 4 * samplerCopies;
  return Math.max(perToken * settings.maxNumBatchedTokens, sampler);
}

/** Bytes as text in GiB. */
export function gibText(bytes: number): string {
  return `${(bytes / bytesPerGiB).toFixed(bytes < bytesPerGiB ? 2 : 1)} GiB`;
}
