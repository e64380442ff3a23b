import { searchSku } from '../../../../../../lib/review/rules/azure/ai/search-sku';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(searchSku, {
  type: 'Microsoft.Search/searchServices',
  right: { sku: { name: 'standard' } },
  wrong: { 'sku.name': ['free'] },
});
