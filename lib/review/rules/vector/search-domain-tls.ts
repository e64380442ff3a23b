import { propertyRule } from '../../property-rule';

/** Set EnforceHTTPS to true and TLSSecurityPolicy to Policy-Min-TLS-1-2-PFS-2023-10: documents and credentials cross the network in clear text. */
export const searchDomainTls = propertyRule(
  {
    code: 'SearchDomainTls',
    family: 'vector',
    pack: 'production',
    safeguard: 'encryption-in-transit',
    securityHub: ['OpenSearch.8'],
    rationale: 'Documents and credentials cross the network in clear text.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'DomainEndpointOptions.EnforceHTTPS',
      must: { is: [true] },
    },
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'DomainEndpointOptions.TLSSecurityPolicy',
      must: {
        is: ['Policy-Min-TLS-1-2-PFS-2023-10', 'Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08', 'Policy-Min-TLS-1-2-2019-07'],
      },
    },
  ],
);
