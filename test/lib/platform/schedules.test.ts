import type { ScheduleSpec } from '../../../lib/platform';
import { planIssues } from '../../helpers/plan';
import { reported } from '../../helpers/spec-mistakes';

const at = 'knowledge/handbook/ingestion';

test.each<[string, ScheduleSpec | object, string, RegExp]>([
  ['six fields', { cron: '0 3 * * ? *' }, 'InvalidSchedule', /leave the year out/],
  ['four fields', { cron: '0 3 * *' }, 'InvalidSchedule', /write a line/],
  ['an hour that no day has', { cron: '0 24 * * *' }, 'InvalidSchedule', /another hour/],
  ['a name of a day', { cron: '0 3 * * MON' }, 'InvalidSchedule', /another weekday/],
  ['both days', { cron: '0 3 1 * 1' }, 'InvalidSchedule', /as day or as weekday/],
  ['a zone that is none', { cron: '0 3 * * *', timeZone: 'CET' }, 'InvalidTimeZone', /area and place/],
])('%s is refused: %j', (_, schedule, code, fix) => {
  const found = reported('tuning/chat-lora/schedule', schedule);
  const issue = found.find((one) => one.code === code);
  expect(issue?.path).toMatch(/^tuning\.chat-lora\.schedule/);
  expect(issue?.fix).toMatch(fix);
});

test('an interval is a positive number of minutes', () => {
  expect(reported(at, { everyMinutes: 0 }).map(({ path }) => path)).toEqual([
    expect.stringMatching(/^knowledge\.handbook\.ingestion/),
  ]);
});

test('an indexer of AI Search has an interval of five minutes to a day, and no times', () => {
  expect(reported(at, { everyMinutes: 2 })).toEqual([
    {
      code: 'NumberOutOfRange',
      path: 'knowledge.handbook.ingestion.everyMinutes',
      got: 2,
      expected: '5 to 1440',
      fix: 'use 5',
    },
  ]);
  expect(reported(at, { everyMinutes: 2880 })).toMatchObject([{ code: 'NumberOutOfRange', fix: 'use 1440' }]);
  expect(reported(at, { cron: '0 3 * * *' })).toMatchObject([
    { code: 'InvalidSchedule', path: 'knowledge.handbook.ingestion', fix: 'write { everyMinutes: 60 }' },
  ]);
  expect(reported(at, { everyMinutes: 60 })).toEqual([]);
});

test('without a schedule nothing is reported', () => {
  expect(planIssues({})).toEqual([]);
});
