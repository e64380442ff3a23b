import type { AwsContext } from '../context';
import { awsName } from '../context';
import { cite, decide, pinned, withRejected } from '../decision';
import type { AwsFoundationPlan } from './aws-plan';

/** The budget of the account; nothing where the config has none. */
export function awsBudget(context: AwsContext): Pick<AwsFoundationPlan, 'budget'> {
  const { budget } = context.target;
  if (budget === undefined) return {};
  const amount = pinned(budget.amountPerMonth, `environments.${context.key}.aws.budget.amountPerMonth`);
  const [whole] = cite(undefined, 'budget.whole-account', 'the whole account counts, also what others run in it', {
    source:
      'docs.aws.amazon.com, Activating user-defined cost allocation tags: a tag is activated in the payer account',
    asOf: '2026-11-30',
  }).because;
  return {
    budget: {
      budgetName: awsName(context, 'aws-budget'),
      amountPerMonth: withRejected(
        { ...amount, because: [...amount.because, ...(whole === undefined ? [] : [whole])] },
        [
          {
            value: 'the costs under the tags of the platform',
            reason:
              'a budget shows 0 until somebody has activated the tags in the payer account, and nobody would notice',
          },
        ],
      ),
      email: pinned(context.platform.owner.contact, 'owner.contact'),
      notifyAtPercent: decide(
        [80, 100],
        'budget.notify',
        'at 80 percent there is time to act; the forecast for 100 percent is sent too',
      ),
    },
  };
}
