import { azureRule } from '../../../azure/azure-rule';

/** Set isVersioningEnabled to true: a faulty job overwrites documents for good. */
export const blobVersions = azureRule(
  {
    code: 'BlobVersions',
    family: 'azure',
    pack: 'production',
    safeguard: 'recovery',
    rationale: 'A faulty job overwrites documents for good.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Storage/StorageAccountEnableBlobVersion_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Storage/storageAccounts/blobServices'],
      path: 'properties.isVersioningEnabled',
      must: { is: [true] },
    },
  ],
);
