import { scheduleProblems } from '../../../../constructs/aws/schedule/recurring-schedule';

test.each([
  ['rate(1 day)', undefined],
  ['rate(30 minutes)', 'UTC'],
  ['cron(0 3 * * ? *)', 'Europe/Berlin'],
  ['cron(0 3 ? * MON-FRI *)', 'America/New_York'],
])('%s in %s is a schedule', (expression, timeZone) => {
  expect(scheduleProblems('schedule', { expression, ...(timeZone === undefined ? {} : { timeZone }) })).toEqual([]);
});

test.each([
  ['five fields', 'cron(0 3 * * *)', /has 5 fields, expected 6/],
  ['both days', 'cron(0 3 1 * 2 *)', /expected '\?' as day-of-month or day-of-week/],
  ['a minute that no hour has', 'cron(61 3 * * ? *)', /minutes of the cron is '61'/],
  ['a rate of nothing', 'rate(0 minutes)', /positive number/],
  ['seconds', 'rate(30 seconds)', /minutes, hours or days/],
  ['one time only', 'at(2030-01-31T12:00:00)', /starts again and again/],
  ['a crontab line', '0 3 * * *', /rate\(…\) or cron\(…\)/],
])('%s is refused: %s', (_, expression, expected) => {
  const [problem, ...more] = scheduleProblems('schedule', { expression });
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ prop: 'schedule.expression', got: expression });
  expect(problem?.expected).toMatch(expected);
  expect(problem?.fix).not.toBe('');
});

test('an abbreviation that is no zone is named beside the expression', () => {
  const found = scheduleProblems('schedule', { expression: 'rate(1 week)', timeZone: 'Berlin' });
  expect(found.map(({ prop }) => prop)).toEqual(['schedule.expression', 'schedule.timeZone']);
});
