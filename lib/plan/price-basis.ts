import { lastFreshDay } from '../catalog/stale-rows';
import type { InstanceOffer, ReservedInstances, TokenPrices } from '../catalog/types';

/** Where the price behind an amount of money comes from, and how long it can be relied on. */
export interface PriceBasis {
  /**
   * `published`: the provider's price list for this region; `negotiated`: written in the config; `estimated`: derived from
   * another region, approximate, or read from a second-hand list.
   */
  readonly basis: 'published' | 'negotiated' | 'estimated';
  /** What is billed: an instance by the hour, tokens, or a private endpoint by the hour and zone. */
  readonly per: 'hour' | 'token' | 'endpoint-hour';
  readonly source: string;
  /** ISO date of the price; the oldest of several. */
  readonly asOf: string;
  /** Last ISO date on which the price is not stale. @default - it does not expire */
  readonly freshUntil?: string;
  /** Whether the price was stale on the day of the report. @default - the day is not known: a plan has no clock */
  readonly stale?: boolean;
}

/** An amount of money with the price that it is computed from. */
export interface MonthlyAmount {
  /** US dollars a month. */
  readonly usdPerMonth: number;
  readonly price: PriceBasis;
}

/** A monthly amount, or none: never an amount without its price. */
export type OptionalAmount = MonthlyAmount | { readonly usdPerMonth?: never; readonly price?: never };

/**
 * The price of instances of an offer. Reserved instances are used first, and the others are billed on demand.
 *
 * @param instances - the most that run at the same time
 */
export function instancePrice(offer: InstanceOffer, instances: number): PriceBasis {
  const { priceStatus, source, asOf, reserved } = offer;
  const basis = priceStatus === 'published' || priceStatus === 'negotiated' ? priceStatus : 'estimated';
  const onDemand: PriceBasis = { basis, per: 'hour', source, asOf, freshUntil: lastFreshDay('instances', asOf) };
  if (reserved === undefined || reserved.count === 0) return onDemand;
  const held = reservedPrice(reserved);
  return instances <= reserved.count ? held : combined(onDemand, held);
}

function reservedPrice({ source, asOf, endsAt }: ReservedInstances): PriceBasis {
  return { basis: 'negotiated', per: 'hour', source, asOf, ...(endsAt === undefined ? {} : { freshUntil: endsAt }) };
}

/** Two prices as one: the weaker basis, the older date, the earlier end. */
function combined(one: PriceBasis, other: PriceBasis): PriceBasis {
  const [older, newer] = one.asOf <= other.asOf ? [one, other] : [other, one];
  const ends = [one.freshUntil, other.freshUntil].flatMap((day) => day ?? []).toSorted();
  const [freshUntil] = ends;
  return {
    basis: one.basis === 'estimated' || other.basis === 'estimated' ? 'estimated' : 'negotiated',
    per: one.per,
    source: `${older.source}; ${newer.source}`,
    asOf: older.asOf,
    ...(freshUntil === undefined ? {} : { freshUntil }),
  };
}

/**
 * The price of tokens of a managed model.
 *
 * @param written - whether the config has the price; the catalogue's are of another region or deployment type, or read
 *   second-hand, which its `confidence` says
 */
export function tokenPrice({ source, asOf, confidence }: TokenPrices, written: boolean): PriceBasis {
  const sure = confidence === undefined || confidence === 'high' ? 'published' : 'estimated';
  return {
    basis: written ? 'negotiated' : sure,
    per: 'token',
    source,
    asOf,
    freshUntil: lastFreshDay('tokenPrices', asOf),
  };
}

/** `~`, the mark of an estimated amount in a reason, or nothing. */
export function estimateMark({ basis }: Pick<PriceBasis, 'basis'>): string {
  return basis === 'estimated' ? '~' : '';
}
