import { connectionShared } from '../../../../../../lib/review/rules/azure/ai/connection-shared';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(connectionShared, {
  type: 'Microsoft.CognitiveServices/accounts/connections',
  right: { properties: { isSharedToAll: false } },
  wrong: { 'properties.isSharedToAll': [true] },
});

azureCases(connectionShared, {
  type: 'Microsoft.CognitiveServices/accounts/projects/connections',
  right: { properties: { isSharedToAll: false } },
  wrong: { 'properties.isSharedToAll': [true] },
});

azureCases(connectionShared, {
  type: 'Microsoft.MachineLearningServices/workspaces/connections',
  right: { properties: { isSharedToAll: false } },
  wrong: { 'properties.isSharedToAll': [true] },
});
