import { azureRule } from '../../../azure/azure-rule';

/** Set encryption.keyVaultProperties with a key: you cannot withdraw the key from the service. */
export const configStoreKey = azureRule(
  {
    code: 'ConfigStoreKey',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'You cannot withdraw the key from the service.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/App%20Configuration/CustomerManagedKey_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.AppConfiguration/configurationStores'],
      path: 'properties.encryption.keyVaultProperties.keyIdentifier',
      must: { set: true },
    },
  ],
);
