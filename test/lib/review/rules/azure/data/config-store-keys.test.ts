import { configStoreKeys } from '../../../../../../lib/review/rules/azure/data/config-store-keys';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(configStoreKeys, {
  type: 'Microsoft.AppConfiguration/configurationStores',
  right: { properties: { disableLocalAuth: true } },
  wrong: { 'properties.disableLocalAuth': [false, undefined] },
});
