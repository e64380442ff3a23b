import type { PropertyValue } from '../../../graph';
import { isMap, listOf } from '../../policy';
import type { Rule } from '../../rule';

/** No network policy of OpenSearch Serverless opens its collections to public addresses. */
export const openSearchNoPublicNetwork: Rule = {
  code: 'PublicCollection',
  family: 'vector',
  pack: 'baseline',
  safeguard: 'boundary',
  rationale: 'A public collection is protected by its data access policy alone.',
  source: {
    url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::OpenSearchServerless::SecurityPolicy'],
  check({ properties }) {
    if (properties.Type !== 'network') return [];
    if (!textsIn(properties.Policy).some((text) => /"AllowFromPublic"\s*:\s*true/.test(text))) return [];
    return [
      {
        path: 'Policy',
        message: 'opens its collections to public addresses',
        fix: 'set AllowFromPublic to false and name VPC endpoints in SourceVPCEs, or Bedrock in SourceServices',
      },
    ];
  },
};

/** The policy is a text of JSON, often inside Fn::Sub or Fn::Join. */
function textsIn(value: PropertyValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isMap(value)) return Object.values(value).flatMap(textsIn);
  return Array.isArray(value) ? [listOf(value).flatMap(textsIn).join('')] : [];
}
