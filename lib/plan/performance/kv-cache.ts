import type { ModelArchitecture } from '../../catalog';
import type { AttentionLayers } from './attention-layers';
import { otherLayers, wholeContextLayers } from './attention-layers';
import type { ModelCopy } from './model-copy';

/** Linear attention keeps a matrix of about 2 x hidden by 128 in fp32 per layer (Gated DeltaNet, Qwen3-Next). */
const linearStateBytesPerHidden = 2 * 128 * 4;

/** Bytes of one cached element. The serving engine keeps bf16 by default. */
export function cacheBytesPerElement({ cacheDtype }: ModelCopy): number {
  return cacheDtype === 'fp8' ? 1 : 2;
}

/** The cache of one sequence on one GPU. */
export interface SequenceCache {
  /** Bytes of the layers that attend to everything, per token. */
  readonly bytesPerToken: number;
  /** Bytes of the layers with a window, per token inside the window. */
  readonly windowBytesPerToken: number;
  /** Tokens of the window; zero without one. */
  readonly window: number;
  /** Bytes that do not grow with the context. */
  readonly stateBytes: number;
  /** Bytes of the index that chooses tokens, per token; zero without one. */
  readonly indexBytesPerToken: number;
  /** Tokens that a step reads of `bytesPerToken`; infinite without an index. */
  readonly topTokens: number;
}

const noIndex = { indexBytesPerToken: 0, topTokens: Number.POSITIVE_INFINITY } as const;
const empty: SequenceCache = { bytesPerToken: 0, windowBytesPerToken: 0, window: 0, stateBytes: 0, ...noIndex };

/**
 * The cache of one sequence on each GPU. Key-value heads are split over the GPUs until each has one, and replicated beyond
 * that. Every GPU keeps a complete latent cache (MLA) and its index. Layers with a window stop growing at it.
 */
export function sequenceCache(
  model: ModelArchitecture,
  tensorParallel: number,
  bytesPerElement: number,
): SequenceCache {
  if (model.encoderOnly === true) return empty;
  const sparse = model.sparseAttention;
  const index =
    sparse === undefined
      ? noIndex
      : { indexBytesPerToken: model.layers * sparse.indexBytes, topTokens: sparse.topTokens };
  if (model.attention === 'MLA') {
    return { ...empty, bytesPerToken: model.layers * model.headDim * bytesPerElement, ...index };
  }
  const others = otherLayers(model);
  const window = model.slidingWindow ?? 0;
  return {
    bytesPerToken: bytesOf(wholeContextLayers(model), tensorParallel, bytesPerElement),
    windowBytesPerToken: window === 0 ? 0 : bytesOf(others, tensorParallel, bytesPerElement),
    window,
    stateBytes: window === 0 ? (others.layers * model.hidden * linearStateBytesPerHidden) / tensorParallel : 0,
    ...index,
  };
}

function bytesOf({ layers, kvHeads, headDim, valueDim }: AttentionLayers, gpus: number, bytes: number): number {
  return (layers * kvHeads * (headDim + valueDim) * bytes) / Math.min(gpus, kvHeads);
}

/** Bytes of the cache of one sequence with that many tokens, on one GPU. */
export function sequenceBytes(cache: SequenceCache, tokens: number): number {
  return (cache.bytesPerToken + cache.indexBytesPerToken) * tokens + besideWhole(cache, tokens);
}

/** Bytes that a decode step reads of the cache of one sequence with that many tokens, on one GPU. */
export function sequenceReadBytes(cache: SequenceCache, tokens: number): number {
  const whole = cache.bytesPerToken * Math.min(tokens, cache.topTokens) + cache.indexBytesPerToken * tokens;
  return whole + besideWhole(cache, tokens);
}

function besideWhole(cache: SequenceCache, tokens: number): number {
  return cache.windowBytesPerToken * Math.min(tokens, cache.window) + cache.stateBytes;
}
