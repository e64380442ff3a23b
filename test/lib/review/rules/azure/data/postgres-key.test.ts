import { postgresKey } from '../../../../../../lib/review/rules/azure/data/postgres-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(postgresKey, {
  type: 'Microsoft.DBforPostgreSQL/flexibleServers',
  right: { properties: { dataEncryption: { type: 'AzureKeyVault' } } },
  wrong: { 'properties.dataEncryption.type': ['SystemManaged', undefined] },
});
