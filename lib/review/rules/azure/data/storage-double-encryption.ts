import { azureRule } from '../../../azure/azure-rule';

/** Set encryption.requireInfrastructureEncryption to true; it cannot be changed later: one broken key or algorithm opens the data. */
export const storageDoubleEncryption = azureRule(
  {
    code: 'StorageDoubleEncryption',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'One broken key or algorithm opens the data.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Storage/StorageAccountInfrastructureEncryptionEnabled_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Storage/storageAccounts'],
      path: 'properties.encryption.requireInfrastructureEncryption',
      must: { is: [true] },
    },
  ],
);
