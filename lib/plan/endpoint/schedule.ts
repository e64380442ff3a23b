import type { EndpointSpec, IdleSchedule, Tier } from '../../platform';
import { fewestReplicas } from '../tier';

/** The schedule of an endpoint, if it has one. */
export function scheduleOf({ whenIdle }: EndpointSpec): IdleSchedule | undefined {
  return typeof whenIdle === 'object' ? whenIdle.schedule : undefined;
}

/** Copies that stay outside of the busy hours: never fewer than the tier allows, never more than run in them. */
export function idleMinimum(endpoint: EndpointSpec, tier: Tier, minimum: number): number {
  const schedule = scheduleOf(endpoint);
  if (schedule === undefined) return minimum;
  return Math.min(minimum, Math.max(fewestReplicas(tier), schedule.minReplicas ?? 0));
}
