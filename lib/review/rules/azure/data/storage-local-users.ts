import { azureRule } from '../../../azure/azure-rule';

/** Set isLocalUserEnabled, isSftpEnabled and isNfsV3Enabled to false: roles and logs of Microsoft Entra do not apply. */
export const storageLocalUsers = azureRule(
  {
    code: 'StorageLocalUsers',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'Roles and logs of Microsoft Entra do not apply.',
    source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  },
  [
    { types: ['Microsoft.Storage/storageAccounts'], path: 'properties.isLocalUserEnabled', must: { isNot: [true] } },
    { types: ['Microsoft.Storage/storageAccounts'], path: 'properties.isSftpEnabled', must: { isNot: [true] } },
    { types: ['Microsoft.Storage/storageAccounts'], path: 'properties.isNfsV3Enabled', must: { isNot: [true] } },
  ],
);
