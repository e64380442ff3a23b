import type { PriceBasis, Reason } from '../../plan';

/** How a line should look beside saying what it says: colour never carries meaning alone. */
export type Mood = 'good' | 'warn' | 'bad' | 'quiet';

export interface NoteLine {
  readonly text: string;
  /** @default - neutral */
  readonly mood?: Mood;
}

/** What a row adds to the monthly bill. */
export type Price =
  | { readonly kind: 'priced'; readonly usdPerMonth: number; readonly price: PriceBasis }
  /** Costs money that the plan does not know. */
  | { readonly kind: 'unknown'; readonly why: 'by use' | 'not priced' };

/** A reason as a report shows it. */
export interface NotedReason extends Reason {
  /** Whether the price it cites was stale on the day of the report. @default - false */
  readonly stale?: boolean;
}

/** One thing a reader of a plan wants to know, what was decided about it, and why. */
export interface NoteRow {
  readonly what: string;
  readonly cloud: 'aws' | 'azure';
  readonly lines: readonly NoteLine[];
  /** @default - it costs nothing of its own */
  readonly price?: Price;
  readonly because: readonly NotedReason[];
}

export function plain(text: string): NoteLine {
  return { text };
}

export const byUse: Price = { kind: 'unknown', why: 'by use' };
export const notPriced: Price = { kind: 'unknown', why: 'not priced' };
