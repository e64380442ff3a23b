import type { PriceBasis, Reason } from '../../plan';

/** Colour of a line. The text has the meaning too: colour is never its only sign. */
export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

/** One line of a row. */
export interface NoteLine {
  readonly text: string;
  /** @default - neutral */
  readonly tone?: Tone;
}

/** What a row adds to the monthly bill. */
export type Price =
  | { readonly kind: 'priced'; readonly usdPerMonth: number; readonly price: PriceBasis }
  /** The costs are not in the plan. */
  | { readonly kind: 'unknown'; readonly why: 'by use' | 'not priced' };

/** A reason as a report shows it. */
export interface NotedReason extends Reason {
  /** Whether the price in the reason was stale on the day of the report. @default false */
  readonly stale?: boolean;
}

/** One subject of a plan, for example an endpoint, with what is planned and why. */
export interface NoteRow {
  readonly what: string;
  readonly cloud: 'aws' | 'azure';
  readonly lines: readonly NoteLine[];
  /** @default - it adds no costs */
  readonly price?: Price;
  readonly because: readonly NotedReason[];
}

/** A line in neutral colour. */
export function plain(text: string): NoteLine {
  return { text };
}

/** Billed by use, for example per token. */
export const byUse: Price = { kind: 'unknown', why: 'by use' };
/** The kit has no price for it. */
export const notPriced: Price = { kind: 'unknown', why: 'not priced' };
