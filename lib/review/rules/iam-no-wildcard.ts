import type { PropertyValue, ResourceNode } from '../../graph';
import type { Rule, Verdict } from '../finding';

const policyTypes: ReadonlySet<string> = new Set(['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Role']);

/**
 * Actions IAM supports on no narrower resource, from the service authorization reference. A statement of only these may
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

/** Identity policies name their actions and resources; resource policies speak about themselves and may say `*`. */
export const iamNoWildcard: Rule = {
  id: 'iam-no-wildcard',
  severity: 'error',
  holds: 'no identity policy allows every action, or an action on every resource',
  check(node) {
    if (!policyTypes.has(node.type)) return [];
    return statementsOf(node).flatMap(([path, statement]) => verdictsOn(path, statement));
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

function verdictsOn(path: string, statement: Statement): Verdict[] {
  if (statement.Effect !== 'Allow') return [];
  const actions = strings(statement.Action);
  const wide = actions.filter((action) => action === '*' || action.endsWith(':*'));
  const verdicts: Verdict[] = wide.map((action) => ({
    path: `${path}.Action`,
    message: `allows ${action}`,
    fix: 'name the actions the role calls',
  }));
  if (strings(statement.Resource).includes('*') && !actions.every((action) => resourcelessActions.has(action))) {
    verdicts.push({
      path: `${path}.Resource`,
      message: `allows ${actions.join(', ')} on every resource`,
      fix: 'name the resources by ARN',
    });
  }
  return verdicts;
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
