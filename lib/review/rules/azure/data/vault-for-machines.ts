import { azureRule } from '../../../azure/azure-rule';

/** Set enabledForDeployment, enabledForDiskEncryption and enabledForTemplateDeployment to false: whoever may deploy reads the secrets. */
export const vaultForMachines = azureRule(
  {
    code: 'VaultForMachines',
    family: 'azure',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'Whoever may deploy reads the secrets.',
    source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  },
  [
    { types: ['Microsoft.KeyVault/vaults'], path: 'properties.enabledForDeployment', must: { isNot: [true] } },
    { types: ['Microsoft.KeyVault/vaults'], path: 'properties.enabledForDiskEncryption', must: { isNot: [true] } },
    { types: ['Microsoft.KeyVault/vaults'], path: 'properties.enabledForTemplateDeployment', must: { isNot: [true] } },
  ],
);
