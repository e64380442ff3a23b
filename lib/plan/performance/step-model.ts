import type { ModelArchitecture } from '../../catalog';
import { allReduce } from './all-reduce';
import { wholeContextLayers } from './attention-layers';
import { capability, peakTflops, widensFp8 } from './dtype-support';
import { expertModel, tileRows } from './experts';
import { cacheBytesPerElement, sequenceCache, sequenceReadBytes } from './kv-cache';
import type { ModelCopy } from './model-copy';
import { bytesPerParameter, moeLayers, splitParameters } from './parameters';
import type { PerformanceConstants } from './performance-constants';

/** When the engine schedules a step: after the tokens of the last step are known, or while it still runs. */
export type Scheduler = 'synchronous' | 'asynchronous';

/**
 * Seconds of one engine step.
 *
 * @param decoding - sequences that get one token each
 * @param prompt - prompt tokens processed in the same step; zero for none
 * @param context - mean length of the decoding sequences, in tokens
 */
export type StepModel = (decoding: number, prompt: number, context: number) => number;

/** Activations of a token in a layer, as copies of the hidden state and of the block's inner state. */
const hiddenCopies = 12;
const innerCopies = 6;
/** Passes over the activations of a prompt's token, relative to those of a decoding token: kernels of prompts are fused. */
const promptFusion = 0.3;

/**
 * A roofline, with the costs that a roofline leaves out. Reading weights and multiplying overlap; near the ridge neither
 * hides the other completely, so they combine as a 4-norm. Cache, all-reduce and launch costs are added.
 *
 * @param scheduler - of the run, when it is known
 */
export function stepModel(
  copy: ModelCopy,
  constants: PerformanceConstants,
  scheduler: Scheduler | undefined,
): StepModel {
  const { model, accelerator, tensorParallel: group, acceleratorShare: share } = copy;
  const bandwidth = accelerator.memoryBandwidthGBs * 1e9 * share;
  const flops = group * peakTflops(accelerator, copy.dtype) * 1e12 * share;
  const parameters = splitParameters(model);
  const bytes = bytesPerParameter(copy.dtype, model);
  const head = model.vocab * model.hidden;
  const cache = sequenceCache(model, group, cacheBytesPerElement(copy));
  const experts = expertModel(copy, constants);
  const reduce = allReduce(accelerator, group, constants);
  const fixedRead = (parameters.fixed * bytes.fixed) / (group * bandwidth * constants.weightBandwidth);
  const expertRead =
    experts === undefined
      ? 0
      : (parameters.expert * bytes.expert) / experts.experts / (group * bandwidth * experts.bandwidth);
  const oneExpert = experts === undefined ? 0 : (2 * parameters.expert) / experts.experts / flops;
  const perToken = (2 * activationElements(model, group) * constants.activationPasses) / bandwidth;
  const perSequence = constants.sequence + (model.vocab * 4 * constants.samplerPasses) / bandwidth;
  const launches =
    stepCost(constants, scheduler) +
    model.layers * (constants.layer + (copy.dtype === 'nvfp4' ? constants.layerFp4 : 0)) +
    (experts?.fixed ?? 0);
  const mixed = model.layers * mixedLayer(copy, constants, scheduler);
  const promptFlops = prefillFlops(copy, constants);
  const attention = attentionProducts(model);
  const cacheRate = bandwidth * constants.cacheBandwidth;

  return (decoding, prompt, context) => {
    const tokens = decoding + prompt;
    const efficiency = prompt > 0 ? promptFlops : constants.decodeFlops;
    let read = fixedRead;
    // The output head multiplies only the last token of a prompt.
    const heads = decoding + (prompt > 0 ? 1 : 0);
    const products = 2 * (tokens * (parameters.fixed - head) + heads * head);
    let multiply = (products + (attention * prompt * Math.min(prompt, 2 * cache.topTokens)) / 2) / (flops * efficiency);
    if (experts !== undefined) {
      const hit = experts.hit(tokens);
      read += hit * expertRead;
      const rows = Math.max(tokens * experts.topK, hit * tileRows);
      multiply += (rows * oneExpert) / (prompt > 0 ? experts.prefillFlops : experts.decodeFlops);
    }
    return (
      join(read, multiply) +
      (decoding * sequenceReadBytes(cache, context)) / cacheRate +
      2 * model.layers * reduce(tokens * model.hidden * 2) +
      (decoding + prompt * promptFusion) * perToken +
      decoding * perSequence +
      launches +
      (prompt > 0 ? mixed : 0)
    );
  };
}

/** Products of a token with one token of its context, in the layers that attend to all of it. */
function attentionProducts(model: ModelArchitecture): number {
  const { layers, headDim, valueDim } = wholeContextLayers(model);
  return 2 * layers * model.heads * (model.attention === 'MLA' ? 256 : headDim + valueDim);
}

/** Cost of two activities that mostly overlap: the 4-norm. */
function join(a: number, b: number): number {
  const squares = (a * a) ** 2 + (b * b) ** 2;
  return Math.sqrt(Math.sqrt(squares));
}

/**
 * Share of synchronous steps when the scheduler is unknown. Every vLLM since 0.14 schedules asynchronously, except with
 * features that need the tokens of the last step first (some forms of guided output and of speculation). A platform spec
 * does not state which are used: a quarter of the steps is assumed.
 */
const synchronousShare = 0.25;

function stepCost(constants: PerformanceConstants, scheduler: Scheduler | undefined): number {
  const share = scheduler === undefined ? synchronousShare : scheduler === 'synchronous' ? 1 : 0;
  return share * constants.stepSynchronous + (1 - share) * constants.stepAsynchronous;
}

/** Seconds per layer of a step with a prompt. Asynchronous scheduling removed the extra cost on Blackwell. */
function mixedLayer(
  { accelerator }: ModelCopy,
  constants: PerformanceConstants,
  scheduler: Scheduler | undefined,
): number {
  const version = capability(accelerator);
  return scheduler === 'synchronous' && version >= 10 && version < 11
    ? constants.mixedLayerBlackwell
    : constants.mixedLayer;
}

function prefillFlops(copy: ModelCopy, constants: PerformanceConstants): number {
  const native4 = copy.accelerator.denseTflops.fp4 !== undefined;
  if (copy.dtype === 'nvfp4' || (copy.dtype === 'mxfp4' && native4)) return constants.prefillFlops4;
  return copy.dtype === 'fp8' && !widensFp8(copy.accelerator) ? constants.prefillFlops8 : constants.prefillFlops16;
}

function activationElements(model: ModelArchitecture, group: number): number {
  const moe = moeLayers(model);
  const dense = (model.layers - moe) * innerCopies * (model.intermediate ?? 0);
  const routed = model.moe === undefined ? 0 : moe * innerCopies * model.moe.topK * model.moe.intermediate;
  return model.layers * hiddenCopies * model.hidden + (dense + routed) / group;
}
