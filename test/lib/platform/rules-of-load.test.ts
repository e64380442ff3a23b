import { resolve } from '../../../lib/platform';
import type { Mistake } from '../../helpers/spec-mistakes';
import { platformWith, reported } from '../../helpers/spec-mistakes';

const flat = (fraction: number): readonly number[] => Array.from({ length: 24 }, () => fraction);
const week = { weekday: flat(1), weekend: flat(0.2) };
const traffic = { peakConcurrency: 8, inputTokens: 1000, outputTokens: 200 };
const schedule = { days: 'weekdays', fromHour: 7, toHour: 19 };

const mistakes: readonly Mistake[] = [
  [
    'a day of 23 hours',
    'endpoints/chat/traffic/week',
    { ...week, weekend: flat(0.2).slice(1) },
    {
      code: 'InvalidWeek',
      path: 'endpoints.chat.traffic.week.weekend',
      got: 23,
      expected: '24 numbers, the first for 0:00 to 1:00',
      fix: 'write 1 more',
    },
  ],
  [
    'requests in place of fractions',
    'endpoints/chat/traffic/week',
    { ...week, weekday: [...flat(1).slice(1), 8] },
    {
      code: 'InvalidWeek',
      path: 'endpoints.chat.traffic.week.weekday[23]',
      got: 8,
      expected: 'a number from 0 to 1',
      fix: 'divide the requests in flight of the hour by peakConcurrency',
    },
  ],
  [
    'a week that never reaches its peak',
    'endpoints/chat/traffic/week',
    { weekday: flat(0.5), weekend: flat(0) },
    {
      code: 'InvalidWeek',
      path: 'endpoints.chat.traffic.week',
      got: 0.5,
      expected: 'at least one hour with 1',
      fix: 'divide every hour by 0.5 and set peakConcurrency to 4, or write 1 for the busiest hour',
    },
  ],
  [
    'a load written twice',
    'endpoints/chat/traffic',
    { ...traffic, week, hoursPerDay: 12 },
    {
      code: 'TrafficShapeTwice',
      path: 'endpoints.chat.traffic.hoursPerDay',
      got: 12,
      expected: 'week or hoursPerDay',
      fix: 'remove endpoints.chat.traffic.hoursPerDay: the week is more exact',
    },
  ],
  [
    'a time zone that does not exist',
    'endpoints/chat/traffic/timeZone',
    'Europe/Berlim',
    {
      code: 'InvalidTimeZone',
      path: 'endpoints.chat.traffic.timeZone',
      got: 'Europe/Berlim',
      expected: `'UTC' or an IANA name of area and place, for example 'Europe/Berlin'`,
      fix: `did you mean 'Europe/Berlin'?`,
    },
  ],
  [
    'an abbreviated time zone',
    'endpoints/chat/traffic/timeZone',
    'CET+1',
    {
      code: 'InvalidTimeZone',
      path: 'endpoints.chat.traffic.timeZone',
      got: 'CET+1',
      expected: `'UTC' or an IANA name of area and place, for example 'Europe/Berlin'`,
      fix: 'write area and place: an offset or abbreviation ignores daylight saving time',
    },
  ],
  [
    'a schedule over midnight',
    'endpoints/chat/whenIdle',
    { schedule: { ...schedule, fromHour: 19, toHour: 7 } },
    {
      code: 'InvalidSchedule',
      path: 'endpoints.chat.whenIdle.schedule.toHour',
      got: 7,
      expected: 'an hour after 19, up to 24',
      fix: 'write the busy hours of the day; the night is the time outside of them',
    },
  ],
  [
    'one copy at night where production must keep two',
    'endpoints/chat/whenIdle',
    { schedule: { ...schedule, minReplicas: 1 } },
    {
      code: 'ScheduleBelowTier',
      path: 'endpoints.chat.whenIdle.schedule.minReplicas',
      got: 1,
      expected: 'at least 2, because the platform has a production environment',
      fix: 'remove endpoints.chat.whenIdle.schedule.minReplicas: each tier then has its minimum',
    },
  ],
  [
    'a misspelt idle policy',
    'endpoints/chat/whenIdle',
    'scale-to-zer',
    {
      code: 'UnknownValue',
      path: 'endpoints.chat.whenIdle',
      got: 'scale-to-zer',
      expected: `'keep-warm' or 'scale-to-zero'`,
      fix: `did you mean 'scale-to-zero'?`,
    },
  ],
  [
    'an idle policy that is neither a word nor a schedule',
    'endpoints/chat/whenIdle',
    12,
    {
      code: 'WrongType',
      path: 'endpoints.chat.whenIdle',
      got: 12,
      expected: `'keep-warm', 'scale-to-zero' or { schedule }`,
      fix: `write 'keep-warm', 'scale-to-zero' or { schedule }`,
    },
  ],
  [
    'a misspelt field of a schedule',
    'endpoints/chat/whenIdle',
    { schedule: { ...schedule, fromHuor: 3 } },
    {
      code: 'UnknownField',
      path: 'endpoints.chat.whenIdle.schedule.fromHuor',
      got: 'fromHuor',
      expected: `field 'days', 'fromHour', 'minReplicas' or 'toHour'`,
      fix: `did you mean 'fromHour'?`,
    },
  ],
  [
    'a share on a standby that has none',
    'endpoints/chat/failover',
    { primary: 'aws', standby: 'pilot-light', peakShare: 0.5 },
    {
      code: 'UnknownField',
      path: 'endpoints.chat.failover.peakShare',
      got: 'peakShare',
      expected: `field 'primary' or 'standby'`,
      fix: `remove 'peakShare'`,
    },
  ],
  [
    'a warm standby without its share',
    'endpoints/chat/failover',
    { primary: 'aws', standby: 'warm' },
    {
      code: 'MissingField',
      path: 'endpoints.chat.failover.peakShare',
      expected: 'a number',
      got: undefined,
      fix: 'add endpoints.chat.failover.peakShare',
    },
  ],
  [
    'a waiver whose reason is blank: shown as it was written',
    'endpoints/chat/rollback',
    { waived: true, reason: '  ' },
    {
      code: 'EmptyWaiverReason',
      path: 'endpoints.chat.rollback.reason',
      got: '  ',
      expected: 'a sentence that a reviewer can assess',
      fix: 'write which alarm is red, and what this update repairs',
    },
  ],
  [
    'a comparison with a model that does not exist',
    'endpoints/chat/compareWith',
    ['frontiers'],
    {
      code: 'UnknownModel',
      path: 'endpoints.chat.compareWith[0]',
      got: 'frontiers',
      expected: `model 'chat', 'embed', 'embed-azure' or 'frontier'`,
      fix: `did you mean 'frontier'?`,
    },
  ],
  [
    'a comparison with open weights',
    'endpoints/chat/compareWith',
    ['chat'],
    {
      code: 'WrongModelKind',
      path: 'endpoints.chat.compareWith[0]',
      got: 'chat',
      expected: `a model of kind bedrock or azure-openai: 'embed', 'embed-azure' or 'frontier'`,
      fix: `use 'embed', 'embed-azure' or 'frontier'`,
    },
  ],
  [
    'quantised weights that lie nowhere',
    'endpoints/chat/quantisation',
    { fp8: {} },
    {
      code: 'MissingArtifact',
      path: 'endpoints.chat.quantisation.fp8',
      got: {},
      expected: 's3Uri or azureModelUri',
      fix: 'write the location of the fp8 weights, or remove endpoints.chat.quantisation.fp8: the plan prices the usual formats anyway',
    },
  ],
  [
    'quantised weights at a place without its slash',
    'endpoints/chat/quantisation',
    { fp8: { s3Uri: 's3://weights/fp8' } },
    {
      code: 'InvalidArtifactUri',
      path: 'endpoints.chat.quantisation.fp8.s3Uri',
      got: 's3://weights/fp8',
      expected: 's3://bucket/prefix/ with a final slash',
      fix: 'use s3://bucket/prefix/ with a final slash',
    },
  ],
  [
    'a quota below nothing',
    'environments/dev/aws/quotas',
    { 'L-9614C779': -1 },
    {
      code: 'NumberOutOfRange',
      path: 'environments.dev.aws.quotas.L-9614C779',
      got: -1,
      expected: 'at least 0',
      fix: 'use at least 0',
    },
  ],
];

