import { connectionKey } from '../../../../../../lib/review/rules/azure/ai/connection-key';
import { azureCases } from '../../../../../helpers/azure-cases';
import { azureFound } from '../../../../../helpers/azure-found';

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

test('Application Insights takes its connection string only', () => {
  const type = 'Microsoft.CognitiveServices/accounts/connections';
  const connection = { type, name: 'account/traces', properties: { category: 'AppInsights', authType: 'ApiKey' } };
  expect(azureFound(connectionKey, [connection])).toEqual([]);
});
