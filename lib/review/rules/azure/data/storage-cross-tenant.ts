import { azureRule } from '../../../azure/azure-rule';

/** Set allowCrossTenantReplication to false: a copy of the data leaves the organization without a trace. */
export const storageCrossTenant = azureRule(
  {
    code: 'StorageCrossTenant',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'A copy of the data leaves the organization without a trace.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Storage/StorageAccountAllowCrossTenantReplication_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Storage/storageAccounts'],
      path: 'properties.allowCrossTenantReplication',
      must: { isNot: [true] },
    },
  ],
);
