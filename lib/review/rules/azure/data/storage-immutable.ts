import { azureRule } from '../../../azure/azure-rule';

/** Set immutableStorageWithVersioning.enabled to true: evidence and training data can be altered afterwards. */
export const storageImmutable = azureRule(
  {
    code: 'StorageImmutable',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'integrity',
    rationale: 'Evidence and training data can be altered afterwards.',
    source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  },
  [
    {
      types: ['Microsoft.Storage/storageAccounts'],
      path: 'properties.immutableStorageWithVersioning.enabled',
      must: { is: [true] },
    },
  ],
);
