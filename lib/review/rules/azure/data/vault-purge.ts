import { azureRule } from '../../../azure/azure-rule';

/** Set enablePurgeProtection to true: what a deleted key encrypts is lost. */
export const vaultPurge = azureRule(
  {
    code: 'VaultPurge',
    family: 'azure',
    pack: 'production',
    safeguard: 'recovery',
    rationale: 'What a deleted key encrypts is lost.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Key%20Vault/Recoverable_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.KeyVault/vaults'], path: 'properties.enablePurgeProtection', must: { is: [true] } }],
);
