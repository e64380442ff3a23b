import type { InstanceOffer, ModelArchitecture } from '../../catalog';

/**
 * Why a model cannot be split over that many GPUs, or undefined when it can.
 *
 * @param accelerators - GPUs of the instance
 */
export function tensorParallelProblem(
  model: ModelArchitecture,
  tensorParallel: number,
  accelerators: number,
): string | undefined {
  if (!Number.isInteger(tensorParallel) || tensorParallel < 1) return 'it is not a whole number of GPUs';
  if (tensorParallel > accelerators) return `it is more than the ${accelerators} GPUs of the instance`;
  if (model.heads % tensorParallel !== 0) return `it does not divide the ${model.heads} attention heads`;
  const latent = model.attention === 'MLA';
  if (!latent && model.kvHeads % tensorParallel !== 0 && tensorParallel % model.kvHeads !== 0) {
    return `it neither divides nor is a multiple of the ${model.kvHeads} key-value heads`;
  }
  return undefined;
}

/** Legal tensor parallel degrees of a model on up to that many GPUs, smallest first. */
export function tensorParallelOptions(model: ModelArchitecture, accelerators: number): readonly number[] {
  const legal: number[] = [];
  for (let degree = 1; degree <= accelerators; degree++) {
    // Cheap check first: most degrees fail it.
    if (model.heads % degree !== 0) continue;
    if (tensorParallelProblem(model, degree, accelerators) === undefined) legal.push(degree);
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
