import { propertyRule } from '../../property-rule';

/** Set Enabled and KmsKeyId of EncryptionAtRestOptions: a copy of the disk is a copy of the vectors. */
export const searchDomainPlain = propertyRule(
  {
    code: 'SearchDomainPlain',
    family: 'vector',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['OpenSearch.1'],
    rationale: 'A copy of the disk is a copy of the vectors.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'EncryptionAtRestOptions.Enabled',
      must: { is: [true] },
    },
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'EncryptionAtRestOptions.KmsKeyId',
      must: { set: true },
    },
  ],
);
