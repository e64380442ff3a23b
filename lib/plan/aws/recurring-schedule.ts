import type { ScheduleSpec } from '../../platform';
import type { Decision } from '../decision';
import { pinned } from '../decision';
import type { SchedulePlan } from './aws-plan';

/** A schedule of the config in the words of EventBridge Scheduler. The rules of the config have checked it. */
export function schedulePlan(spec: ScheduleSpec, path: string): Decision<SchedulePlan> {
  if ('everyMinutes' in spec) return pinned({ expression: rate(spec.everyMinutes), timeZone: 'UTC' }, path);
  return pinned({ expression: cron(spec.cron), timeZone: spec.timeZone ?? 'UTC' }, path);
}

/** In the largest unit, as a person would write it. */
function rate(minutes: number): string {
  const [count, unit] =
    minutes % 1440 === 0 ? [minutes / 1440, 'day'] : minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return `rate(${count} ${unit}${count === 1 ? '' : 's'})`;
}

const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * Six fields of five: the year is added, one of the two days is `?`, weekdays have names because EventBridge counts them from 1, and a
 * step has a beginning.
 *
 * Source: "Cron-based schedules" in the user guide of EventBridge Scheduler, read 2026-11-30.
 */
function cron(line: string): string {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = line.trim().split(/\s+/);
  const [monthDay, weekDay] = weekday === '*' ? [stepFrom(day, '1'), '?'] : ['?', weekdaysOf(weekday)];
  return `cron(${stepFrom(minute, '0')} ${stepFrom(hour, '0')} ${monthDay} ${stepFrom(month, '1')} ${weekDay} *)`;
}

function weekdaysOf(field: string): string {
  const parts = field.split(',');
  return parts
    .map((part) =>
      part.startsWith('*/') ? stepFrom(part, '1') : part.replaceAll(/\d/g, (digit) => weekdays[Number(digit)] ?? digit),
    )
    .join(',');
}

function stepFrom(field: string, first: string): string {
  return field.replaceAll('*/', `${first}/`);
}
