import { scheduledMinimums, scheduleIssues } from '../../../../lib/plan/aws/schedule';
import type { IdleSchedule } from '../../../../lib/platform';
import { endpoint } from '../../../helpers/platform';

function scheduled(schedule: IdleSchedule, timeZone?: string) {
  const { traffic } = endpoint();
  return endpoint({ whenIdle: { schedule }, traffic: { ...traffic, ...(timeZone === undefined ? {} : { timeZone }) } });
}

const five = { kind: 'instances', minInstances: 5, maxInstances: 10 } as const;

test.each([
  ['weekdays', 7, 19, 'cron(0 7 ? * MON-FRI *)', 'cron(0 19 ? * MON-FRI *)'],
  ['every-day', 7, 19, 'cron(0 7 * * ? *)', 'cron(0 19 * * ? *)'],
  ['weekdays', 7, 24, 'cron(0 7 ? * MON-FRI *)', 'cron(0 0 ? * TUE-SAT *)'],
  ['every-day', 7, 24, 'cron(0 7 * * ? *)', 'cron(0 0 * * ? *)'],
  ['weekdays', 0, 19, 'cron(0 0 ? * MON-FRI *)', 'cron(0 19 ? * MON-FRI *)'],
  ['weekdays', 0, 24, 'cron(0 0 ? * MON *)', 'cron(0 0 ? * SAT *)'],
] as const)('%s from %d to %d begin at %s and end at %s', (days, fromHour, toHour, begin, end) => {
  const actions = scheduledMinimums(scheduled({ days, fromHour, toHour }, 'Europe/Berlin'), 'production', five);
  expect(actions?.value).toEqual([
    { name: 'busy-hours-begin', schedule: begin, timeZone: 'Europe/Berlin', minInstances: 5 },
    { name: 'busy-hours-end', schedule: end, timeZone: 'Europe/Berlin', minInstances: 2 },
  ]);
});

test('changes nothing without a schedule, over a whole week, at the minimum of the tier, or for copies that go to zero', () => {
  const schedule = { days: 'weekdays', fromHour: 7, toHour: 19 } as const;
  const copies = { kind: 'copies', minCopies: 0, maxCopies: 5, acceleratorsPerCopy: 1, minMemoryMiB: 1024 } as const;
  expect(scheduledMinimums(endpoint(), 'production', five)).toBeUndefined();
  expect(
    scheduledMinimums(scheduled({ days: 'every-day', fromHour: 0, toHour: 24 }), 'production', five),
  ).toBeUndefined();
  expect(scheduledMinimums(scheduled(schedule), 'production', { ...five, minInstances: 2 })).toBeUndefined();
  expect(scheduledMinimums(scheduled(schedule), 'production', copies)).toBeUndefined();
});

test.each([
  ['production', { days: 'weekdays', fromHour: 7, toHour: 19 }, 5, []],
  ['production', { days: 'weekdays', fromHour: 7, toHour: 19 }, 2, ['ScheduleWithoutEffect']],
  ['production', { days: 'every-day', fromHour: 0, toHour: 24 }, 5, ['ScheduleWithoutEffect']],
  ['staging', { days: 'every-day', fromHour: 0, toHour: 24 }, 1, []],
] as const)('in %s the schedule %j of %d copies reports %j', (tier, schedule, minimum, codes) => {
  expect(scheduleIssues('chat', scheduled(schedule), tier, minimum).map(({ code }) => code)).toEqual(codes);
});

test('reports nothing about an endpoint without a schedule', () => {
  expect(scheduleIssues('chat', endpoint(), 'production', 2)).toEqual([]);
});
