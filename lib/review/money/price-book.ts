import type { HourlyService } from './billing';

/** A price of one hour with where it comes from. */
interface HourPrice {
  /** US dollars. */
  readonly usdPerHour: number;
  /** ISO date. */
  readonly asOf: string;
  readonly source: string;
  /** It is derived from another region, or read second-hand. */
  readonly estimated: boolean;
}

/** Prices that the review may ask. The review has none of its own. */
export interface PriceBook {
  /** Whether an instance type has an accelerator. An unknown type has none. */
  isAccelerated(instanceType: string): boolean;
  /** @returns undefined where the region has no price of the type */
  hour(service: HourlyService, instanceType: string, region: string): HourPrice | undefined;
}
