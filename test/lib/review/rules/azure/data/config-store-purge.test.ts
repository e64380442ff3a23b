import { configStorePurge } from '../../../../../../lib/review/rules/azure/data/config-store-purge';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(configStorePurge, {
  type: 'Microsoft.AppConfiguration/configurationStores',
  right: { properties: { enablePurgeProtection: true } },
  wrong: { 'properties.enablePurgeProtection': [false, undefined] },
});
