import { propertyRule } from '../../property-rule';

/** Set Enabled of NodeToNodeEncryptionOptions to true: documents cross the network in clear text. */
export const searchDomainNodeTraffic = propertyRule(
  {
    code: 'SearchDomainNodeTraffic',
    family: 'vector',
    pack: 'production',
    safeguard: 'encryption-in-transit',
    securityHub: ['OpenSearch.3'],
    rationale: 'Documents cross the network in clear text.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'NodeToNodeEncryptionOptions.Enabled',
      must: { is: [true] },
    },
  ],
);
