import { mlDeploymentCollector } from '../../../../../../lib/review/rules/azure/ml/ml-deployment-collector';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlDeploymentCollector, {
  type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
  right: { properties: { dataCollector: { collections: { model_inputs: { dataCollectionMode: 'Enabled' } } } } },
  wrong: { 'properties.dataCollector.collections': [undefined] },
});
