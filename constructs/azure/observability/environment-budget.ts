import { Budget } from '@pulumi/azure-native/consumption';
import type { ComponentResourceOptions, Input } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';

/** Props of an {@link EnvironmentBudget}. */
export interface EnvironmentBudgetProps {
  readonly budgetName: string;
  /** Resource id of the resource group whose costs count. */
  readonly scope: Input<string>;
  /** In the billing currency of the subscription. */
  readonly amountPerMonth: number;
  /** First day of a month, ISO 8601. Azure accepts the month of the first deployment and the months after it. */
  readonly startDate: string;
  /** Gets a mail at each percentage, and when 100 percent are forecast. */
  readonly email: string;
  /** Percent of the amount. */
  readonly notifyAtPercent: readonly number[];
}

/** A monthly budget of a resource group. It sends mails and stops nothing. Free. */
export class EnvironmentBudget extends ComponentResource {
  constructor(name: string, props: EnvironmentBudgetProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:EnvironmentBudget', name, {}, opts);
    const notify = (threshold: number, thresholdType: 'Actual' | 'Forecasted') => ({
      enabled: true,
      operator: 'GreaterThanOrEqualTo',
      threshold,
      thresholdType,
      contactEmails: [props.email],
    });
    new Budget(
      `${name}-budget`,
      {
        budgetName: props.budgetName,
        scope: props.scope,
        category: 'Cost',
        amount: props.amountPerMonth,
        timeGrain: 'Monthly',
        timePeriod: { startDate: props.startDate },
        notifications: {
          ...Object.fromEntries(
            props.notifyAtPercent.map((percent) => [`actual-${percent}`, notify(percent, 'Actual')]),
          ),
          'forecast-100': notify(100, 'Forecasted'),
        },
      },
      // Azure sets the end to ten years after the start.
      { parent: this, ignoreChanges: ['timePeriod.endDate'] },
    );
    this.registerOutputs({});
  }
}
