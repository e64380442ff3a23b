import type { Dtype, InstanceOffer, ModelArchitecture } from '../../catalog';
import type { ServedBy } from './model-copy';
import { publishedDtype } from './parameters';
import { blockProblem } from './sharding';

/** What decides over how many GPUs a model can be split. */
export interface SplitModel {
  readonly model: ModelArchitecture;
  /** Number format of the weights. @default - the published one */
  readonly dtype?: Dtype;
  /** @default - vLLM, of no particular version */
  readonly servedBy?: ServedBy;
}

/**
 * Why a model cannot be split over that many GPUs, or undefined when it can.
 *
 * @param accelerators - GPUs of the instance
 */
export function tensorParallelProblem(
  { model, dtype = publishedDtype(model), servedBy }: SplitModel,
  degree: number,
  accelerators: number,
): string | undefined {
  if (!Number.isInteger(degree) || degree < 1) return 'it is not a whole number of GPUs';
  if (degree > accelerators) return `it is more than the ${accelerators} GPUs of the instance`;
  return headProblem(model, degree) ?? (degree === 1 ? undefined : blockProblem(model, dtype, degree, servedBy));
}

function headProblem(model: ModelArchitecture, degree: number): string | undefined {
  if (model.heads % degree !== 0) return `it does not divide the ${model.heads} attention heads`;
  const kvHeads = [model.kvHeads, ...(model.windowHeads === undefined ? [] : [model.windowHeads.kvHeads])];
  const uneven = kvHeads.find((heads) => heads % degree !== 0 && degree % heads !== 0);
  if (model.attention !== 'MLA' && uneven !== undefined) {
    return `it neither divides nor is a multiple of the ${uneven} key-value heads`;
  }
  const { linearAttention: linear } = model;
  if (linear !== undefined && linear.keyHeads % degree !== 0)
    return `it does not divide the ${linear.keyHeads} key heads of linear attention`;
  return undefined;
}

/** Legal tensor parallel degrees of a model on up to that many GPUs, smallest first. */
export function tensorParallelOptions(split: SplitModel, accelerators: number): readonly number[] {
  const legal: number[] = [];
  for (let degree = 1; degree <= accelerators; degree++) {
    // Cheap check first: most degrees fail it.
    if (split.model.heads % degree !== 0) continue;
    if (tensorParallelProblem(split, degree, accelerators) === undefined) legal.push(degree);
  }
  return legal;
}

/** GPUs of an offer over which one copy can be split. A fraction of a GPU counts as one. */
export function gpusOf({
  acceleratorCount,
  acceleratorShare,
}: Pick<InstanceOffer, 'acceleratorCount' | 'acceleratorShare'>): number {
  return acceleratorShare < 1 ? 1 : acceleratorCount;
}
