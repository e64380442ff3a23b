import { storageKey } from '../../../../../../lib/review/rules/azure/data/storage-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(storageKey, {
  type: 'Microsoft.Storage/storageAccounts',
  right: { properties: { encryption: { keySource: 'Microsoft.Keyvault' } } },
  wrong: { 'properties.encryption.keySource': ['Microsoft.Storage', undefined] },
});
