import type { EndpointSpec, IdleSchedule, Issue, Tier } from '../../platform';
import type { Decision } from '../decision';
import { decide } from '../decision';
import type { ScheduledMinimum } from '../endpoint/endpoint-plan';
import { idleMinimum, scheduleOf } from '../endpoint/schedule';
import { fewestReplicas } from '../tier';
import type { AwsCapacityPlan } from './aws-plan';

/** Actions of Application Auto Scaling that raise and lower the minimum; absent where the minimum never changes. */
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
    `at least ${minInstances} instances ${inWords(schedule)} (${timeZone}), at least ${atNight} at other hours; load still ` +
      `adds instances at any hour, up to the same maximum`,
  );
}

/** `weekdays from 7:00 to 19:00` */
export function inWords({ days, fromHour, toHour }: IdleSchedule): string {
  return `${days === 'weekdays' ? 'on weekdays' : 'every day'} from ${fromHour}:00 to ${toHour}:00`;
}

/** A schedule that changes nothing where it was meant to. */
export function scheduleIssues(key: string, endpoint: EndpointSpec, tier: Tier, minimum: number): readonly Issue[] {
  const schedule = scheduleOf(endpoint);
  // Below production one copy runs anyway.
  if (schedule === undefined || tier !== 'production') return [];
  if (idleMinimum(endpoint, tier, minimum) < minimum && !wholeWeek(schedule)) return [];
  return [
    {
      code: 'ScheduleWithoutEffect',
      path: `endpoints.${key}.whenIdle.schedule`,
      message: `${minimum} copies run in the busy hours, and ${fewestReplicas(tier)} are the fewest of production: nothing can be lowered`,
      got: schedule,
      expected: 'busy hours that need more copies than the others',
      fix: `remove endpoints.${key}.whenIdle`,
    },
  ];
}

function wholeWeek({ days, fromHour, toHour }: IdleSchedule): boolean {
  return days === 'every-day' && fromHour === 0 && toHour === 24;
}

/** When the busy hours begin and end. Midnight at the end of a day is the beginning of the next. */
function crons({ days, fromHour, toHour }: IdleSchedule): readonly [begin: string, end: string] {
  const midnight = toHour === 24;
  const hour = midnight ? 0 : toHour;
  if (days === 'every-day') return [`cron(0 ${fromHour} * * ? *)`, `cron(0 ${hour} * * ? *)`];
  // Days without a night between them are one stretch.
  if (fromHour === 0 && midnight) return ['cron(0 0 ? * MON *)', 'cron(0 0 ? * SAT *)'];
  return [`cron(0 ${fromHour} ? * MON-FRI *)`, `cron(0 ${hour} ? * ${midnight ? 'TUE-SAT' : 'MON-FRI'} *)`];
}
