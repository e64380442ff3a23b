import { connectionShared } from '../../../../../../lib/review/rules/azure/ai/connection-shared';
import { azureCases } from '../../../../../helpers/azure-cases';
import { azureFound } from '../../../../../helpers/azure-found';

azureCases(connectionShared, {
  type: 'Microsoft.CognitiveServices/accounts/connections',
  right: { properties: { isSharedToAll: false } },
  wrong: { 'properties.isSharedToAll': [true] },
});

test('a connection of a project is shared with its users only', () => {
  const type = 'Microsoft.CognitiveServices/accounts/projects/connections';
  const connection = { type, name: 'account/project/search', properties: { isSharedToAll: true } };
  expect(azureFound(connectionShared, [connection])).toEqual([]);
});

azureCases(connectionShared, {
  type: 'Microsoft.MachineLearningServices/workspaces/connections',
  right: { properties: { isSharedToAll: false } },
  wrong: { 'properties.isSharedToAll': [true] },
});
