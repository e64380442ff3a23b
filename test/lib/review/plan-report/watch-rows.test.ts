import { watchRows } from '../../../../lib/review/plan-report/watch-rows';
import { environmentPlan } from '../../../helpers/plan';
import { azureTarget, developmentEnvironment, endpoint, productionEnvironment } from '../../../helpers/platform';

const contact = 'e-mail to ai-platform@example.com';

function rows(...planned: Parameters<typeof environmentPlan>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    watchRows(environmentPlan(...planned)).map(({ what, cloud, lines }) => [
      `${what} ${cloud}`,
      lines.map(({ text }) => text).join('; '),
    ]),
  );
}

test('production on both clouds says who is told of what, and which identities there are', () => {
  expect(rows({}, 'prod')).toEqual({
    'alarms aws': `2 alarms on latency and errors of 1 endpoint, ${contact}`,
    'alerts azure': `5 alerts on 1 endpoint and 2 services, ${contact}`,
    'identities azure': 'one each for runtime, caller, release, ci',
  });
});

test('development on Azure has no alerts, and without a pipeline no identity for it', () => {
  expect(rows({ pipeline: undefined })).toEqual({
    'alarms aws': `2 alarms on latency and errors of 1 endpoint, ${contact}`,
    'identities azure': 'one each for runtime, caller, release',
  });
});

test('alarms and alerts of nothing have no row', () => {
  const nothing = rows({ models: {}, endpoints: {}, knowledge: {}, registry: undefined, tuning: {} }, 'prod');
  expect(Object.keys(nothing)).toEqual(['identities azure']);
});

test('a budget is said with its amount and start', () => {
  const { aws } = developmentEnvironment();
  const azure = { ...azureTarget, budget: { amountPerMonth: 12_500, firstMonth: '2027-01' } };
  const dev = developmentEnvironment({ ...(aws === undefined ? {} : { aws }), azure });
  expect(rows({ environments: { dev, prod: productionEnvironment() } })).toMatchObject({
    'budget azure':
      '12,500 a month in the billing currency, from 2027-01-01, e-mail at 80 % and 100 %; nothing is stopped',
  });
});

test.each([
  [{}, 3],
  [{ rollback: { waived: true, reason: 'repairs the cause of the alarm' } as const }, 2],
])('copies that scale to zero have an alarm for their rollout unless it is waived: %j', (waived, count) => {
  const chat = endpoint({ clouds: ['aws'], whenIdle: 'scale-to-zero', ...waived });
  const staging = developmentEnvironment({ tier: 'staging' });
  expect(rows({ environments: { staging }, endpoints: { chat }, tuning: {} }, 'staging')['alarms aws']).toBe(
    `${count} alarms on latency and errors of 1 endpoint, ${contact}`,
  );
});
