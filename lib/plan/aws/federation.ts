import type { AwsContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { decide, derive } from '../decision';
import { githubIssuer, githubSubject } from '../github-subject';
import type { AwsFoundationPlan } from './aws-plan';

/** Default qualifier of CDK bootstrap stacks: part of the names of their roles. */
const qualifier = 'hnb659fds';
const bootstrapRoles = ['deploy', 'file-publishing', 'image-publishing', 'lookup'] as const;

/** How the pipeline of a platform gets short-lived credentials; undefined without a pipeline. */
export function federation(context: AwsContext): AwsFoundationPlan['federation'] {
  const { pipeline } = context.platform;
  if (pipeline === undefined) return undefined;
  const subject = githubSubject(pipeline, context.key);
  return {
    provider: provider(context),
    issuer: decide(githubIssuer, 'federation.issuer', 'issuer of GitHub Actions tokens'),
    audience: decide('sts.amazonaws.com', 'federation.audience', 'audience of configure-aws-credentials'),
    subjects: derive(subject, [subject.value]),
    roleName: awsName(context, 'iam-role', 'pipeline'),
    assumableRoleArns: assumableRoleArns(context),
  };
}

function provider({ platform, key, target }: AwsContext): Decision<'create' | 'import'> {
  const inAccount = Object.entries(platform.environments)
    .filter(([, environment]) => environment.aws?.account === target.account)
    .map(([name]) => name);
  const first = inAccount.at(0) ?? key;
  return first === key
    ? decide('create', 'federation.account-singleton', `'${key}' is the first environment of account ${target.account}`)
    : decide(
        'import',
        'federation.account-singleton',
        `an account has one provider per issuer, and '${first}', declared earlier, creates it in ${target.account}`,
      );
}

function assumableRoleArns({ target: { account, region } }: AwsContext): Decision<readonly string[]> {
  return decide(
    bootstrapRoles.map((role) => `arn:aws:iam::${account}:role/cdk-${qualifier}-${role}-role-${account}-${region}`),
    'federation.bootstrap-roles',
    'the pipeline role has no other permission: it assumes the four bootstrap roles of this account and region',
    [
      {
        value: 'AdministratorAccess',
        reason: 'the execution role of CloudFormation has the permissions, and only stacks use it',
      },
    ],
  );
}
