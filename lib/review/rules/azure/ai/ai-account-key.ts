import { azureRule } from '../../../azure/azure-rule';

/** Set encryption with keySource Microsoft.KeyVault and a key: you cannot withdraw the key from the service. */
export const aiAccountKey = azureRule(
  {
    code: 'AiAccountKey',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'You cannot withdraw the key from the service.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cognitive%20Services/CustomerManagedKey_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts'],
      path: 'properties.encryption.keySource',
      must: { is: ['Microsoft.KeyVault'] },
    },
  ],
);
