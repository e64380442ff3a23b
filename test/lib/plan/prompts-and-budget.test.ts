import { settle } from '../../../lib/plan';
import { awsPlan, azurePlan } from '../../helpers/plan';
import { awsTarget, developmentEnvironment } from '../../helpers/platform';
import { reported } from '../../helpers/spec-mistakes';

test('prompts are kept as long as the environment says, and other logs as the tier does', () => {
  const environments = { dev: developmentEnvironment({ dataRetention: { promptsDays: 60 } }) };
  const { logs, network } = awsPlan({ environments }).foundation;
  expect(logs.retentionDays).toMatchObject({
    value: 60,
    because: [{ text: 'pinned by environments.dev.dataRetention.promptsDays' }],
  });
  expect(network).toMatchObject({ flowLogRetentionDays: { value: 30 } });
  expect(settle(azurePlan({ environments })).initialization.logAnalytics.retentionDays).toBe(60);
  expect(settle(awsPlan()).foundation.logs.retentionDays).toBe(30);
});

test.each([
  [45, 'not a retention step', 60],
  [7, 'Log Analytics', 30],
])('%d days are refused with a number that both clouds take', (days, _why, next) => {
  expect(reported('environments/dev/dataRetention', { promptsDays: days })).toMatchObject([
    { code: 'InvalidRetentionDays', path: 'environments.dev.dataRetention.promptsDays', fix: `use ${next}` },
  ]);
});

test('the account has a budget where the config has one', () => {
  const aws = { ...awsTarget, budget: { amountPerMonth: 500 } };
  const environments = { dev: developmentEnvironment({ aws }) };
  expect(settle(awsPlan({ environments })).foundation.budget).toEqual({
    budgetName: 'support-dev',
    amountPerMonth: 500,
    email: 'ai-platform@example.com',
    notifyAtPercent: [80, 100],
  });
  expect(awsPlan({ environments }).foundation.budget?.amountPerMonth.because.map(({ rule }) => rule)).toEqual([
    'spec.pinned',
    'budget.whole-account',
  ]);
  expect(awsPlan().foundation).not.toHaveProperty('budget');
  expect(reported('environments/dev/aws/budget', { amountPerMonth: 0 })).toMatchObject([{ code: 'NumberOutOfRange' }]);
});
