import { listOf, valueAt } from '../../policy';
import { documentOf } from '../../policy-text';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Name VPC endpoints in SourceVPCEs, or Bedrock in SourceServices: nothing reaches the collection, or it is opened to everybody in a hurry. */
export const collectionNetwork: Rule = {
  code: 'CollectionNetwork',
  family: 'vector',
  pack: 'baseline',
  safeguard: 'boundary',
  rationale: 'Nothing reaches the collection, or it is opened to everybody in a hurry.',
  source: {
    url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::OpenSearchServerless::SecurityPolicy'],
  check: ({ properties }) => {
    if (properties.Type !== 'network') return [];
    return listOf(documentOf(properties.Policy)).flatMap((rule) => {
      const open = valueAt(rule, 'AllowFromPublic') === true;
      const sources = ['SourceVPCEs', 'SourceServices'].flatMap((name) => listOf(valueAt(rule, name)));
      if (open || sources.length > 0) return [];
      return [{ path: 'Policy', message: 'names nothing that may connect', fix: fixOf('CollectionNetwork') }];
    });
  },
};
