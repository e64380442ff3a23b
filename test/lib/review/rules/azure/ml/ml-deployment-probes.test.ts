import { mlDeploymentProbes } from '../../../../../../lib/review/rules/azure/ml/ml-deployment-probes';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlDeploymentProbes, {
  type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
  right: { properties: { livenessProbe: { period: 'PT10S' }, readinessProbe: { period: 'PT10S' } } },
  wrong: { 'properties.livenessProbe': [undefined], 'properties.readinessProbe': [undefined] },
});
