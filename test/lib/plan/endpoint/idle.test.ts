import { messageOf } from '../../../../lib/messages';
import { plan } from '../../../../lib/plan';
import type { EndpointSpec } from '../../../../lib/platform';
import { catalog } from '../../../helpers/catalog';
import { environmentPlan } from '../../../helpers/plan';
import { developmentEnvironment, endpoint, resolvedPlatform } from '../../../helpers/platform';

const schedule = { days: 'weekdays', fromHour: 8, toHour: 18 } as const;
const day = (busy: number, quiet: number): readonly number[] =>
  Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 18 ? busy : quiet));
/** On the fixture five H100 carry 60 requests in flight on either cloud; L40S is pinned out. */
const traffic = {
  peakConcurrency: 60,
  inputTokens: 1000,
  outputTokens: 200,
  week: { weekday: day(1, 0.1), weekend: day(0, 0) },
};
const pinned = { aws: { instanceType: 'ml.p5.4xlarge' } };

function issues(overrides: Partial<EndpointSpec>, environment = 'prod') {
  const result = plan(resolvedPlatform({ endpoints: { chat: endpoint(overrides) } }), environment, catalog);
  return result.issues.map(({ code, path }) => [code, path, messageOf(code).severity]);
}

test('a schedule lowers the minimum at quiet hours, and the price follows it', () => {
  const spec = { clouds: ['aws' as const], traffic, pinned };
  const warm = environmentPlan({ endpoints: { chat: endpoint(spec) } }, 'prod').aws?.deployment.endpoints.chat;
  const quiet = environmentPlan({ endpoints: { chat: endpoint({ ...spec, whenIdle: { schedule } }) } }, 'prod').aws
    ?.deployment.endpoints.chat;
  expect(warm?.capacity.value).toEqual(quiet?.capacity.value);
  const most = warm?.performance?.value.copies ?? 0;
  expect(warm?.usdPerMonth.value).toBe(most * 7300);
  expect(quiet?.scheduledActions?.value.map(({ minInstances }) => minInstances)).toEqual([most, 2]);
  // 50 of 168 hours at the peak, 2 at the others.
  expect(quiet?.usdPerMonth.value).toBe(Math.round(((50 * most + 118 * 2) / 168) * 7300));
  expect(warm?.usdPerMonth.rejected[0]).toMatchObject({
    value: 'a minimum of 2 at quiet hours',
    usdPerMonth: quiet?.usdPerMonth.value,
  });
});

test('a schedule is warned of where the tier leaves nothing to lower, and where nothing deploys it', () => {
  expect(issues({ traffic, pinned, whenIdle: { schedule } })).toEqual([
    ['ScheduleNotDeployed', 'endpoints.chat.whenIdle.schedule', 'warning'],
  ]);
  expect(issues({ clouds: ['aws'], whenIdle: { schedule } })).toEqual([
    ['ScheduleWithoutEffect', 'endpoints.chat.whenIdle.schedule', 'warning'],
  ]);
  expect(issues({ traffic, pinned, whenIdle: { schedule } }, 'dev')).toEqual([]);
});

test.each([
  ['scale-to-zero', { timeToFirstTokenMs: 2000 }, [['ColdStartBreaksObjective', 'endpoints.chat.whenIdle', 'warning']]],
  ['scale-to-zero', { timePerOutputTokenMs: 100 }, []],
  ['keep-warm', { timeToFirstTokenMs: 2000 }, []],
] as const)('%s with the objective %j reports %j', (whenIdle, slo, expected) => {
  const spec = resolvedPlatform({
    environments: { dev: developmentEnvironment() },
    endpoints: { chat: endpoint({ clouds: ['aws'], whenIdle, slo }) },
  });
  const found = plan(spec, 'dev', catalog);
  expect(found.ok).toBe(true);
  expect(found.issues.map(({ code, path }) => [code, path, messageOf(code).severity])).toEqual(expected);
});

test('warns of answers that Azure would cut', () => {
  const slow = { peakConcurrency: 2, inputTokens: 1000, outputTokens: 8000, maxTokens: 9000 };
  expect(issues({ clouds: ['azure'], traffic: slow })).toEqual([
    ['AnswerSlowerThanLimit', 'endpoints.chat.traffic.outputTokens', 'warning'],
  ]);
});
