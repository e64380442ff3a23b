import { mlWorkspaceIsolation } from '../../../../../../lib/review/rules/azure/ml/ml-workspace-isolation';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlWorkspaceIsolation, {
  type: 'Microsoft.MachineLearningServices/workspaces',
  right: { properties: { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } } },
  wrong: { 'properties.managedNetwork.isolationMode': ['AllowInternetOutbound', 'Disabled', undefined] },
});
