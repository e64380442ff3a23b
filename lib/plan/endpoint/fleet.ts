import type { InstanceOffer } from '../../catalog/types';
import { usdPerHourOf } from '../sizing/price';
import { hoursPerMonth } from '../units';
import type { WeekHours } from './week';
import { hoursPerWeek } from './week';

/** Bounds of the number of instances, and what it follows between them. */
export interface ScalingBounds {
  /** In the busy hours of a schedule, and at all hours without one. */
  readonly minimum: number;
  /** At other hours. */
  readonly idleMinimum: number;
  readonly maximum: number;
  /** Requests in flight per instance that scaling aims at. @default - the number of instances is fixed, or no peak comes */
  readonly targetConcurrency?: number;
  /** Whether nothing runs in hours without traffic. @default false */
  readonly toZero?: boolean;
}

/** Hours of a month with the same load and number of instances. */
interface FleetHours {
  readonly hours: number;
  readonly load: number;
  readonly instances: number;
}

/** Instances over an average month. */
export interface Fleet {
  readonly hours: readonly FleetHours[];
  readonly least: number;
  readonly most: number;
  readonly mean: number;
}

/** Instances in every hour of a week, scaled to a month of 730 hours. Scaling is assumed to follow the load at once. */
export function fleetOverWeek(week: readonly WeekHours[], peakConcurrency: number, bounds: ScalingBounds): Fleet {
  const hours = week.map(({ hours: count, load, busy }) => ({
    hours: (count * hoursPerMonth) / hoursPerWeek,
    load,
    instances: instancesAt(load, busy, peakConcurrency, bounds),
  }));
  const counts = hours.map(({ instances }) => instances);
  return {
    hours,
    least: Math.min(...counts),
    most: Math.max(...counts),
    mean: hours.reduce((sum, each) => sum + each.hours * each.instances, 0) / hoursPerMonth,
  };
}

function instancesAt(load: number, busy: boolean, peakConcurrency: number, bounds: ScalingBounds): number {
  if (bounds.toZero === true && load === 0) return 0;
  const minimum = busy ? bounds.minimum : bounds.idleMinimum;
  if (bounds.targetConcurrency === undefined) return minimum;
  // A fraction of the peak such as 0.7 x 10 is not whole in binary.
  const wanted = Math.ceil((load * peakConcurrency) / bounds.targetConcurrency - 1e-9);
  return Math.max(minimum, Math.min(bounds.maximum, wanted));
}

/** US dollars of a fleet over a month; undefined when the offer has no price. Reserved instances are used first. */
export function fleetUsdPerMonth(fleet: Fleet, offer: InstanceOffer): number | undefined {
  if (offer.usdPerHour === undefined) return undefined;
  return fleet.hours.reduce((sum, { hours, instances }) => sum + hours * (usdPerHourOf(offer, instances) ?? 0), 0);
}

/** Fraction of an instance's concurrency at which another instance starts: it takes minutes to load the weights. */
export const headroom = 0.7;

/** Requests in flight per instance at which another instance starts; at least 1. */
export function earlyTarget(concurrencyPerCopy: number): number {
  return Math.max(1, Math.floor(concurrencyPerCopy * headroom));
}
