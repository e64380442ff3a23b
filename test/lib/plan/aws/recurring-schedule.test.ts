import { scheduleProblems } from '../../../../constructs/aws/schedule/recurring-schedule';
import { schedulePlan } from '../../../../lib/plan/aws/recurring-schedule';

test.each([
  [1, 'rate(1 minute)'],
  [30, 'rate(30 minutes)'],
  [60, 'rate(1 hour)'],
  [90, 'rate(90 minutes)'],
  [1440, 'rate(1 day)'],
  [10_080, 'rate(7 days)'],
])('every %d minutes is %s', (everyMinutes, expression) => {
  expect(schedulePlan({ everyMinutes }, 'here').value).toEqual({ expression, timeZone: 'UTC' });
});

test.each([
  ['0 3 * * *', 'cron(0 3 * * ? *)'],
  ['*/15 * * * *', 'cron(0/15 * * * ? *)'],
  ['0 */6 * * *', 'cron(0 0/6 * * ? *)'],
  ['30 2 1,15 * *', 'cron(30 2 1,15 * ? *)'],
  ['0 3 * * 1-5', 'cron(0 3 ? * MON-FRI *)'],
  ['0 3 * */2 0,6', 'cron(0 3 ? 1/2 SUN,SAT *)'],
  ['0 3 * * */2', 'cron(0 3 ? * 1/2 *)'],
])('%s is %s, which Scheduler reads', (cron, expression) => {
  const { value } = schedulePlan({ cron, timeZone: 'Europe/Berlin' }, 'here');
  expect(value).toEqual({ expression, timeZone: 'Europe/Berlin' });
  expect(scheduleProblems('schedule', value)).toEqual([]);
});

test('the plan says what starts cost, and where the price is from', () => {
  const [, price] = schedulePlan({ everyMinutes: 60 }, 'knowledge.handbook.ingestion').because;
  expect(price).toMatchObject({ rule: 'schedule.price', source: { asOf: '2026-12-01' } });
  expect(price?.text).toContain('14 million starts a month are free');
});
