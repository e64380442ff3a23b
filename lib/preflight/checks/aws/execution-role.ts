import type { SettledAwsPlan } from '../../../plan';
import type { AwsCheck, PolicyJudge } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';
import { plannedActions } from '../../planned-actions';

/** Rights that a finding names. */
const mostNamed = 10;

/** Whether the role that CloudFormation acts as may create what is planned. */
export const executionRole: AwsCheck = {
  id: 'aws.execution-role',
  cloud: 'aws',
  asks: 'Do the policies of the CloudFormation execution role allow what the deployment creates?',
  questions: ['rolePolicies'],
  run: async (ask, plan, input) => {
    const { account, region, bootstrapQualifier } = plan;
    const role = `cdk-${bootstrapQualifier}-cfn-exec-role-${account}-${region}`;
    const place = at(executionRole, role);
    return outcomeOf(
      place,
      await ask.rolePolicies(role),
      (documents) => {
        const names = input.missingRights?.(documents) ?? judged(documents, plan, input.judge);
        return names.length === 0
          ? passed(place, 'what is created is allowed')
          : {
              kind: 'finding',
              ...place,
              cause: 'missing-right',
              got: `${names.length} rights are missing: ${names.slice(0, mostNamed).join('; ')}${names.length > mostNamed ? '; …' : ''}`,
              expected: 'every action that the templates need',
              fix: `llmops bootstrap --env ${input.environment}, and bootstrap the account with what it writes`,
              next: noneKnown,
            };
      },
      () => ({
        kind: 'finding',
        ...place,
        cause: 'not-bootstrapped',
        got: 'no such role',
        expected: 'the execution role of the bootstrap',
        fix: `llmops bootstrap --env ${input.environment}, and the commands for ${account}/${region} that it writes`,
        next: noneKnown,
      }),
    );
  },
};

/** Actions of the plan, one of each service, that the policies do not allow. */
function judged(documents: readonly unknown[], plan: SettledAwsPlan, judge: PolicyJudge): readonly string[] {
  const missing = plannedActions(plan).filter((request) => {
    const answer = judge(documents, request);
    return answer.denies || !answer.allows;
  });
  return [...new Set(missing.map(({ action }) => action))];
}
