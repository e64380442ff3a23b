import type { AwsCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';
import { plannedActions } from '../../planned-actions';

/** Whether the role that CloudFormation acts as may create what is planned. */
export const executionRole: AwsCheck = {
  id: 'aws.execution-role',
  cloud: 'aws',
  asks: 'Do the policies of the CloudFormation execution role allow what the deployment creates?',
  questions: ['rolePolicies'],
  run: async (ask, plan, { judge, neededActions }) => {
    const { account, region, bootstrapQualifier } = plan;
    const role = `cdk-${bootstrapQualifier}-cfn-exec-role-${account}-${region}`;
    const place = at(executionRole, role);
    const needed = neededActions ?? plannedActions(plan);
    return outcomeOf(
      place,
      await ask.rolePolicies(role),
      (documents) => {
        const missing = needed.filter((request) => {
          const answer = judge(documents, request);
          return answer.denies || !answer.allows;
        });
        const names = [...new Set(missing.map(({ action }) => action))];
        return names.length === 0
          ? passed(place, `${needed.length} actions of the plan are allowed`)
          : {
              kind: 'finding',
              ...place,
              cause: 'missing-right',
              got: `${names.length} actions are not allowed: ${names.join(', ')}`,
              expected: 'every action that the templates need',
              fix: 'write the execution policy again from the templates, and bootstrap with it',
              next: noneKnown,
            };
      },
      () => ({
        kind: 'finding',
        ...place,
        cause: 'not-bootstrapped',
        got: 'no such role',
        expected: 'the execution role of the bootstrap',
        fix: `npx cdk bootstrap aws://${account}/${region}`,
        next: noneKnown,
      }),
    );
  },
};
