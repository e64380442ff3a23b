import type { Breach, Constraint } from '../constraint';
import { judgePolicies, typesWithPolicies } from './documents';
import type { Located } from './policy';

const variable = /\$\{[^}]*\}/;

/** What IAM says about a resource that has not the form of an ARN; undefined for one that has. */
function problemOf(text: string): string | undefined {
  if (/^\*+$/.test(text) || variable.test(text.split(':')[0] ?? '')) return undefined;
  if (!text.includes(':')) return `Resource ${text} must be in ARN format or "*".`;
  const [arn, partition = '', service] = text.split(':');
  if (arn !== 'arn' && arn !== '*') return `Resource ${text} must be in ARN format or "*".`;
  if (!/^(?:\*|aws[a-z-]*|\$\{.*\}?)$/.test(partition))
    return `Partition "${partition}" is not valid for resource "${text}".`;
  if (service === undefined || service === '')
    return 'Resource vendor must be fully qualified and cannot contain regexes.';
  return undefined;
}

function judge({ text, pointer }: Located): readonly Breach[] {
  const problem = problemOf(text);
  return problem === undefined
    ? []
    : [
        {
          pointer,
          problem: `${problem} The value is '${text}', expected a form such as arn:aws:s3:::name/*`,
          fix: 'Write the ARN of the resource, or "*".',
        },
      ];
}

/** A resource of an identity policy is an ARN or `*`. Other services read their own forms, and this does not judge them. */
export const policyResource: Constraint = {
  id: 'policy-resource',
  types: typesWithPolicies(['identity']),
  source: {
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    asOf: '2026-11-30',
  },
  check: (resource) =>
    judgePolicies(resource, ({ policy, kind }) =>
      kind === 'identity'
        ? policy.statements.flatMap((statement) =>
            [...(statement.resource?.known ?? []), ...(statement.notResource?.known ?? [])].flatMap(judge),
          )
        : [],
    ),
};
