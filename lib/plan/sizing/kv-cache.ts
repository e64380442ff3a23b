import type { ModelArchitecture } from '../../catalog';
import type { ModelCopy } from './deployment';
import { capability } from './dtype-support';

/** Linear attention keeps a matrix of about 2 x hidden by 128 in fp32 per layer (Gated DeltaNet, Qwen3-Next). */
const linearStateBytesPerHidden = 2 * 128 * 4;

/** Number format of the cache, in the serving engine's words; `auto` is bf16. */
export type CacheDtype = 'auto' | 'fp8';

/**
 * Format of a copy's cache. Quantised weights on data-centre Blackwell (compute capability 10) come with an fp8 cache,
 * as the serving engine's published recipes for those devices set it; everything else keeps bf16.
 */
export function cacheDtype({ model, accelerator, dtype }: ModelCopy): CacheDtype {
  const version = capability(accelerator);
  const quantised = dtype === 'fp8' || dtype === 'nvfp4' || dtype === 'mxfp4';
  return version >= 10 && version < 11 && quantised && model.attention !== 'MLA' ? 'fp8' : 'auto';
}

/** Bytes of one cached element. */
export function cacheBytesPerElement(copy: ModelCopy): number {
  return cacheDtype(copy) === 'fp8' ? 1 : 2;
}

/** What one sequence keeps on one GPU. */
export interface SequenceCache {
  /** Bytes of the layers that attend to everything, per token. */
  readonly bytesPerToken: number;
  /** Bytes of the layers with a window, per token inside the window. */
  readonly windowBytesPerToken: number;
  /** Tokens of the window; zero without one. */
  readonly window: number;
  /** Bytes that do not grow with the context. */
  readonly stateBytes: number;
}

/**
 * Cache of one sequence per GPU. Heads are split over the GPUs until each has one; a latent cache (MLA) is kept whole on
 * every GPU; layers with a window stop growing at it.
 */
export function sequenceCache(
  model: ModelArchitecture,
  tensorParallel: number,
  bytesPerElement: number,
): SequenceCache {
  if (model.encoderOnly === true) return { bytesPerToken: 0, windowBytesPerToken: 0, window: 0, stateBytes: 0 };
  const otherLayers = model.layers - model.fullAttentionLayers;
  if (model.attention === 'MLA') {
    const bytesPerToken = model.layers * model.headDim * bytesPerElement;
    return { bytesPerToken, windowBytesPerToken: 0, window: 0, stateBytes: 0 };
  }
  const perLayer = (2 * model.kvHeads * model.headDim * bytesPerElement) / Math.min(tensorParallel, model.kvHeads);
  const window = model.slidingWindow ?? 0;
  return {
    bytesPerToken: model.fullAttentionLayers * perLayer,
    windowBytesPerToken: window === 0 ? 0 : otherLayers * perLayer,
    window,
    stateBytes: window === 0 ? (otherLayers * model.hidden * linearStateBytesPerHidden) / tensorParallel : 0,
  };
}

/** Bytes one sequence of that many tokens keeps on one GPU. */
export function sequenceBytes(cache: SequenceCache, tokens: number): number {
  return cache.bytesPerToken * tokens + cache.windowBytesPerToken * Math.min(tokens, cache.window) + cache.stateBytes;
}
