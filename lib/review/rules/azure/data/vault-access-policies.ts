import { azureRule } from '../../../azure/azure-rule';

/** Set enableRbacAuthorization to true, and leave out accessPolicies: a contributor gives himself every secret. */
export const vaultAccessPolicies = azureRule(
  {
    code: 'VaultAccessPolicies',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'least-privilege',
    rationale: 'A contributor gives himself every secret.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Key%20Vault/Should_Use_RBAC.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.KeyVault/vaults'], path: 'properties.enableRbacAuthorization', must: { is: [true] } },
    { types: ['Microsoft.KeyVault/vaults'], path: 'properties.accessPolicies.0', must: { absent: true } },
  ],
);
