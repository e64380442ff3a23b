/** How far apart two vectors are. */
export type DistanceMetric = 'cosine' | 'euclidean';

/**
 * The distance of two vectors of one length. Cosine is 0 for the same direction and 2 for the opposite one; euclidean is the
 * square of the length between them, which orders like the length.
 */
export function distance(metric: DistanceMetric, left: ArrayLike<number>, right: ArrayLike<number>): number {
  return metric === 'cosine' ? cosineDistance(left, right) : squaredLength(left, right);
}

function cosineDistance(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let product = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (let index = 0; index < left.length; index += 1) {
    const a = left[index] ?? 0;
    const b = right[index] ?? 0;
    product += a * b;
    leftSquares += a * a;
    rightSquares += b * b;
  }
  const lengths = Math.sqrt(leftSquares) * Math.sqrt(rightSquares);
  return lengths === 0 ? 1 : 1 - product / lengths;
}

function squaredLength(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += ((left[index] ?? 0) - (right[index] ?? 0)) ** 2;
  return sum;
}

/**
 * The nearest of some vectors, by exact search: at the size of a rehearsal an approximate index would only add what it misses.
 * @returns the nearest first; of two at one distance the first by key
 */
export function nearest<T extends { readonly key: string; readonly data: ArrayLike<number> }>(
  vectors: Iterable<T>,
  { to, metric, count }: { readonly to: ArrayLike<number>; readonly metric: DistanceMetric; readonly count: number },
): readonly { readonly vector: T; readonly distance: number }[] {
  const found = [...vectors].map((vector) => ({ vector, distance: distance(metric, vector.data, to) }));
  found.sort((left, right) => left.distance - right.distance || (left.vector.key < right.vector.key ? -1 : 1));
  return found.slice(0, count);
}
