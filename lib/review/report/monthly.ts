import { marked, usd } from '../plan-report/amounts';
import type { MoneyDelta } from './review';

/** Sum of the deltas that have a price, and the number of resources that have none. US dollars a month. */
export interface Monthly {
  readonly before: number;
  readonly after: number;
  /** Resources whose price is not known; they are in neither sum. */
  readonly unknown: number;
  /** Resources billed by use: a unit has a price, a month has no figure. They are in neither sum. */
  readonly byUse: number;
  /** A price in the sum is estimated. */
  readonly estimated: boolean;
}

/** Adds up deltas. What has no price is counted apart, never as zero. */
export function monthly(deltas: readonly MoneyDelta[]): Monthly {
  const priced = deltas.filter(({ unknown }) => unknown === undefined);
  return {
    before: priced.reduce((sum, { before = 0 }) => sum + before, 0),
    after: priced.reduce((sum, { after = 0 }) => sum + after, 0),
    unknown: deltas.length - priced.length,
    byUse: priced.filter(({ rates }) => rates !== undefined).length,
    estimated: priced.some(({ inputs }) => inputs?.estimated === true),
  };
}

/** `+$1,200 a month, 1 priced by use, 2 not priced`, `no change in price`. */
export function monthlyWords({ before, after, unknown, byUse, estimated }: Monthly): string {
  return [
    deltaWords(before, after, estimated),
    ...(byUse === 0 ? [] : [`${byUse} priced by use`]),
    ...(unknown === 0 ? [] : [`${unknown} not priced`]),
  ].join(', ');
}

/** `+$1,200 a month`, `-$40 a month`. A tilde marks an estimate. */
export function deltaWords(before: number, after: number, estimated = false): string {
  const delta = after - before;
  if (Math.abs(delta) < 0.005) return 'no change in price';
  const amount = marked(usd(Math.abs(delta)), { basis: estimated ? 'estimated' : 'published', stale: false });
  return `${delta > 0 ? '+' : '-'}${amount} a month`;
}
