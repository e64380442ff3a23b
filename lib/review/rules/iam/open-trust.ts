import { statementsIn } from '../../policy';
import { fixOf } from '../../property-rule';
import { isForEverybody, limitsCallers } from '../../resource-policies';
import type { Rule } from '../../rule';

/** Name the principals: everybody can act with the role. */
export const openTrust: Rule = {
  code: 'OpenTrust',
  family: 'iam',
  pack: 'baseline',
  safeguard: 'authentication',
  rationale: 'Everybody can act with the role.',
  source: {
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::IAM::Role'],
  check: ({ properties }) =>
    statementsIn(properties.AssumeRolePolicyDocument, 'AssumeRolePolicyDocument')
      .filter(({ statement }) => isForEverybody(statement) && !limitsCallers(statement))
      .map(({ path }) => ({
        path: `${path}.Principal`,
        message: 'everybody may take the role',
        fix: fixOf('OpenTrust'),
      })),
};
