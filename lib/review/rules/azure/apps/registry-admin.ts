import { azureRule } from '../../../azure/azure-rule';

/** Set adminUserEnabled to false, and assign AcrPull: whoever has the password replaces every image. */
export const registryAdmin = azureRule(
  {
    code: 'RegistryAdmin',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'authentication',
    rationale: 'Whoever has the password replaces every image.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Container%20Registry/ACR_AdminAccountDisabled_AuditDeny.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.ContainerRegistry/registries'], path: 'properties.adminUserEnabled', must: { isNot: [true] } }],
);
