import { isMap, listOf, statementsIn, textsOf, valueAt } from '../../policy';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Compare the claim aud with StringEquals, for GitHub with sts.amazonaws.com: a token that another service was given takes the role. */
export const federatedAudience: Rule = {
  code: 'FederatedAudience',
  family: 'ci',
  pack: 'baseline',
  safeguard: 'authentication',
  rationale: 'A token that another service was given takes the role.',
  source: {
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::IAM::Role'],
  check: ({ properties }) =>
    statementsIn(properties.AssumeRolePolicyDocument, 'AssumeRolePolicyDocument').flatMap(({ path, statement }) => {
      if (statement.Effect !== 'Allow' || valueAt(statement.Principal, 'Federated') === undefined) return [];
      if (!textsOf(statement.Action).includes('sts:AssumeRoleWithWebIdentity')) return [];
      const { Condition: condition } = statement;
      const known = condition === undefined || isMap(condition);
      const operators = isMap(condition) ? Object.entries(condition) : [];
      const unread = operators.some(([operator]) => operator === 'Ref' || operator.startsWith('Fn::'));
      const named = operators.some(
        ([operator, keys]) =>
          /^String(?:Equals|Like)$/.test(operator) &&
          Object.entries(isMap(keys) ? keys : {}).some(
            ([key, value]) => key.endsWith(':aud') && listOf(value).every((one) => one !== '*'),
          ),
      );
      if (!known || unread || named) return [];
      return [{ path: `${path}.Condition`, message: 'no condition on the audience', fix: fixOf('FederatedAudience') }];
    }),
};
