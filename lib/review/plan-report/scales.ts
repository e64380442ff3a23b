/** Maps values to positions, with the values that get a line and a label. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
  readonly kind: 'linear' | 'log';
  readonly domain: readonly [low: number, high: number];
}

/** Ratio of the largest to the smallest value from which a linear axis would crowd the small values. */
const logFrom = 10;
/** Factor of free space at either end of a logarithmic axis. */
const padding = 1.25;
const mostTicks = 6;

/**
 * Logarithmic when the values span more than a factor of ten, otherwise linear from zero. A value of 0, such as the price
 * of instances that are already paid, has no logarithm, so the scale is linear too.
 */
export function scaleFor(values: readonly number[], range: readonly [number, number]): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low > 0 && high / low > logFrom
    ? logScale([low / padding, high * padding], range)
    : linearScale(Math.max(0, ...values), range);
}

/** Equal steps from zero to the first tick at or above a value. */
export function linearScale(largest: number, [from, to]: readonly [number, number]): Scale {
  const step = niceStep((largest > 0 ? largest : 1) / mostTicks);
  const count = Math.max(1, Math.ceil((largest > 0 ? largest : 1) / step - 1e-9));
  const high = tidy(count * step);
  return {
    at: (value) => from + (value / high) * (to - from),
    ticks: Array.from({ length: count + 1 }, (_tick, i) => tidy(i * step)),
    kind: 'linear',
    domain: [0, high],
  };
}

/** Equal ratios; ticks at 1, 2 and 5 times powers of ten, or at the powers alone when those are many. */
export function logScale([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_power, i) => 10 ** (first + i));
  const inside = (values: readonly number[]): readonly number[] =>
    values.map(tidy).filter((value) => value >= low && value <= high);
  const all = inside(powers.flatMap((power) => [power, 2 * power, 5 * power]));
  return {
    at: (value) => from + (Math.log(value / low) / Math.log(high / low)) * (to - from),
    ticks: all.length <= 2 * mostTicks ? all : inside(powers),
    kind: 'log',
    domain: [low, high],
  };
}

/** The smallest of 1, 2, 5 times a power of ten at or above a value. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10;
  return tidy(step * power);
}

/** Rounds away the errors of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** Tenths of a pixel: finer is invisible and would differ between machines. */
export function tenth(value: number): number {
  return Number(value.toFixed(1));
}
