import type { HourlyService, UsedService } from './billing';

/** Where a price comes from. */
interface Priced {
  /** ISO date. */
  readonly asOf: string;
  readonly source: string;
  /** It is derived from another region, or read second-hand. */
  readonly estimated: boolean;
}

/** A price of one hour with where it comes from. */
interface HourPrice extends Priced {
  /** US dollars. */
  readonly usdPerHour: number;
}

/** A price of one unit of use. */
interface UsePrice extends Priced {
  /** What is counted, such as `million input tokens`. */
  readonly unit: string;
  /** US dollars. */
  readonly usd: number;
}

/** Prices that the review may ask. The review has none of its own. */
export interface PriceBook {
  /** Whether an instance type has an accelerator. An unknown type has none. */
  isAccelerated(instanceType: string): boolean;
  /** @returns undefined where the region has no price of the type */
  hour(service: HourlyService, instanceType: string, region: string): HourPrice | undefined;
  /** @returns undefined where the region has no price of the item */
  use(use: UsedService, region: string): readonly UsePrice[] | undefined;
}
