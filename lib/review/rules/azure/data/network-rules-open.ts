import { azureRule } from '../../../azure/azure-rule';

/** Set defaultAction to 'Deny': whoever switches public access on opens the service to everybody. */
export const networkRulesOpen = azureRule(
  {
    code: 'NetworkRulesOpen',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Whoever switches public access on opens the service to everybody.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Storage/Storage_NetworkAcls_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts', 'Microsoft.KeyVault/vaults', 'Microsoft.Storage/storageAccounts'],
      path: 'properties.networkAcls.defaultAction',
      must: { isNot: ['Allow'] },
    },
    {
      types: ['Microsoft.ContainerRegistry/registries'],
      path: 'properties.networkRuleSet.defaultAction',
      must: { isNot: ['Allow'] },
    },
  ],
);
