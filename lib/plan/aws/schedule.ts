import type { EndpointSpec, IdleSchedule, Issue, Tier } from '../../platform';
import type { Decision } from '../decision';
import { decide } from '../decision';
import type { ScheduledMinimum } from '../endpoint/endpoint-plan';
import { idleMinimum, scheduleOf } from '../endpoint/schedule';
import { fewestReplicas } from '../tier';
import type { AwsCapacityPlan } from './aws-plan';

/** Actions of Application Auto Scaling that raise and lower the minimum; undefined where the minimum never changes. */
export function scheduledMinimums(
  endpoint: EndpointSpec,
  tier: Tier,
  capacity: AwsCapacityPlan,
): Decision<readonly ScheduledMinimum[]> | undefined {
  const schedule = scheduleOf(endpoint);
  if (schedule === undefined || capacity.kind !== 'instances' || wholeWeek(schedule)) return undefined;
  const { minInstances } = capacity;
  const atNight = idleMinimum(endpoint, tier, minInstances);
  if (atNight === minInstances) return undefined;
  const timeZone = endpoint.traffic.timeZone ?? 'UTC';
  const [begin, end] = crons(schedule);
  return decide(
    [
      { name: 'busy-hours-begin', schedule: begin, timeZone, minInstances },
      { name: 'busy-hours-end', schedule: end, timeZone, minInstances: atNight },
    ],
    'capacity.schedule',
    `at least ${minInstances} instances ${busyHours(schedule)} (${timeZone}), at least ${atNight} at other hours; load ` +
      `adds instances at every hour, up to the same maximum`,
  );
}

/** For example `on weekdays from 7:00 to 19:00`. */
function busyHours({ days, fromHour, toHour }: IdleSchedule): string {
  return `${days === 'weekdays' ? 'on weekdays' : 'every day'} from ${fromHour}:00 to ${toHour}:00`;
}

/** A schedule in production that cannot lower the minimum. */
export function scheduleIssues(key: string, endpoint: EndpointSpec, tier: Tier, minimum: number): readonly Issue[] {
  const schedule = scheduleOf(endpoint);
  // Below production one copy runs at every hour.
  if (schedule === undefined || tier !== 'production') return [];
  if (idleMinimum(endpoint, tier, minimum) < minimum && !wholeWeek(schedule)) return [];
  return [
    {
      code: 'ScheduleWithoutEffect',
      path: `endpoints.${key}.whenIdle.schedule`,
      message: `${minimum} copies run in the busy hours, and production needs at least ${fewestReplicas(tier)} at every hour`,
      got: schedule,
      expected: 'a load that needs more copies in the busy hours',
      fix: `remove endpoints.${key}.whenIdle`,
    },
  ];
}

function wholeWeek({ days, fromHour, toHour }: IdleSchedule): boolean {
  return days === 'every-day' && fromHour === 0 && toHour === 24;
}

/** Cron expressions of the start and the end of the busy hours. Hour 24 is hour 0 of the next day. */
function crons({ days, fromHour, toHour }: IdleSchedule): readonly [begin: string, end: string] {
  const midnight = toHour === 24;
  const hour = midnight ? 0 : toHour;
  if (days === 'every-day') return [`cron(0 ${fromHour} * * ? *)`, `cron(0 ${hour} * * ? *)`];
  // Whole days follow one another without an end between them.
  if (fromHour === 0 && midnight) return ['cron(0 0 ? * MON *)', 'cron(0 0 ? * SAT *)'];
  return [`cron(0 ${fromHour} ? * MON-FRI *)`, `cron(0 ${hour} ? * ${midnight ? 'TUE-SAT' : 'MON-FRI'} *)`];
}
