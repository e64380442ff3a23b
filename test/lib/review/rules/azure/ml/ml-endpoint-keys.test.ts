import { mlEndpointKeys } from '../../../../../../lib/review/rules/azure/ml/ml-endpoint-keys';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlEndpointKeys, {
  type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
  right: { properties: { authMode: 'AADToken' } },
  wrong: { 'properties.authMode': ['Key', 'AMLToken', undefined] },
});

azureCases(mlEndpointKeys, {
  type: 'Microsoft.MachineLearningServices/workspaces/batchEndpoints',
  right: { properties: { authMode: 'AADToken' } },
  wrong: { 'properties.authMode': ['Key', 'AMLToken', undefined] },
});

azureCases(mlEndpointKeys, {
  type: 'Microsoft.MachineLearningServices/workspaces/serverlessEndpoints',
  right: { properties: { authMode: 'AAD' } },
  wrong: { 'properties.authMode': ['Key', undefined] },
});
