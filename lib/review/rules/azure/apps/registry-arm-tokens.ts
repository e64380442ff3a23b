import { azureRule } from '../../../azure/azure-rule';

/** Set policies.azureADAuthenticationAsArmPolicy.status to disabled: a token for management pulls images too. */
export const registryArmTokens = azureRule(
  {
    code: 'RegistryArmTokens',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'authentication',
    rationale: 'A token for management pulls images too.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Container%20Registry/ACR_AADAuthenticationAsArmPolicy_AuditDeny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerRegistry/registries'],
      path: 'properties.policies.azureADAuthenticationAsArmPolicy.status',
      must: { is: ['disabled'] },
    },
  ],
);
