import { propertyRule } from '../../property-rule';

/** Enable ES_APPLICATION_LOGS and AUDIT_LOGS in LogPublishingOptions: nobody can see who searched what. */
export const searchDomainLogs = propertyRule(
  {
    code: 'SearchDomainLogs',
    family: 'vector',
    pack: 'production',
    safeguard: 'logging',
    securityHub: ['OpenSearch.4', 'OpenSearch.5'],
    rationale: 'Nobody can see who searched what.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'LogPublishingOptions.AUDIT_LOGS.Enabled',
      must: { is: [true] },
    },
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'LogPublishingOptions.ES_APPLICATION_LOGS.Enabled',
      must: { is: [true] },
    },
  ],
);
