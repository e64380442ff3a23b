import type { Violation } from '../../finding';
import type { PlacedStatement } from '../../policy';
import { identityStatements, textsOf, valueAt } from '../../policy';
import type { Rule } from '../../rule';

const policyTypes: ReadonlySet<string> = new Set(['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Role']);

/**
 * Actions that IAM cannot limit to a resource, from the service authorization reference. A statement with only these may
 * name `*`.
 */
const resourcelessActions: ReadonlySet<string> = new Set([
  'aws-marketplace:Subscribe',
  'aws-marketplace:Unsubscribe',
  'aws-marketplace:ViewSubscriptions',
  'cloudwatch:PutMetricData',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
  'ecr:GetAuthorizationToken',
  'kms:ListAliases',
  'kms:ListKeys',
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  's3:ListAllMyBuckets',
  'sts:GetCallerIdentity',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
]);

/**
 * Identity policies name their actions and resources. Resource policies are left out: their resource is the one that they
 * are attached to.
 */
export const iamNoWildcard: Rule = {
  code: 'IamWildcard',
  family: 'iam',
  pack: 'baseline',
  safeguard: 'least-privilege',
  securityHub: ['IAM.1', 'IAM.21', 'KMS.1', 'KMS.2'],
  rationale: 'A stolen credential can do everything that the wildcard names.',
  source: { url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html', asOf: '2026-11-30' },
  types: [...policyTypes],
  check(node) {
    return identityStatements(node).flatMap(violationsOf);
  },
};

function violationsOf({ path, statement }: PlacedStatement): readonly Violation[] {
  if (statement.Effect !== 'Allow') return [];
  const actions = textsOf(statement.Action);
  const violations: Violation[] = actions
    .filter((action) => action === '*' || action.endsWith(':*'))
    .map((action) => ({
      path: `${path}.Action`,
      message: `allows ${action}`,
      fix: 'name the actions that the role calls',
    }));
  // Both allow everything that is not on their list, also what AWS adds later.
  for (const name of ['NotAction', 'NotResource']) {
    const others = textsOf(statement[name]);
    if (statement[name] === undefined) continue;
    violations.push({
      path: `${path}.${name}`,
      message: `allows everything except ${others.length === 0 ? 'what it lists' : others.join(', ')}`,
      fix: name === 'NotAction' ? 'name the actions that the role calls' : 'name the resources by ARN',
    });
  }
  const limited =
    actions.length > 0 &&
    actions.every((action) => resourcelessActions.has(action) || isServiceLinkedRoleOfOne(action, statement));
  if (textsOf(statement.Resource).includes('*') && !limited) {
    violations.push({
      path: `${path}.Resource`,
      message: `allows ${actions.length === 0 ? 'its actions' : actions.join(', ')} on every resource`,
      fix: 'name the resources by ARN',
    });
  }
  return violations;
}

/** A service has one service-linked role, so the condition names the resource. */
function isServiceLinkedRoleOfOne(action: string, { Condition }: PlacedStatement['statement']): boolean {
  if (action !== 'iam:CreateServiceLinkedRole') return false;
  const services = ['StringEquals', 'StringLike'].flatMap((operator) =>
    textsOf(valueAt(Condition, operator, 'iam:AWSServiceName')),
  );
  return services.length > 0 && services.every((service) => !service.includes('*'));
}
