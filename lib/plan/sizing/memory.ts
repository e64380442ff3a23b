import type { EngineSettings, ModelCopy } from './deployment';
import { cacheBytesPerElement, sequenceBytes, sequenceCache } from './kv-cache';
import { bytesPerParameter, publishedDtype, splitParameters } from './parameters';

/** Where the memory of one GPU goes. All figures are bytes unless they say otherwise. */
export interface MemoryLedger {
  /** What the engine may use: seen memory times the utilisation setting. */
  readonly usable: number;
  readonly weights: number;
  /** Peak of temporary tensors while a full batch runs. */
  readonly activation: number;
  readonly cudaGraphs: number;
  /** CUDA context, communication buffers and fragmentation. */
  readonly overhead: number;
  /** What is left for the cache; negative when the weights alone do not fit. */
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

const gib = 2 ** 30;
const mib = 2 ** 20;
/** Part of the memory a platform reports that the engine sees: vLLM logs 79.1 GiB where EC2 lists 81,920 MiB. */
const seen = 0.987;
/** Published files are about two per cent smaller than the loaded model, padding and scales included. */
const loadedPerPublished = 1.02;
/** CUDA context and library workspaces. vLLM start-up log: 0.35 GiB on one GPU, doubled for larger devices. */
const contextGib = 0.7;
/** Communication buffers of a group of GPUs (NCCL, custom all-reduce). */
const communicationGib = 0.9;
/** Allocator fragmentation and quantisation scratch, of the weights. */
const fragmentation = 0.015;
/** vLLM reserves graph memory since 0.21; measured starts lie between 0.3 and 0.9 GiB. */
const cudaGraphGib = 0.6;

/**
 * Bytes on each GPU of a copy. Errs towards less cache than the engine reports: what the ledger calls a fit, fits.
 *
 * @param requestTokens - length of the requests to count, prompt and answer together
 */
export function memoryLedger(copy: ModelCopy, settings: EngineSettings, requestTokens: number): MemoryLedger {
  const usable = copy.accelerator.usableMiB * copy.acceleratorShare * mib * seen * settings.gpuMemoryUtilization;
  const weights = weightBytes(copy);
  const activation = activationBytes(copy, settings);
  const cudaGraphs = cudaGraphGib * gib;
  const overhead = (contextGib + (copy.tensorParallel > 1 ? communicationGib : 0)) * gib + fragmentation * weights;
  const kvCache = usable - weights - activation - cudaGraphs - overhead;
  const cache = sequenceCache(copy.model, copy.tensorParallel, cacheBytesPerElement(copy));
  const kvCachePerRequest = sequenceBytes(cache, requestTokens);
  const room = Math.max(0, kvCache);
  return {
    usable,
    weights,
    activation,
    cudaGraphs,
    overhead,
    kvCache,
    kvCachePerToken: cache.bytesPerToken,
    kvCachePerRequest,
    kvTokens: kvCachePerRequest === 0 ? 0 : Math.floor((room * requestTokens) / kvCachePerRequest),
    requests: kvCachePerRequest === 0 ? settings.maxNumSeqs : Math.floor(room / kvCachePerRequest),
  };
}

/** Weights on one GPU: the published size when the format is the published one, else bytes per parameter. */
export function weightBytes(copy: ModelCopy): number {
  const { model, dtype, tensorParallel } = copy;
  const { expert, fixed, lookup } = splitParameters(model);
  const bytes = bytesPerParameter(dtype, model);
  const counted = expert * bytes.expert + fixed * bytes.fixed + lookup * bytes.lookup;
  const published = dtype === publishedDtype(model) ? (model.checkpointGiB ?? 0) * gib : 0;
  return (Math.max(published, counted) * loadedPerPublished) / tensorParallel;
}

/**
 * Peak of temporary tensors in a step of the most tokens. A dense block holds its gate, up and product (3 x
 * intermediate) beside three copies of the hidden state: 110.6 kB a token for Llama-3.1-8B, where two vLLM start-up logs
 * at 20,000 and 29,000 tokens differ by 109.8. Experts hold the same once per chosen expert. The sampler holds the
 * logits of every sequence in fp32, twice.
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
  const sampler = settings.maxNumSeqs * model.vocab * 4 * 2;
  return Math.max(perToken * settings.maxNumBatchedTokens, sampler);
}
