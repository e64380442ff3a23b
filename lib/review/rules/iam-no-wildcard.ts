import type { PropertyValue, ResourceNode } from '../../graph';
import type { Rule, Violation } from '../finding';

const policyTypes: ReadonlySet<string> = new Set(['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Role']);

/**
 * Actions that IAM cannot limit to a resource, from the service authorization reference. A statement with only these may
 * name `*`.
 */
const resourcelessActions: ReadonlySet<string> = new Set([
  'cloudwatch:PutMetricData',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
  'ecr:GetAuthorizationToken',
]);

/**
 * Identity policies name their actions and resources. Resource policies are left out: their resource is the one that they
 * are attached to.
 */
export const iamNoWildcard: Rule = {
  code: 'IamWildcard',
  check(node) {
    if (!policyTypes.has(node.type)) return [];
    return statementsOf(node).flatMap(([path, statement]) => violationsOf(path, statement));
  },
};

type Statement = { readonly [key: string]: PropertyValue };

function statementsOf(node: ResourceNode): readonly (readonly [string, Statement])[] {
  const inline = node.properties.Policies;
  const documents: readonly (readonly [string, PropertyValue | undefined])[] = [
    ['PolicyDocument', node.properties.PolicyDocument],
    ...(isList(inline)
      ? inline.map(
          (policy, i) =>
            [`Policies.${i}.PolicyDocument`, isStatement(policy) ? policy.PolicyDocument : undefined] as const,
        )
      : []),
  ];
  return documents.flatMap(([path, document]) => {
    const statements = document !== undefined && isStatement(document) ? document.Statement : undefined;
    const list = statements === undefined ? [] : isList(statements) ? statements : [statements];
    return list.filter(isStatement).map((statement, i) => [`${path}.Statement.${i}`, statement] as const);
  });
}

function violationsOf(path: string, statement: Statement): readonly Violation[] {
  if (statement.Effect !== 'Allow') return [];
  const actions = strings(statement.Action);
  const wide = actions.filter((action) => action === '*' || action.endsWith(':*'));
  const violations: Violation[] = wide.map((action) => ({
    path: `${path}.Action`,
    message: `allows ${action}`,
    fix: 'name the actions that the role calls',
  }));
  if (strings(statement.Resource).includes('*') && !actions.every((action) => resourcelessActions.has(action))) {
    violations.push({
      path: `${path}.Resource`,
      message: `allows ${actions.join(', ')} on every resource`,
      fix: 'name the resources by ARN',
    });
  }
  return violations;
}

function strings(value: PropertyValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== undefined && isList(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isList(value: PropertyValue | undefined): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

function isStatement(value: PropertyValue): value is Statement {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
