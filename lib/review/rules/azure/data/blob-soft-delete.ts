import { azureRule } from '../../../azure/azure-rule';

/** Set enabled to true in deleteRetentionPolicy and containerDeleteRetentionPolicy: a mistake deletes documents for good. */
export const blobSoftDelete = azureRule(
  {
    code: 'BlobSoftDelete',
    family: 'azure',
    pack: 'production',
    safeguard: 'recovery',
    rationale: 'A mistake deletes documents for good.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.Storage.SoftDelete.md',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Storage/storageAccounts/blobServices'],
      path: 'properties.deleteRetentionPolicy.enabled',
      must: { is: [true] },
    },
    {
      types: ['Microsoft.Storage/storageAccounts/blobServices'],
      path: 'properties.containerDeleteRetentionPolicy.enabled',
      must: { is: [true] },
    },
  ],
);
