import type { PlantedFault } from '../planted';
import { resource, roleFor, templateOf } from './resources';

const rule = (expression: string): ReturnType<typeof templateOf> =>
  templateOf({ R: resource('Events::Rule', { ScheduleExpression: expression }) });
const schedule = (expression: string): ReturnType<typeof templateOf> =>
  templateOf({
    R: roleFor('scheduler.amazonaws.com'),
    Q: resource('SQS::Queue'),
    S: resource('Scheduler::Schedule', {
      ScheduleExpression: expression,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: { 'Fn::GetAtt': ['Q', 'Arn'] }, RoleArn: { 'Fn::GetAtt': ['R', 'Arn'] } },
    }),
  });

/** Faults of schedules. */
export const scheduleFaults: readonly PlantedFault[] = [
  {
    id: 'sched_rate',
    fault: 'the plural for one',
    broken: rule('rate(1 minutes)'),
    valid: rule('rate(1 minute)'),
    reason: /#\/ScheduleExpression: Parameter ScheduleExpression is not valid\..*rate\(1 minute\)/,
  },
  {
    id: 'sched_cron',
    fault: 'a cron of five fields',
    broken: rule('cron(0 12 * * ?)'),
    valid: rule('cron(0 12 * * ? *)'),
    reason: /#\/ScheduleExpression: Parameter ScheduleExpression is not valid\..*5 fields/,
  },
  {
    id: 'sched_cron_days',
    fault: 'both days of a cron given',
    broken: rule('cron(0 12 * * * *)'),
    valid: rule('cron(0 12 * * ? *)'),
    reason: /day-of-month or day-of-week/,
  },
  {
    id: 'scheduler_cron',
    fault: 'a month of 13',
    broken: schedule('cron(0 12 1 13 ? *)'),
    valid: schedule('cron(0 12 1 12 ? *)'),
    reason: /#\/ScheduleExpression: Invalid Schedule Expression cron\(0 12 1 13 \? \*\)\..*month/,
  },
  {
    id: 'scheduler_at',
    fault: 'a time with a zone in it',
    broken: schedule('at(2030-01-01T00:00:00Z)'),
    valid: schedule('at(2030-01-01T00:00:00)'),
    reason: /#\/ScheduleExpression: Invalid Schedule Expression at\(2030-01-01T00:00:00Z\)/,
  },
];
