import { searchKeys } from '../../../../../../lib/review/rules/azure/ai/search-keys';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(searchKeys, {
  type: 'Microsoft.Search/searchServices',
  right: { properties: { disableLocalAuth: true } },
  wrong: { 'properties.disableLocalAuth': [false, undefined], 'properties.authOptions': [{ aadOrApiKey: {} }] },
});
