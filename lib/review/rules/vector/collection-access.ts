import type { PropertyValue } from '../../../graph';
import { listOf, textsOf, valueAt } from '../../policy';
import { documentOf } from '../../policy-text';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Name roles, permissions and collections: whoever has any role of the account reads and deletes every vector. */
export const collectionAccess: Rule = {
  code: 'CollectionAccess',
  family: 'vector',
  pack: 'baseline',
  safeguard: 'least-privilege',
  rationale: 'Whoever has any role of the account reads and deletes every vector.',
  source: {
    url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::OpenSearchServerless::AccessPolicy'],
  check: ({ properties }) => {
    const text = properties.Policy;
    const rules = listOf(parsed(text));
    return [...new Set(rules.flatMap(problemsOf))].map((message) => ({
      path: 'Policy',
      message,
      fix: fixOf('CollectionAccess'),
    }));
  },
};

/** The policy is a list of rules in a text of JSON. */
function parsed(text: PropertyValue | undefined): PropertyValue | undefined {
  return documentOf(text);
}

function problemsOf(rule: PropertyValue): readonly string[] {
  const grants = listOf(valueAt(rule, 'Rules'));
  const actions = grants.flatMap((grant) => textsOf(valueAt(grant, 'Permission')));
  const resources = grants.flatMap((grant) => textsOf(valueAt(grant, 'Resource')));
  const principals = textsOf(valueAt(rule, 'Principal'));
  return [
    ...actions.filter((action) => action.endsWith(':*')).map((action) => `allows ${action}`),
    ...resources.filter((one) => /^(?:collection|index|model)\/\*(?:\/\*)?$/.test(one)).map((one) => `allows ${one}`),
    ...principals.filter((one) => /:root$|:role\/\*$|^\*$/.test(one)).map((one) => `is for ${one}`),
  ];
}
