import { mlComputeIdle } from '../../../../../../lib/review/rules/azure/ml/ml-compute-idle';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlComputeIdle, {
  type: 'Microsoft.MachineLearningServices/workspaces/computes',
  right: { properties: { computeType: 'ComputeInstance', properties: { idleTimeBeforeShutdown: 'PT30M' } } },
  wrong: { 'properties.properties.idleTimeBeforeShutdown': [undefined] },
});
