import { capability } from './dtype-support';
import type { ModelCopy } from './model-copy';
import { moeLayers } from './parameters';
import type { PerformanceConstants } from './performance-constants';

/** Cost of routed experts in a step. */
export interface ExpertModel {
  /** Experts of a layer that at least one of the tokens routes to. */
  readonly hit: (tokens: number) => number;
  /** Fraction of peak bandwidth while they are read. */
  readonly bandwidth: number;
  /** Seconds per step that do not depend on the batch. */
  readonly fixed: number;
  /** Fraction of peak arithmetic without and with a prompt. */
  readonly decodeFlops: number;
  readonly prefillFlops: number;
  readonly experts: number;
  readonly topK: number;
}

/** Rows to which an expert's matrix product is padded: a tile. */
export const tileRows = 16;

/** Family of kernels that multiply experts. */
type ExpertKernel = 'fp4-native' | 'mxfp4-hopper' | 'fp8-blackwell' | 'fp8-blocks' | 'sixteen-bit' | 'weight-only';

/**
 * Generations with a kernel for the format read it at full speed; older ones widen it first. Before Blackwell, fp8 experts
 * have a scale per block of 128, and a split of the inner dimension cuts through the blocks.
 */
function expertKernel({ accelerator, dtype }: ModelCopy): ExpertKernel {
  const version = accelerator.architecture === 'cdna3' ? 9 : capability(accelerator);
  switch (dtype) {
    case 'bf16':
    case 'fp16':
      return 'sixteen-bit';
    case 'fp8':
      return version >= 10 ? 'fp8-blackwell' : version >= 8.9 ? 'fp8-blocks' : 'weight-only';
    case 'mxfp4':
    case 'nvfp4':
      return version >= 10 ? 'fp4-native' : version >= 9 ? 'mxfp4-hopper' : 'weight-only';
    case 'int4':
    case 'int8':
      return 'weight-only';
  }
}

/** Cost of a copy's experts, or undefined for a dense model. */
export function expertModel(copy: ModelCopy, constants: PerformanceConstants): ExpertModel | undefined {
  const { moe } = copy.model;
  if (moe === undefined) return undefined;
  const { bandwidth, layer } = kernelCost(expertKernel(copy), constants);
  const weightOnly = expertKernel(copy) === 'weight-only';
  const missed = 1 - moe.topK / moe.experts;
  return {
    hit: (tokens) => moe.experts * (1 - missed ** (tokens ** constants.routingExponent)),
    bandwidth,
    fixed: moeLayers(copy.model) * (constants.expertLayer + layer),
    decodeFlops: weightOnly ? constants.weightOnlyFlops : constants.decodeFlops,
    prefillFlops: constants.expertPrefillFlops,
    experts: moe.experts,
    topK: moe.topK,
  };
}

/** Fraction of peak bandwidth while experts are read, and seconds per layer in addition to `expertLayer`. */
function kernelCost(kernel: ExpertKernel, constants: PerformanceConstants): { bandwidth: number; layer: number } {
  switch (kernel) {
    case 'fp4-native':
      return { bandwidth: constants.expertBandwidthFp4, layer: 0 };
    case 'mxfp4-hopper':
      return { bandwidth: constants.expertBandwidthHopper, layer: 0 };
    case 'fp8-blackwell':
      return { bandwidth: constants.expertBandwidthFp8, layer: constants.expertLayerFp8 };
    case 'fp8-blocks':
      return { bandwidth: constants.expertBandwidthBlocks, layer: constants.expertLayerBlocks };
    case 'sixteen-bit':
      return { bandwidth: constants.expertBandwidth16, layer: constants.expertLayer16 };
    case 'weight-only':
      return { bandwidth: constants.expertBandwidthWeightOnly, layer: constants.weightOnlyLayer };
  }
}
