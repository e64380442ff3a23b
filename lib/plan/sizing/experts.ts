import type { ModelCopy } from './deployment';
import { capability } from './dtype-support';
import { moeLayers } from './parameters';
import type { PerformanceConstants } from './performance-constants';

/** How routed experts cost a step. */
export interface ExpertModel {
  /** Experts of a layer that at least one of the tokens chose. */
  readonly hit: (tokens: number) => number;
  /** Share of peak bandwidth while they are read. */
  readonly bandwidth: number;
  /** Seconds per step that do not depend on the batch. */
  readonly fixed: number;
  /** Share of peak arithmetic without and with a prompt. */
  readonly decodeFlops: number;
  readonly prefillFlops: number;
  readonly experts: number;
  readonly topK: number;
}

/** Rows of an expert's matrix product are padded to a tile. */
export const tileRows = 16;

/** Kernel family that multiplies experts; the evidence is kept apart by it. */
export type ExpertKernel = 'blackwell' | 'hopper' | 'hopper-fp8' | 'weight-only';

/**
 * Generations with a kernel for the format read it at full speed; older ones widen it first. On Hopper, fp8 experts come
 * with a scale per block of 128, which splits of the inner dimension cut through.
 */
export function expertKernel({ accelerator, dtype }: ModelCopy): ExpertKernel {
  if (accelerator.architecture.startsWith('blackwell')) return 'blackwell';
  if (capability(accelerator) < 9 && accelerator.architecture !== 'cdna3') return 'weight-only';
  return dtype === 'fp8' ? 'hopper-fp8' : 'hopper';
}

/** Cost of a copy's experts, or undefined for a dense model. */
export function expertModel(copy: ModelCopy, constants: PerformanceConstants): ExpertModel | undefined {
  const { moe } = copy.model;
  if (moe === undefined) return undefined;
  const kernel = expertKernel(copy);
  const weightOnly = kernel === 'weight-only';
  const extra = {
    blackwell: 0,
    hopper: 0,
    'hopper-fp8': constants.expertLayerHopperFp8,
    'weight-only': constants.weightOnlyLayer,
  };
  const missed = 1 - moe.topK / moe.experts;
  return {
    hit: (tokens) => moe.experts * (1 - missed ** (tokens ** constants.routingExponent)),
    bandwidth: {
      blackwell: constants.expertBandwidthBlackwell,
      hopper: constants.expertBandwidthHopper,
      'hopper-fp8': constants.expertBandwidthHopperFp8,
      'weight-only': constants.expertBandwidthWeightOnly,
    }[kernel],
    fixed: moeLayers(copy.model) * (constants.expertLayer + extra[kernel]),
    decodeFlops: weightOnly ? constants.weightOnlyFlops : constants.decodeFlops,
    prefillFlops: constants.expertPrefillFlops,
    experts: moe.experts,
    topK: moe.topK,
  };
}
