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
export type ExpertKernel = 'blackwell' | 'hopper' | 'weight-only';

/** Generations with a kernel for the format read it at full speed; older ones widen it first. */
export function expertKernel({ accelerator }: ModelCopy): ExpertKernel {
  if (accelerator.architecture.startsWith('blackwell')) return 'blackwell';
  return capability(accelerator) >= 9 || accelerator.architecture === 'cdna3' ? 'hopper' : 'weight-only';
}

/** Cost of a copy's experts, or undefined for a dense model. */
export function expertModel(copy: ModelCopy, constants: PerformanceConstants): ExpertModel | undefined {
  const { moe } = copy.model;
  if (moe === undefined) return undefined;
  const kernel = expertKernel(copy);
  const weightOnly = kernel === 'weight-only';
  const missed = 1 - moe.topK / moe.experts;
  return {
    hit: (tokens) => moe.experts * (1 - missed ** (tokens ** constants.routingExponent)),
    bandwidth: {
      blackwell: constants.expertBandwidthBlackwell,
      hopper: constants.expertBandwidthHopper,
      'weight-only': constants.expertBandwidthWeightOnly,
    }[kernel],
    fixed: moeLayers(copy.model) * (constants.expertLayer + (weightOnly ? constants.weightOnlyLayer : 0)),
    decodeFlops: weightOnly ? constants.weightOnlyFlops : constants.decodeFlops,
    prefillFlops: constants.expertPrefillFlops,
    experts: moe.experts,
    topK: moe.topK,
  };
}
