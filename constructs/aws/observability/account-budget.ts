import * as budgets from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, numberBetween, refuseProps } from '../props/prop-problem';

/** Props of an {@link AccountBudget}. */
export interface AccountBudgetProps {
  readonly budgetName: string;
  /** In US dollars. */
  readonly amountPerMonth: number;
  /** Gets a mail at each percentage, and when 100 percent are forecast. */
  readonly email: string;
  /** Percent of the amount, at most four of them. */
  readonly notifyAtPercent: readonly number[];
}

/** BudgetName, and the notifications of a budget, in the API model of Budgets, botocore 1.44.8. */
const budgetName: Grammar = {
  pattern: /^(?![^:\\]*\/action\/)[^:\\]{1,100}$/,
  expected: 'at most 100 characters without colon and backslash',
  fix: 'use letters, digits and hyphens',
};
const mostNotifications = 5;

/**
 * A monthly budget of the whole account. It sends mails and stops nothing.
 *
 * Creates an AWS budget over the unblended costs of the account. The first two budgets of an account are free.
 *
 * @throws CodedError `InvalidProps`
 */
export class AccountBudget extends Construct {
  readonly resource: budgets.CfnBudget;
  readonly budgetName: string;

  constructor(scope: Construct, id: string, props: AccountBudgetProps) {
    super(scope, id);
    refuseProps(
      this,
      inGrammar('budgetName', props.budgetName, budgetName),
      numberBetween('notifyAtPercent.length', props.notifyAtPercent.length, { least: 1, most: mostNotifications - 1 }),
    );
    const notify = (threshold: number, notificationType: 'ACTUAL' | 'FORECASTED') => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
      subscribers: [{ subscriptionType: 'EMAIL', address: props.email }],
    });
    this.resource = new budgets.CfnBudget(this, 'Resource', {
      budget: {
        budgetName: props.budgetName,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: props.amountPerMonth, unit: 'USD' },
      },
      notificationsWithSubscribers: [
        ...props.notifyAtPercent.map((percent) => notify(percent, 'ACTUAL')),
        notify(100, 'FORECASTED'),
      ],
    });
    this.budgetName = props.budgetName;
  }
}
