import type { EnvironmentPlan } from './environment-plan';
import type { PriceBasis } from './price-basis';

/** How many amounts of a plan are estimated or stale on a date, and what refreshes them. */
export interface PriceSummary {
  /** ISO date on which `stale` was decided. */
  readonly today: string;
  /** Amounts of money in the plan, those of alternatives included. */
  readonly amounts: number;
  readonly estimated: number;
  readonly stale: number;
  /** Amounts that are estimated, stale or both, by what refreshes their price. */
  readonly renew: {
    /** Instance prices of the catalogue: `llmops catalog refresh`. */
    readonly catalogue: number;
    /** Prices of private endpoints, which are read second-hand: the provider's price list. */
    readonly endpoints: number;
    /** Prices per token: `catalog.tokenPrices` of the config. */
    readonly tokens: number;
    /** Prices and reservations written in the config. */
    readonly config: number;
  };
  /** ISO date of the oldest price that is estimated or stale. @default - there is none */
  readonly oldest?: string;
  /** Sources of stale prices. */
  readonly staleSources: readonly { readonly source: string; readonly asOf: string }[];
}

/** A plan on a date: every price says whether it is stale. */
export interface DatedPlan extends EnvironmentPlan {
  readonly prices: PriceSummary;
}

/**
 * Adds to every price of a plan whether it is stale on a date, and counts them.
 *
 * @param today - ISO date
 */
export function datePlan(plan: EnvironmentPlan, today: string): DatedPlan {
  const onDay = dated(plan, today);
  return { ...onDay, prices: summary(pricesIn(onDay), today) };
}

/** A copy with `stale` in every price. A part without prices stays the same object: reports compare parts by identity. */
function dated<T>(value: T, today: string): T;
function dated(value: unknown, today: string): unknown {
  if (isPriceBasis(value)) return { ...value, stale: value.freshUntil !== undefined && today > value.freshUntil };
  if (Array.isArray(value)) {
    const before: readonly unknown[] = value;
    const after = before.map((item) => dated(item, today));
    return after.some((item, i) => item !== before[i]) ? after : before;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, item]: [string, unknown]) => [key, item, dated(item, today)] as const,
  );
  return entries.some(([, before, after]) => before !== after)
    ? Object.fromEntries(entries.map(([key, , after]) => [key, after]))
    : value;
}

function pricesIn(value: unknown): readonly PriceBasis[] {
  if (isPriceBasis(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pricesIn) : [];
}

function isPriceBasis(value: unknown): value is PriceBasis {
  return typeof value === 'object' && value !== null && 'basis' in value && 'per' in value && 'asOf' in value;
}

function summary(prices: readonly PriceBasis[], today: string): PriceSummary {
  const stale = prices.filter((price) => price.stale === true);
  const marked = prices.filter((price) => price.basis === 'estimated' || price.stale === true);
  const [oldest] = marked.map(({ asOf }) => asOf).toSorted();
  const config = marked.filter(({ basis }) => basis === 'negotiated').length;
  const tokens = marked.filter(({ basis, per }) => basis !== 'negotiated' && per === 'token').length;
  const endpoints = marked.filter(({ per }) => per === 'endpoint-hour').length;
  const sources = new Map(stale.map(({ source, asOf }) => [`${source} ${asOf}`, { source, asOf }]));
  return {
    today,
    amounts: prices.length,
    estimated: prices.filter(({ basis }) => basis === 'estimated').length,
    stale: stale.length,
    renew: { catalogue: marked.length - config - tokens - endpoints, endpoints, tokens, config },
    ...(oldest === undefined ? {} : { oldest }),
    staleSources: [...sources.values()],
  };
}
