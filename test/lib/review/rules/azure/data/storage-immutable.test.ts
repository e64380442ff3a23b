import { storageImmutable } from '../../../../../../lib/review/rules/azure/data/storage-immutable';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(storageImmutable, {
  type: 'Microsoft.Storage/storageAccounts',
  right: { properties: { immutableStorageWithVersioning: { enabled: true } } },
  wrong: { 'properties.immutableStorageWithVersioning.enabled': [false, undefined] },
});
