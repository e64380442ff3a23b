import { azureRule } from '../../../azure/azure-rule';

/** Set allowBlobPublicAccess to false, and publicAccess of containers to 'None': anybody who has the address reads the data. */
export const storagePublicBlobs = azureRule(
  {
    code: 'StoragePublicBlobs',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'Anybody who has the address reads the data.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Storage/ASC_Storage_DisallowPublicBlobAccess_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Storage/storageAccounts'],
      path: 'properties.allowBlobPublicAccess',
      must: { is: [false] },
      mayBeAbsent: true,
    },
    {
      types: ['Microsoft.Storage/storageAccounts/blobServices/containers'],
      path: 'properties.publicAccess',
      must: { isNot: ['Blob', 'Container'] },
    },
    {
      types: ['Microsoft.MachineLearningServices/registries'],
      path: 'properties.regionDetails.*.storageAccountDetails.*.systemCreatedStorageAccount.allowBlobPublicAccess',
      must: { isNot: [true] },
    },
  ],
);
