import { textsOf, valueAt } from '../../policy';
import { fixOf } from '../../property-rule';
import { limitsCallers, resourceStatements, typesWithResourcePolicy } from '../../resource-policies';
import type { Rule } from '../../rule';
import { actsForResource } from '../../service-principals';

/** A key can also be limited to what is encrypted, such as a log group by its ARN, or to the service of a region. */
const keysOfKms = ['kms:encryptioncontext:aws:logs:arn', 'kms:viaservice', 'kms:encryptioncontextkeys'];

/** Add a condition on aws:SourceAccount or aws:SourceArn: another customer of the service uses the resource (confused deputy). */
export const policyWithoutSource: Rule = {
  code: 'PolicyWithoutSource',
  family: 'iam',
  pack: 'production',
  safeguard: 'least-privilege',
  rationale: 'Another customer of the service uses the resource (confused deputy).',
  source: { url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html', asOf: '2026-11-30' },
  types: typesWithResourcePolicy,
  check: (node) =>
    resourceStatements(node).flatMap(({ path, statement }) => {
      const services = textsOf(valueAt(statement.Principal, 'Service')).filter(actsForResource);
      if (statement.Effect !== 'Allow' || services.length === 0 || limitsCallers(statement, keysOfKms)) return [];
      return [
        {
          path: `${path}.Condition`,
          message: `gives rights to ${services.join(', ')} for every account`,
          fix: fixOf('PolicyWithoutSource'),
        },
      ];
    }),
};
