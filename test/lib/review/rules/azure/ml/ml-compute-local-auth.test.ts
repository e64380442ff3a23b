import { mlComputeLocalAuth } from '../../../../../../lib/review/rules/azure/ml/ml-compute-local-auth';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlComputeLocalAuth, {
  type: 'Microsoft.MachineLearningServices/workspaces/computes',
  right: { properties: { disableLocalAuth: true } },
  wrong: { 'properties.disableLocalAuth': [false, undefined] },
});
