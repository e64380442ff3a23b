import type { AzureContext } from '../context';
import { azureName } from '../context';
import { decide, pinned } from '../decision';
import type { AzureBudgetPlan } from './azure-plan';

/** The budget of an environment; undefined where the config has none. */
export function azureBudget(context: AzureContext): AzureBudgetPlan | undefined {
  const { budget } = context.target;
  if (budget === undefined) return undefined;
  const path = `environments.${context.key}.azure.budget`;
  return {
    budgetName: azureName(context, 'azure-budget'),
    amountPerMonth: pinned(budget.amountPerMonth, `${path}.amountPerMonth`),
    startDate: pinned(`${budget.firstMonth}-01T00:00:00Z`, `${path}.firstMonth`),
    email: pinned(context.platform.owner.contact, 'owner.contact'),
    notifyAtPercent: decide(
      [80, 100],
      'budget.notify',
      'at 80 percent there is time to act; the forecast for 100 percent is sent too',
    ),
  };
}
