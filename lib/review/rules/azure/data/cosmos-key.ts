import { azureRule } from '../../../azure/azure-rule';

/** Set keyVaultKeyUri: you cannot withdraw the key from the service. */
export const cosmosKey = azureRule(
  {
    code: 'CosmosKey',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'You cannot withdraw the key from the service.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cosmos%20DB/Cosmos_CMK_Deny.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.DocumentDB/databaseAccounts'], path: 'properties.keyVaultKeyUri', must: { set: true } }],
);
