import type { AccountBudgetProps } from '../../../../constructs/aws';
import { AccountBudget } from '../../../../constructs/aws';
import { onlyResource, templateOf, testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

function synthesize(overrides: Partial<AccountBudgetProps> = {}) {
  const stack = testStack();
  new AccountBudget(stack, 'Budget', {
    budgetName: 'support-dev',
    amountPerMonth: 500,
    email: 'ai-platform@example.com',
    notifyAtPercent: [80, 100],
    ...overrides,
  });
  return onlyResource(templateOf(stack), 'AWS::Budgets::Budget').Properties;
}

test('the account has a monthly limit in US dollars, without a filter that could count nothing', () => {
  expect(synthesize().Budget).toEqual({
    BudgetName: 'support-dev',
    BudgetType: 'COST',
    TimeUnit: 'MONTHLY',
    BudgetLimit: { Amount: 500, Unit: 'USD' },
  });
});

test('the owner gets a mail at each percentage and when all of it is forecast', () => {
  const found = synthesize().NotificationsWithSubscribers as readonly {
    readonly Notification: { readonly NotificationType: string; readonly Threshold: number };
    readonly Subscribers: readonly unknown[];
  }[];
  expect(found.map(({ Notification }) => [Notification.NotificationType, Notification.Threshold])).toEqual([
    ['ACTUAL', 80],
    ['ACTUAL', 100],
    ['FORECASTED', 100],
  ]);
  for (const { Subscribers } of found) {
    expect(Subscribers).toEqual([{ SubscriptionType: 'EMAIL', Address: 'ai-platform@example.com' }]);
  }
});

test.each<[Partial<AccountBudgetProps>, string]>([
  [{ budgetName: 'a:b' }, 'budgetName'],
  [{ notifyAtPercent: [] }, 'notifyAtPercent.length'],
  [{ notifyAtPercent: [10, 20, 30, 40, 50] }, 'notifyAtPercent.length'],
])('refuses %j', async (overrides, prop) => {
  expect(await codedErrorOf(() => synthesize(overrides))).toMatchObject({ place: `test/Budget: ${prop}` });
});
