import { connectionKey } from '../../../../../../lib/review/rules/azure/ai/connection-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(connectionKey, {
  type: 'Microsoft.CognitiveServices/accounts/connections',
  right: { properties: { authType: 'AAD' } },
  wrong: { 'properties.authType': ['ApiKey', 'AccountKey'] },
});

azureCases(connectionKey, {
  type: 'Microsoft.CognitiveServices/accounts/projects/connections',
  right: { properties: { authType: 'AAD' } },
  wrong: { 'properties.authType': ['ApiKey', 'AccountKey'] },
});

azureCases(connectionKey, {
  type: 'Microsoft.MachineLearningServices/workspaces/connections',
  right: { properties: { authType: 'AAD' } },
  wrong: { 'properties.authType': ['ApiKey', 'AccountKey'] },
});
