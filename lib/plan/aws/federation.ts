import type { AwsContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { decide, derive, pinned } from '../decision';
import { githubIssuer, githubSubject } from '../github-subject';
import type { AwsFoundationPlan } from './aws-plan';
import type { AwsStandbyPlan } from './standby-plan';

/** Qualifier of a bootstrap stack that names none: part of the names of its roles. */
const defaultQualifier = 'hnb659fds';
const bootstrapRoles = ['deploy', 'file-publishing', 'image-publishing', 'lookup'] as const;

/** How the pipeline of a platform gets short-lived credentials; undefined without a pipeline. */
export function federation(context: AwsContext, standby: AwsStandbyPlan | undefined): AwsFoundationPlan['federation'] {
  const { pipeline } = context.platform;
  if (pipeline === undefined) return undefined;
  const subject = githubSubject(pipeline, context.key);
  return {
    provider: provider(context),
    issuer: decide(githubIssuer, 'federation.issuer', 'issuer of GitHub Actions tokens'),
    audience: decide('sts.amazonaws.com', 'federation.audience', 'audience of configure-aws-credentials'),
    subjects: derive(subject, [subject.value]),
    roleName: awsName(context, 'iam-role', 'pipeline'),
    assumableRoleNames: assumableRoleNames(context, standby),
  };
}

function provider({ platform, key, target }: AwsContext): Decision<'create' | 'import'> {
  const inAccount = Object.entries(platform.environments).filter(([, { aws }]) => aws?.account === target.account);
  const existing = inAccount.find(([, { aws }]) => aws?.identityProvider === 'existing');
  if (existing !== undefined) return pinned('import', `environments.${existing[0]}.aws.identityProvider`);
  const first = inAccount.at(0)?.[0] ?? key;
  return first === key
    ? decide(
        'create',
        'federation.account-singleton',
        `'${key}' is the first environment of account ${target.account}, and creates the provider. It stays when its stack is deleted, because all roles of the account share it: then, and where the account has one, write identityProvider: 'existing'`,
      )
    : decide(
        'import',
        'federation.account-singleton',
        `an account has one provider per issuer, and '${first}', declared earlier, creates it in ${target.account}`,
      );
}

function assumableRoleNames(context: AwsContext, standby: AwsStandbyPlan | undefined): Decision<readonly string[]> {
  const { account, region } = context.target;
  const qualifier = bootstrapQualifier(context).value;
  const regions = [region, ...(standby?.stack === undefined ? [] : [standby.region.value])];
  return decide(
    regions.flatMap((one) => bootstrapRoles.map((role) => `cdk-${qualifier}-${role}-role-${account}-${one}`)),
    'federation.bootstrap-roles',
    `the pipeline role has no other permission: it assumes the four bootstrap roles of this account and ${regions.length === 1 ? 'region' : 'of each of its two regions'}`,
    [
      {
        value: 'AdministratorAccess',
        reason: 'the execution role of CloudFormation has the permissions, and only stacks use it',
      },
    ],
  );
}

/** Which bootstrap stack of the CDK deploys the environment. */
export function bootstrapQualifier({ key, target }: AwsContext): Decision<string> {
  return target.bootstrapQualifier === undefined
    ? decide(defaultQualifier, 'federation.bootstrap-qualifier', "the CDK's own, which 'cdk bootstrap' uses")
    : pinned(target.bootstrapQualifier, `environments.${key}.aws.bootstrapQualifier`);
}
