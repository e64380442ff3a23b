import { azureRule } from '../../../azure/azure-rule';
import { azureValue } from '../../../azure/azure-value';

/** Set publicNetworkAccess to Disabled, and use a private endpoint: the database is protected by its credentials alone. */
export const azureDatabasePublic = azureRule(
  {
    code: 'AzureDatabasePublic',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'The database is protected by its credentials alone.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cosmos%20DB/Cosmos_PrivateNetworkAccess_AuditDeny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.DocumentDB/databaseAccounts', 'Microsoft.Cache/redis'],
      path: 'properties.publicNetworkAccess',
      must: { is: ['Disabled', 'SecuredByPerimeter'] },
    },
    {
      types: ['Microsoft.DBforPostgreSQL/flexibleServers'],
      path: 'properties.network.publicNetworkAccess',
      must: { is: ['Disabled'] },
      where: (node) => azureValue(node, 'properties.network.delegatedSubnetResourceId') === undefined,
    },
  ],
);
