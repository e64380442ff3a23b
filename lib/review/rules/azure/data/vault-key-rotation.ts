import { azureRule } from '../../../azure/azure-rule';

/** Set rotationPolicy with an action of type rotate: one key encrypts more data every year. */
export const vaultKeyRotation = azureRule(
  {
    code: 'VaultKeyRotation',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'One key encrypts more data every year.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.KeyVault.AutoRotationPolicy.md',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.KeyVault/vaults/keys'], path: 'properties.rotationPolicy', must: { set: true } }],
);
