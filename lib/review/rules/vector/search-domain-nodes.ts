import { propertyRule } from '../../property-rule';

/** Set InstanceCount to at least 3 and ZoneAwarenessEnabled to true: the loss of one zone stops retrieval. */
export const searchDomainNodes = propertyRule(
  {
    code: 'SearchDomainNodes',
    family: 'vector',
    pack: 'production',
    safeguard: 'availability',
    securityHub: ['OpenSearch.6'],
    rationale: 'The loss of one zone stops retrieval.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'ClusterConfig.InstanceCount',
      must: { atLeast: 3 },
    },
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'ClusterConfig.ZoneAwarenessEnabled',
      must: { is: [true] },
    },
  ],
);
