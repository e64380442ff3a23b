import { modelDeploymentCapacity } from '../../../../../../lib/review/rules/azure/ai/model-deployment-capacity';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(modelDeploymentCapacity, {
  type: 'Microsoft.CognitiveServices/accounts/deployments',
  right: { sku: { capacity: 1 } },
  wrong: { 'sku.capacity': [0] },
});
