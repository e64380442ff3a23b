import { azureRule } from '../../../azure/azure-rule';

/** Set encryption.keySource to Microsoft.Keyvault, with a key: you cannot withdraw the key from the service. */
export const storageKey = azureRule(
  {
    code: 'StorageKey',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'You cannot withdraw the key from the service.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Storage/StorageAccountCustomerManagedKeyEnabled_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Storage/storageAccounts'],
      path: 'properties.encryption.keySource',
      must: { is: ['Microsoft.Keyvault'] },
    },
  ],
);
