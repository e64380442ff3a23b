import { azureRule } from '../../../azure/azure-rule';

/** Leave enableSoftDelete true, and set softDeleteRetentionInDays to at least 30: what a deleted key encrypts is lost before anybody notices. */
export const vaultSoftDelete = azureRule(
  {
    code: 'VaultSoftDelete',
    family: 'azure',
    pack: 'production',
    safeguard: 'recovery',
    rationale: 'What a deleted key encrypts is lost before anybody notices.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Key%20Vault/SoftDeleteMustBeEnabled_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.KeyVault/vaults'], path: 'properties.enableSoftDelete', must: { isNot: [false] } },
    {
      types: ['Microsoft.KeyVault/vaults'],
      path: 'properties.softDeleteRetentionInDays',
      must: { atLeast: 30 },
      mayBeAbsent: true,
    },
  ],
);
