import { azureRule } from '../../../azure/azure-rule';

/** Set keySize to at least 2048: the key can be broken. */
export const vaultKeySize = azureRule(
  {
    code: 'VaultKeySize',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'encryption-at-rest',
    rationale: 'The key can be broken.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Key%20Vault/Keys_RSA_MinimumKeySize.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.KeyVault/vaults/keys'],
      path: 'properties.keySize',
      must: { atLeast: 2048 },
      mayBeAbsent: true,
    },
  ],
);
