import { statementsIn, textsOf, valueAt } from '../../policy';
import { fixOf } from '../../property-rule';
import { limitsCallers } from '../../resource-policies';
import type { Rule } from '../../rule';
import { actsForResource } from '../../service-principals';

/** Add a condition on aws:SourceAccount, and on aws:SourceArn where the resource is known: another customer of the service makes it act with your role (confused deputy). */
export const trustWithoutSource: Rule = {
  code: 'TrustWithoutSource',
  family: 'iam',
  pack: 'production',
  safeguard: 'least-privilege',
  rationale: 'Another customer of the service makes it act with your role (confused deputy).',
  source: { url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html', asOf: '2026-11-30' },
  types: ['AWS::IAM::Role'],
  check: ({ properties }) =>
    statementsIn(properties.AssumeRolePolicyDocument, 'AssumeRolePolicyDocument').flatMap(({ path, statement }) => {
      const services = textsOf(valueAt(statement.Principal, 'Service')).filter(actsForResource);
      if (statement.Effect !== 'Allow' || services.length === 0 || limitsCallers(statement)) return [];
      return [
        {
          path: `${path}.Condition`,
          message: `trusts ${services.join(', ')} for every account`,
          fix: fixOf('TrustWithoutSource'),
        },
      ];
    }),
};
