import { mlWorkspaceStores } from '../../../../../../lib/review/rules/azure/ml/ml-workspace-stores';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlWorkspaceStores, {
  type: 'Microsoft.MachineLearningServices/workspaces',
  right: { properties: { systemDatastoresAuthMode: 'identity' } },
  wrong: { 'properties.systemDatastoresAuthMode': ['accesskey', undefined] },
});
