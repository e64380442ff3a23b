import { mlDeploymentInsights } from '../../../../../../lib/review/rules/azure/ml/ml-deployment-insights';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlDeploymentInsights, {
  type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
  right: { properties: { appInsightsEnabled: true } },
  wrong: { 'properties.appInsightsEnabled': [false, undefined] },
});
