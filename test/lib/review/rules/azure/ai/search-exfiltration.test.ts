import { searchExfiltration } from '../../../../../../lib/review/rules/azure/ai/search-exfiltration';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(searchExfiltration, {
  type: 'Microsoft.Search/searchServices',
  right: { properties: { dataExfiltrationProtections: ['BlockAll'] } },
  wrong: { 'properties.dataExfiltrationProtections': [undefined, []] },
});
