import { storageRedundancy } from '../../../../../../lib/review/rules/azure/data/storage-redundancy';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(storageRedundancy, {
  type: 'Microsoft.Storage/storageAccounts',
  right: { sku: { name: 'Standard_ZRS' } },
  wrong: { 'sku.name': ['Standard_LRS'] },
});
