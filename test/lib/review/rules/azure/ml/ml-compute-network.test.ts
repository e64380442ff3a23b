import { mlComputeNetwork } from '../../../../../../lib/review/rules/azure/ml/ml-compute-network';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlComputeNetwork, {
  type: 'Microsoft.MachineLearningServices/workspaces/computes',
  right: { properties: { computeType: 'AmlCompute', properties: { subnet: { id: '/subscriptions/a/subnets/b' } } } },
  wrong: { 'properties.properties.subnet.id': [undefined] },
});
