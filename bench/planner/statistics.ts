import type { Measurement } from './measurements';

/** Predicts a measurement, in milliseconds. */
export type Predict = (measurement: Measurement) => number;

export interface Score {
  readonly rows: number;
  /** Mean of |predicted / measured - 1|, in percent. */
  readonly mape: number;
  readonly median: number;
  /** Median of predicted / measured - 1, in percent: above zero when predicted too slow. */
  readonly bias: number;
  /** Rows within 30 %, in percent. */
  readonly within30: number;
}

export function scoreOf(measurements: readonly Measurement[], predict: Predict): Score {
  const errors = measurements.map((measurement) => (predict(measurement) / measurement.value - 1) * 100);
  const sizes = errors.map(Math.abs);
  return {
    rows: errors.length,
    mape: sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length),
    median: medianOf(sizes),
    bias: medianOf(errors),
    within30: (100 * sizes.filter((size) => size <= 30).length) / Math.max(1, sizes.length),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Splits rows by a key, in the order of the keys. */
export function groupBy<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function percent(value: number): string {
  return `${value.toFixed(1)} %`;
}
