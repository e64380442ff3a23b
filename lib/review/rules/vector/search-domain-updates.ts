import { propertyRule } from '../../property-rule';

/** Set AutoSoftwareUpdateEnabled to true: known vulnerabilities are not patched. */
export const searchDomainUpdates = propertyRule(
  {
    code: 'SearchDomainUpdates',
    family: 'vector',
    pack: 'regulated',
    safeguard: 'vulnerability',
    securityHub: ['OpenSearch.10'],
    rationale: 'Known vulnerabilities are not patched.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'SoftwareUpdateOptions.AutoSoftwareUpdateEnabled',
      must: { is: [true] },
    },
  ],
);
