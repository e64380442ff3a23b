import { budgetSilent } from '../../../../../../lib/review/rules/azure/operations/budget-silent';
import { azureFound } from '../../../../../helpers/azure-found';

const contact = { enabled: true, contactEmails: ['owner@example.com'] };
const budget = (notifications: unknown) => [
  { type: 'Microsoft.Consumption/budgets', name: 'b', properties: { notifications } },
];
const forecast = { ...contact, thresholdType: 'Forecasted' };

test.each([
  [{ forecast }, []],
  ["[parameters('notifications')]", []],
  [undefined, ['Microsoft.Consumption/budgets/b notifications']],
  [{ actual: { ...contact, thresholdType: 'Actual' } }, ['Microsoft.Consumption/budgets/b notifications']],
  [{ forecast: { ...forecast, enabled: false } }, ['Microsoft.Consumption/budgets/b notifications.forecast']],
  [{ forecast: { ...forecast, contactEmails: [] } }, ['Microsoft.Consumption/budgets/b notifications.forecast']],
])('a budget with %j', (notifications, expected) => {
  expect(azureFound(budgetSilent, budget(notifications))).toEqual(expected);
});
