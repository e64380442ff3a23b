import { propertyRule } from '../../property-rule';

/** Set VPCOptions: the domain is protected by its access policy alone. */
export const searchDomainPublic = propertyRule(
  {
    code: 'SearchDomainPublic',
    family: 'vector',
    pack: 'baseline',
    safeguard: 'boundary',
    securityHub: ['OpenSearch.2'],
    rationale: 'The domain is protected by its access policy alone.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'VPCOptions.SubnetIds',
      must: { set: true },
    },
  ],
);
