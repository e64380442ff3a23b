import { azureRule } from '../../../azure/azure-rule';

/** Set encryption with keySource Microsoft.KeyVault and requireInfrastructureEncryption true: you cannot withdraw the key from the service. */
export const namespaceKey = azureRule(
  {
    code: 'NamespaceKey',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'You cannot withdraw the key from the service.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Service%20Bus/CustomerManagedKeyEnabled_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.EventHub/namespaces', 'Microsoft.ServiceBus/namespaces'],
      path: 'properties.encryption.keySource',
      must: { is: ['Microsoft.KeyVault'] },
    },
    {
      types: ['Microsoft.EventHub/namespaces', 'Microsoft.ServiceBus/namespaces'],
      path: 'properties.encryption.requireInfrastructureEncryption',
      must: { is: [true] },
    },
  ],
);
