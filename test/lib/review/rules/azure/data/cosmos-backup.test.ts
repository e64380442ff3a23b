import { cosmosBackup } from '../../../../../../lib/review/rules/azure/data/cosmos-backup';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(cosmosBackup, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  right: { properties: { backupPolicy: { type: 'Continuous' } } },
  wrong: { 'properties.backupPolicy.type': ['Periodic', undefined] },
});
