import type { PriceBasis } from '../../plan';

/** Whether an amount is estimated or stale. */
export type PriceMark = Pick<PriceBasis, 'basis' | 'stale'>;

/** An amount as it is written everywhere: `~$7,672` when it is estimated, `$7,672*` when its price is stale. */
export function marked(amount: string, { basis, stale }: PriceMark): string {
  return `${basis === 'estimated' ? '~' : ''}${amount}${stale === true ? '*' : ''}`;
}

/** `12,345`: groups of three, the same in every locale. */
export function grouped(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** Three significant digits, more where the whole part has more: `0.0101`, `3.09`, `68.1`, `946`, `7,672`. */
export function figure(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude === 0 || magnitude >= 100) return grouped(Math.round(value));
  return grouped(Number(value.toPrecision(3)));
}

/** Whole dollars from ten on, cents below: `$7,672`, `$3.09`. */
export function usd(value: number): string {
  return value >= 10 || value === 0 ? `$${grouped(Math.round(value))}` : cents(value);
}

/** Dollars and cents, for prices of a million: `$18.08`. */
export function cents(value: number): string {
  return `$${grouped(Number(value.toFixed(2))).replace(/(\.\d)$/, '$10')}`;
}

/** `68 ms`, `7.2 ms`, `4,000 ms`. */
export function milliseconds(value: number): string {
  return `${value < 10 ? grouped(Number(value.toFixed(1))) : grouped(Math.round(value))} ms`;
}

/** `602 ms ± 41 %`: a predicted time with the half-width of its error band. */
export function withBand(ms: number, percent: number): string {
  return `${milliseconds(ms)} ± ${percent} %`;
}

/** `1 copy`, `2 copies`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** `61.0 GiB`, `0.46 GiB`. */
export function gibibytes(bytes: number): string {
  const gib = bytes / 2 ** 30;
  return `${grouped(Number(gib.toFixed(gib < 1 ? 2 : 1)))} GiB`;
}
