import { statementsIn, textsOf, valueAt } from '../../policy';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Name roles, or add a condition on aws:PrincipalArn, aws:PrincipalOrgID or sts:ExternalId: whoever gets any identity of the account acts with the role. */
export const trustWholeAccount: Rule = {
  code: 'TrustWholeAccount',
  family: 'iam',
  pack: 'regulated',
  safeguard: 'least-privilege',
  rationale: 'Whoever gets any identity of the account acts with the role.',
  source: { url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html', asOf: '2026-11-30' },
  types: ['AWS::IAM::Role'],
  check: ({ properties }) =>
    statementsIn(properties.AssumeRolePolicyDocument, 'AssumeRolePolicyDocument').flatMap(({ path, statement }) => {
      const accounts = textsOf(valueAt(statement.Principal, 'AWS')).filter((one) => /^\d{12}$|:root$/.test(one));
      if (statement.Effect !== 'Allow' || statement.Condition !== undefined || accounts.length === 0) return [];
      return [
        {
          path: `${path}.Principal`,
          message: `every identity of ${accounts.join(', ')} may take it`,
          fix: fixOf('TrustWholeAccount'),
        },
      ];
    }),
};
