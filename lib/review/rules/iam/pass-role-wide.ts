import type { PropertyValue } from '../../../graph';
import type { Violation } from '../../finding';
import type { PlacedStatement } from '../../policy';
import { identityStatements, isMap, matchesPattern, textsOf } from '../../policy';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Name the role by ARN, and the service in a condition on iam:PassedToService: whoever may pass any role to a service has the rights of every role. */
export const passRoleWide: Rule = {
  code: 'PassRoleWide',
  family: 'iam',
  pack: 'baseline',
  safeguard: 'least-privilege',
  rationale: 'Whoever may pass any role to a service has the rights of every role.',
  source: { url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html', asOf: '2026-11-30' },
  types: ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::Role'],
  check: (node) => identityStatements(node).flatMap(violationsOf),
};

function violationsOf({ path, statement }: PlacedStatement): readonly Violation[] {
  if (statement.Effect !== 'Allow') return [];
  // A wildcard of a whole service is found by the rule on wildcards.
  const passes = textsOf(statement.Action).some(
    (action) => !/^(?:\*|iam:\*)$/i.test(action) && matchesPattern(action, 'iam:PassRole', true),
  );
  if (!passes) return [];
  const wide = textsOf(statement.Resource).filter((resource) => /^\*$|:role\/(?:[^/]*\/)*\*$/.test(resource));
  const fix = fixOf('PassRoleWide');
  return [
    ...wide.map((resource) => ({ path: `${path}.Resource`, message: `passes every role of ${resource}`, fix })),
    ...(limitsService(statement.Condition)
      ? []
      : [{ path: `${path}.Condition`, message: 'passes roles to any service', fix }]),
  ];
}

/** Whether a condition names the service. A condition that cannot be read may. */
function limitsService(condition: PropertyValue | undefined): boolean {
  if (!isMap(condition)) return condition !== undefined;
  return Object.entries(condition).some(
    ([operator, keys]) =>
      operator === 'Ref' ||
      operator.startsWith('Fn::') ||
      (/^(?:String|Arn)(?:Equals|Like)$/.test(operator) &&
        isMap(keys) &&
        Object.entries(keys).some(
          ([key, value]) => key.toLowerCase() === 'iam:passedtoservice' && !textsOf(value).includes('*'),
        )),
  );
}
