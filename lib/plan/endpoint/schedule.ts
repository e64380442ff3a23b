import type { EndpointSpec, IdleSchedule, Tier } from '../../platform';
import { fewestReplicas } from '../tier';

/** The schedule of an endpoint; undefined without one. */
export function scheduleOf({ whenIdle }: EndpointSpec): IdleSchedule | undefined {
  return typeof whenIdle === 'object' ? whenIdle.schedule : undefined;
}

/** Copies that run outside the busy hours: at least as many as the tier needs, at most as many as in the busy hours. */
export function idleMinimum(endpoint: EndpointSpec, tier: Tier, minimum: number): number {
  const schedule = scheduleOf(endpoint);
  if (schedule === undefined) return minimum;
  return Math.min(minimum, Math.max(fewestReplicas(tier), schedule.minReplicas ?? 0));
}
