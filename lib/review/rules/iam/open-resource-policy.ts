import { fixOf } from '../../property-rule';
import { isForEverybody, limitsCallers, resourceStatements, typesWithResourcePolicy } from '../../resource-policies';
import type { Rule } from '../../rule';

/** Name the principals, or add a condition on their account or organisation: everybody can use the resource. */
export const openResourcePolicy: Rule = {
  code: 'OpenResourcePolicy',
  family: 'iam',
  pack: 'baseline',
  safeguard: 'least-privilege',
  securityHub: ['S3.6', 'KMS.5', 'Lambda.1', 'SNS.4', 'SQS.3'],
  rationale: 'Everybody can use the resource.',
  source: {
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    asOf: '2026-11-30',
  },
  types: typesWithResourcePolicy,
  check: (node) =>
    resourceStatements(node)
      .filter(({ statement }) => isForEverybody(statement) && !limitsCallers(statement))
      .map(({ path }) => ({
        path: `${path}.Principal`,
        message: 'gives rights to everybody',
        fix: fixOf('OpenResourcePolicy'),
      })),
};
