import { azureRule } from '../../../azure/azure-rule';

/** Set encryption.status to enabled, with a key: you cannot withdraw the key from the service. */
export const registryKey = azureRule(
  {
    code: 'RegistryKey',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'You cannot withdraw the key from the service.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Container%20Registry/ACR_CMKEncryptionEnabled_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerRegistry/registries'],
      path: 'properties.encryption.status',
      must: { is: ['enabled'] },
    },
  ],
);
