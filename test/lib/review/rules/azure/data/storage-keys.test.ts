import { storageKeys } from '../../../../../../lib/review/rules/azure/data/storage-keys';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(storageKeys, {
  type: 'Microsoft.Storage/storageAccounts',
  right: { properties: { allowSharedKeyAccess: false } },
  wrong: { 'properties.allowSharedKeyAccess': [true, undefined] },
});
