import { mlWorkspaceIdentity } from '../../../../../../lib/review/rules/azure/ml/ml-workspace-identity';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlWorkspaceIdentity, {
  type: 'Microsoft.MachineLearningServices/workspaces',
  right: { identity: { type: 'SystemAssigned' } },
  wrong: { 'identity.type': ['None', undefined] },
});

azureCases(mlWorkspaceIdentity, {
  type: 'Microsoft.MachineLearningServices/registries',
  right: { identity: { type: 'SystemAssigned' } },
  wrong: { 'identity.type': ['None', undefined] },
});
