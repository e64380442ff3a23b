import { mlWorkspaceImpact } from '../../../../../../lib/review/rules/azure/ml/ml-workspace-impact';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlWorkspaceImpact, {
  type: 'Microsoft.MachineLearningServices/workspaces',
  right: { properties: { hbiWorkspace: true } },
  wrong: { 'properties.hbiWorkspace': [false, undefined] },
});
