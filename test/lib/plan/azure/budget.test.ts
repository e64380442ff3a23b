import { settle } from '../../../../lib/plan';
import { resolve } from '../../../../lib/platform';
import { azurePlan } from '../../../helpers/plan';
import { azureTarget, developmentEnvironment, platform } from '../../../helpers/platform';

const withBudget = (firstMonth: string) => ({
  environments: {
    dev: developmentEnvironment({ azure: { ...azureTarget, budget: { amountPerMonth: 5000, firstMonth } } }),
  },
});

test('a budget starts on the first day of its month and tells the owner', () => {
  expect(azurePlan().initialization).not.toHaveProperty('budget');
  expect(settle(azurePlan(withBudget('2026-12')).initialization.budget)).toEqual({
    budgetName: 'support-dev',
    amountPerMonth: 5000,
    startDate: '2026-12-01T00:00:00Z',
    email: 'ai-platform@example.com',
    notifyAtPercent: [80, 100],
  });
});

test.each(['2026-13', '2026-12-01', '12/2026'])('refuses %s as a month', (month) => {
  expect(resolve(platform(withBudget(month))).issues).toMatchObject([
    { code: 'InvalidMonth', path: 'environments.dev.azure.budget.firstMonth', got: month },
  ]);
});
