import type { ScheduleSpec } from '../../platform';
import type { Decision, Reason } from '../decision';
import { pinned } from '../decision';
import type { SchedulePlan } from './aws-plan';

/** A schedule of the config in the words of EventBridge Scheduler. The rules of the config have checked it. */
export function schedulePlan(spec: ScheduleSpec, path: string): Decision<SchedulePlan> {
  const plan =
    'everyMinutes' in spec
      ? { expression: rate(spec.everyMinutes), timeZone: 'UTC' }
      : { expression: cron(spec.cron), timeZone: spec.timeZone ?? 'UTC' };
  const decision = pinned(plan, path);
  return { ...decision, because: [...decision.because, price] };
}

/** One start a minute is 44,640 a month. What is started has a price of its own. */
const price: Reason = {
  rule: 'schedule.price',
  text: 'EventBridge Scheduler starts it: the first 14 million starts a month are free',
  source: {
    name: 'AWS price list, AWSEvents of 2024-10-01 (eu-south-1 and ap-northeast-1), in labofsahil/aws-pricing-dataset@18779999',
    asOf: '2026-12-01',
  },
};

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
