import { propertyRule } from '../../property-rule';

/** Set Enabled of AdvancedSecurityOptions to true and InternalUserDatabaseEnabled to false: whoever reaches the domain reads every index. */
export const searchDomainAccess = propertyRule(
  {
    code: 'SearchDomainAccess',
    family: 'vector',
    pack: 'production',
    safeguard: 'least-privilege',
    securityHub: ['OpenSearch.7'],
    rationale: 'Whoever reaches the domain reads every index.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'AdvancedSecurityOptions.Enabled',
      must: { is: [true] },
    },
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'AdvancedSecurityOptions.InternalUserDatabaseEnabled',
      must: { isNot: [true] },
    },
  ],
);
