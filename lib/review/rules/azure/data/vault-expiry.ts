import { azureRule } from '../../../azure/azure-rule';

/** Set attributes.exp: a credential that leaked is valid for ever. */
export const vaultExpiry = azureRule(
  {
    code: 'VaultExpiry',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'secrets',
    rationale: 'A credential that leaked is valid for ever.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Key%20Vault/Keys_ExpirationSet.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.KeyVault/vaults/keys', 'Microsoft.KeyVault/vaults/secrets'],
      path: 'properties.attributes.exp',
      must: { set: true },
    },
  ],
);
