import { mlDeploymentRequests } from '../../../../../../lib/review/rules/azure/ml/ml-deployment-requests';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlDeploymentRequests, {
  type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
  right: { properties: { requestSettings: { maxConcurrentRequestsPerInstance: 8 } } },
  wrong: { 'properties.requestSettings.maxConcurrentRequestsPerInstance': [undefined] },
});
