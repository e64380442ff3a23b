import { azureDatabasePublic } from '../../../../../../lib/review/rules/azure/data/azure-database-public';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(azureDatabasePublic, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  right: { properties: { publicNetworkAccess: 'Disabled' } },
  wrong: { 'properties.publicNetworkAccess': ['Enabled', undefined] },
});

azureCases(azureDatabasePublic, {
  type: 'Microsoft.Cache/redis',
  right: { properties: { publicNetworkAccess: 'Disabled' } },
  wrong: { 'properties.publicNetworkAccess': ['Enabled', undefined] },
});

azureCases(azureDatabasePublic, {
  type: 'Microsoft.DBforPostgreSQL/flexibleServers',
  right: { properties: { network: { publicNetworkAccess: 'Disabled' } } },
  wrong: { 'properties.network.publicNetworkAccess': ['Enabled', undefined] },
});
