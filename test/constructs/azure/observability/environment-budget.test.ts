import { EnvironmentBudget } from '../../../../constructs/azure/observability/environment-budget';
import { inputsOf, recordProgram } from '../../../helpers/azure-recording';
import { at } from '../../../helpers/json-path';

test('counts the costs of a resource group by month and tells at each percentage and at a forecast', async () => {
  const recording = await recordProgram(() => {
    new EnvironmentBudget('budget', {
      budgetName: 'b',
      scope: '/subscriptions/s/resourceGroups/rg',
      amountPerMonth: 5000,
      startDate: '2026-12-01T00:00:00Z',
      email: 'team@example.com',
      notifyAtPercent: [80, 100],
    });
  });
  const inputs = inputsOf(recording, 'consumption:Budget');
  expect(inputs).toMatchObject({
    scope: '/subscriptions/s/resourceGroups/rg',
    category: 'Cost',
    amount: 5000,
    timeGrain: 'Monthly',
    timePeriod: { startDate: '2026-12-01T00:00:00Z' },
  });
  const notification = { enabled: true, operator: 'GreaterThanOrEqualTo', contactEmails: ['team@example.com'] };
  expect(at(inputs, 'notifications')).toEqual({
    'actual-80': { ...notification, threshold: 80, thresholdType: 'Actual' },
    'actual-100': { ...notification, threshold: 100, thresholdType: 'Actual' },
    'forecast-100': { ...notification, threshold: 100, thresholdType: 'Forecasted' },
  });
});
