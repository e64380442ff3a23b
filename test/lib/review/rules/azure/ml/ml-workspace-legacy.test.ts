import { mlWorkspaceLegacy } from '../../../../../../lib/review/rules/azure/ml/ml-workspace-legacy';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlWorkspaceLegacy, {
  type: 'Microsoft.MachineLearningServices/workspaces',
  right: { properties: { v1LegacyMode: false } },
  wrong: { 'properties.v1LegacyMode': [true] },
});
