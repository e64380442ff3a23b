import { mlWorkspaceKey } from '../../../../../../lib/review/rules/azure/ml/ml-workspace-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlWorkspaceKey, {
  type: 'Microsoft.MachineLearningServices/workspaces',
  right: { properties: { encryption: { status: 'Enabled' } } },
  wrong: { 'properties.encryption.status': ['Disabled', undefined] },
});
