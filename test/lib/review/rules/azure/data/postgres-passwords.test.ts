import { postgresPasswords } from '../../../../../../lib/review/rules/azure/data/postgres-passwords';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(postgresPasswords, {
  type: 'Microsoft.DBforPostgreSQL/flexibleServers',
  right: { properties: { authConfig: { passwordAuth: 'Disabled', activeDirectoryAuth: 'Enabled' } } },
  wrong: {
    'properties.authConfig.passwordAuth': ['Enabled', undefined],
    'properties.authConfig.activeDirectoryAuth': ['Disabled', undefined],
  },
});
