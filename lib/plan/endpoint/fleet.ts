import type { InstanceOffer } from '../../catalog/types';
import { usdPerHourOf } from '../sizing/price';
import { hoursPerMonth } from '../units';
import type { WeekHours } from './week';
import { hoursPerWeek } from './week';

/** Between what and by what the number of instances moves. */
export interface FleetRoom {
  /** In the busy hours of a schedule, and at all hours without one. */
  readonly minimum: number;
  /** At the other hours. */
  readonly idleMinimum: number;
  readonly maximum: number;
  /** Requests in flight per instance that scaling aims at; absent where the number is fixed or no peak comes. */
  readonly targetConcurrency?: number;
  /** Nothing runs in hours without traffic. */
  readonly toZero?: boolean;
}

/** Hours of a month with the same load and number of instances. */
export interface FleetHours {
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

/** How many instances run in every hour of a week, taken to a month of 730 hours. Scaling is taken to follow at once. */
export function fleetOverWeek(week: readonly WeekHours[], peakConcurrency: number, room: FleetRoom): Fleet {
  const hours = week.map(({ hours: count, load, busy }) => ({
    hours: (count * hoursPerMonth) / hoursPerWeek,
    load,
    instances: instancesAt(load, busy, peakConcurrency, room),
  }));
  const counts = hours.map(({ instances }) => instances);
  return {
    hours,
    least: Math.min(...counts),
    most: Math.max(...counts),
    mean: hours.reduce((sum, each) => sum + each.hours * each.instances, 0) / hoursPerMonth,
  };
}

function instancesAt(load: number, busy: boolean, peakConcurrency: number, room: FleetRoom): number {
  if (room.toZero === true && load === 0) return 0;
  const minimum = busy ? room.minimum : room.idleMinimum;
  if (room.targetConcurrency === undefined) return minimum;
  // A fraction of the peak such as 0.7 x 10 is not whole in binary.
  const wanted = Math.ceil((load * peakConcurrency) / room.targetConcurrency - 1e-9);
  return Math.max(minimum, Math.min(room.maximum, wanted));
}

/** Dollars of a fleet over a month; undefined when the offer has no price. Reserved instances are taken first. */
export function fleetUsdPerMonth(fleet: Fleet, offer: InstanceOffer): number | undefined {
  if (offer.usdPerHour === undefined) return undefined;
  return fleet.hours.reduce((sum, { hours, instances }) => sum + hours * (usdPerHourOf(offer, instances) ?? 0), 0);
}

/** Part of what an instance carries at which one more instance is started: it takes minutes to load the weights. */
export const headroom = 0.7;

/** Part of what an instance carries at which one more is started. */
export function earlyTarget(concurrencyPerCopy: number): number {
  return Math.max(1, Math.floor(concurrencyPerCopy * headroom));
}
