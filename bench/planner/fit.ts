/** A constant before any measurement is seen: a value, and how far it may move (standard deviation of its logarithm). */
export interface Prior {
  readonly value: number;
  readonly spread: number;
}

/** One measured value with the width it is trusted to (standard deviation of its logarithm) and its weight. */
export interface Observation<T> {
  readonly item: T;
  readonly value: number;
  readonly spread: number;
  readonly weight: number;
}

const rounds = 30;
const difference = 1e-3;
const longestStep = 1.5;

/**
 * Fits constants to measurements: damped least squares on logarithms, with a pull toward the priors and a loss that grows
 * linearly for outliers. Deterministic.
 *
 * @returns the fitted values by name
 */
export function fit<T, K extends string>(
  priors: Readonly<Record<K, Prior>>,
  observations: readonly Observation<T>[],
  predict: (values: Readonly<Record<K, number>>) => (item: T) => number,
): Readonly<Record<K, number>> {
  const names = Object.keys(priors) as K[];
  const valuesAt = (shifts: readonly number[]): Readonly<Record<K, number>> =>
    Object.fromEntries(
      names.map((name, index) => [name, priors[name].value * Math.exp(priors[name].spread * (shifts[index] ?? 0))]),
    ) as Record<K, number>;
  const residuals = (shifts: readonly number[]): readonly number[] => {
    const model = predict(valuesAt(shifts));
    return observations.map(({ item, value, spread }) => Math.log(model(item) / value) / spread);
  };
  const cost = (shifts: readonly number[], errors: readonly number[]): number =>
    errors.reduce((sum, error, index) => sum + 2 * weightOf(observations, index) * (Math.hypot(1, error) - 1), 0) +
    shifts.reduce((sum, shift) => sum + shift * shift, 0);

  let shifts: readonly number[] = names.map(() => 0);
  let errors = residuals(shifts);
  let best = cost(shifts, errors);
  let damping = 0.1;
  for (let round = 0; round < rounds; round++) {
    const slopes = names.map((_, column) =>
      residuals(shifts.map((shift, index) => (index === column ? shift + difference : shift))).map(
        (error, row) => (error - (errors[row] ?? 0)) / difference,
      ),
    );
    const weights = errors.map((error, index) => weightOf(observations, index) / Math.hypot(1, error));
    const gradient = slopes.map((slope, index) => dot(slope, errors, weights) + (shifts[index] ?? 0));
    const curvature = slopes.map((a, i) => slopes.map((b, j) => dot(a, b, weights) + (i === j ? 1 : 0)));
    let improved = false;
    for (let attempt = 0; attempt < 8 && !improved; attempt++) {
      const damped = curvature.map((row, i) => row.map((cell, j) => (i === j ? cell * (1 + damping) : cell)));
      const step = solve(damped, gradient);
      const next = shifts.map((shift, i) => shift - Math.max(-longestStep, Math.min(longestStep, step[i] ?? 0)));
      const nextErrors = residuals(next);
      const nextCost = cost(next, nextErrors);
      if (nextCost < best) {
        improved = true;
        if (best - nextCost < 1e-4 * best) round = rounds;
        [shifts, errors, best] = [next, nextErrors, nextCost];
        damping = Math.max(1e-6, damping / 3);
      } else damping *= 4;
    }
    if (!improved) break;
  }
  return valuesAt(shifts);
}

function weightOf<T>(observations: readonly Observation<T>[], index: number): number {
  return observations[index]?.weight ?? 0;
}

function dot(a: readonly number[], b: readonly number[], weights: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0) * (weights[index] ?? 0), 0);
}

/** Gauss-Jordan elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(cell(row, column)) > Math.abs(cell(pivot, column))) pivot = row;
    }
    const [upper, lower] = [rows[column] ?? [], rows[pivot] ?? []];
    [rows[column], rows[pivot]] = [lower, upper];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = cell(row, column) / cell(column, column);
      rows[row] = (rows[row] ?? []).map((value, index) => value - factor * cell(column, index));
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}
