import { postgresBackup } from '../../../../../../lib/review/rules/azure/data/postgres-backup';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(postgresBackup, {
  type: 'Microsoft.DBforPostgreSQL/flexibleServers',
  right: { properties: { backup: { geoRedundantBackup: 'Enabled', backupRetentionDays: 7 } } },
  wrong: {
    'properties.backup.geoRedundantBackup': ['Disabled', undefined],
    'properties.backup.backupRetentionDays': [1],
  },
});
