import { azureRule } from '../../../azure/azure-rule';

/** Set allowSharedKeyAccess to false, and assign roles: a key that leaks reads and deletes everything in the account. */
export const storageKeys = azureRule(
  {
    code: 'StorageKeys',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'authentication',
    rationale: 'A key that leaks reads and deletes everything in the account.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Storage/StorageAccountAllowSharedKeyAccess_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Storage/storageAccounts'], path: 'properties.allowSharedKeyAccess', must: { is: [false] } }],
);
