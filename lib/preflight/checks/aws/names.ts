import type { SettledAwsPlan } from '../../../plan';
import type { Answer } from '../../answer';
import type { AwsCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';
import type { AwsQuestions, StackState } from '../../ports/aws';

/** Whether names that are unique in the account, or in all of AWS, are free or belong to the environment's own stacks. */
export const names: AwsCheck = {
  id: 'aws.names',
  cloud: 'aws',
  asks: 'Are bucket, log group and identity provider free, or of a stack of the environment?',
  questions: ['stack', 'bucket', 'logGroup', 'identityProviders'],
  run: async (ask, plan) => {
    const [foundation, integration] = await Promise.all([
      ask.stack(plan.stackNames.foundation),
      ask.stack(plan.stackNames.integration),
    ]);
    const [bucket, logGroup, provider] = await Promise.all([
      bucketOutcomes(ask, plan, integration),
      logGroupOutcomes(ask, plan, foundation),
      providerOutcomes(ask, plan, foundation),
    ]);
    return [...bucket, ...logGroup, ...provider];
  },
};

/** Whether a stack holds its resources. One whose creation was rolled back has only what it could not delete. */
function holds(stack: Answer<StackState>): boolean {
  return (
    stack.kind === 'value' &&
    /^(CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE$/.test(stack.value.status)
  );
}

/** A name that exists: of the stack, or in its way; unverified when it is not known whether there is a stack. */
function taken(name: string, stack: Answer<StackState>, fix: string): readonly Outcome[] {
  const place = at(names, name);
  if (stack.kind === 'not-asked') return outcomeOf(place, stack, () => []);
  return [
    holds(stack)
      ? passed(place, 'belongs to a stack of the environment')
      : {
          kind: 'finding',
          ...place,
          cause: 'name-taken',
          got: 'it exists, and no stack of the environment has it',
          expected: 'a name that is free',
          fix,
          next: noneKnown,
        },
  ];
}

async function bucketOutcomes(
  ask: AwsQuestions,
  plan: SettledAwsPlan,
  stack: Answer<StackState>,
): Promise<readonly Outcome[]> {
  const name = plan.integration.artifactBucketName;
  const answer = await ask.bucket(name);
  return outcomeOf(
    at(names, name),
    answer,
    (owner) =>
      owner === 'own'
        ? taken(name, stack, `empty and delete s3://${name}, or import it into ${plan.stackNames.integration}`)
        : taken(
            name,
            { kind: 'absent' },
            'change aws.namePrefix or the name of the platform: another account has the bucket',
          ),
    () => passed(at(names, name), 'free'),
  );
}

async function logGroupOutcomes(
  ask: AwsQuestions,
  plan: SettledAwsPlan,
  stack: Answer<StackState>,
): Promise<readonly Outcome[]> {
  const { groupName: name, existing } = plan.foundation.logs;
  const answer = await ask.logGroup(name);
  if (existing === true) {
    return outcomeOf(
      at(names, name),
      answer,
      () => passed(at(names, name), 'there, as the config says'),
      () => ({
        kind: 'finding',
        ...at(names, name),
        cause: 'asset-missing',
        got: 'no such log group',
        expected: 'the log group of the config',
        fix: 'create it, or leave it out of the config',
        next: noneKnown,
      }),
    );
  }
  return outcomeOf(
    at(names, name),
    answer,
    () => taken(name, stack, `delete the log group ${name}, or import it into ${plan.stackNames.foundation}`),
    () => passed(at(names, name), 'free'),
  );
}

async function providerOutcomes(
  ask: AwsQuestions,
  plan: SettledAwsPlan,
  stack: Answer<StackState>,
): Promise<readonly Outcome[]> {
  const { federation } = plan.foundation;
  if (federation === undefined) return [];
  const host = federation.issuer.replace(/^https:\/\//, '');
  const place = at(names, `identity provider ${host}`);
  return outcomeOf(place, await ask.identityProviders(), (arns) => {
    const exists = arns.some((arn) => arn.endsWith(`oidc-provider/${host}`));
    if (federation.provider === 'import') {
      return exists
        ? passed(place, 'it exists, as the config says')
        : {
            kind: 'finding',
            ...place,
            cause: 'not-registered',
            got: 'the account has no provider of the issuer',
            expected: 'the provider that is imported',
            fix: "deploy the environment that creates it first, or create it, or leave out aws.identityProvider: 'existing'",
            next: noneKnown,
          };
    }
    return exists
      ? taken(place.place, stack, "write environments.<name>.aws.identityProvider: 'existing', so that it is imported")
      : passed(place, 'free');
  });
}
