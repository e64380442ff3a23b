import { searchKey } from '../../../../../../lib/review/rules/azure/ai/search-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(searchKey, {
  type: 'Microsoft.Search/searchServices',
  right: { properties: { encryptionWithCmk: { enforcement: 'Enabled' } } },
  wrong: { 'properties.encryptionWithCmk.enforcement': ['Disabled', 'Unspecified', undefined] },
});