test.each(mistakes)('fails on %s and says how to right it', (_title, path, value, issue) => {
  expect(reported(path, value)).toEqual([issue]);
});

test.each(['pilot-light', 'full', 'none'])('fails on a %s standby with one cloud', (standby) => {
  const spec = platformWith(['endpoints/chat/clouds', ['aws']], ['endpoints/chat/failover', { standby }]);
  expect(resolve(spec).issues.map(({ code, fix }) => [code, fix])).toEqual([
    ['FailoverNeedsBothClouds', `add 'azure' to endpoints.chat.clouds, or remove endpoints.chat.failover`],
  ]);
});

test('accepts a week, a schedule, a failover, weights, formats, a comparison and quotas that make sense', () => {
  const spec = platformWith(
    ['endpoints/chat/traffic/week', week],
    ['endpoints/chat/traffic/timeZone', 'America/Argentina/Buenos_Aires'],
    ['endpoints/chat/whenIdle', { schedule }],
    ['endpoints/chat/failover', { standby: 'warm', peakShare: 0.5 }],
    ['endpoints/chat/weights', { carbonUsdPerTonneCo2e: 100, lostInstanceUsdPerMonth: 0 }],
    ['endpoints/chat/quantisation', { fp8: { s3Uri: 's3://weights/fp8/' } }],
    ['endpoints/chat/compareWith', ['frontier']],
    ['environments/dev/aws/quotas', { 'L-9614C779': 0 }],
    ['environments/dev/azure/quotas', { StandardNCadsH100v5Family: 80 }],
  );
  expect(resolve(spec).issues).toEqual([]);
});
