import type { ModelArchitecture } from '../../catalog';
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
}

/**
 * The cache of one sequence on each GPU. Key-value heads are split over the GPUs until each has one, and replicated beyond
 * that. Every GPU keeps a complete latent cache (MLA). Layers with a window stop growing at it.
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

/** Bytes of the cache of one sequence with that many tokens, on one GPU. */
export function sequenceBytes(cache: SequenceCache, tokens: number): number {
  return cache.bytesPerToken * tokens + cache.windowBytesPerToken * Math.min(tokens, cache.window) + cache.stateBytes;
}
