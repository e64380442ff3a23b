import { configStoreKey } from '../../../../../../lib/review/rules/azure/data/config-store-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(configStoreKey, {
  type: 'Microsoft.AppConfiguration/configurationStores',
  right: { properties: { encryption: { keyVaultProperties: { keyIdentifier: 'https://a.vault.azure.net/keys/b' } } } },
  wrong: { 'properties.encryption.keyVaultProperties.keyIdentifier': [undefined] },
});
