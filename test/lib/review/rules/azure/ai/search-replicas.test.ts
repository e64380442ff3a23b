import { searchReplicas } from '../../../../../../lib/review/rules/azure/ai/search-replicas';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(searchReplicas, {
  type: 'Microsoft.Search/searchServices',
  right: { properties: { replicaCount: 3 } },
  wrong: { 'properties.replicaCount': [2, 1, undefined] },
});
