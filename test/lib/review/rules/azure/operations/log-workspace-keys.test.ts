import { logWorkspaceKeys } from '../../../../../../lib/review/rules/azure/operations/log-workspace-keys';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(logWorkspaceKeys, {
  type: 'Microsoft.OperationalInsights/workspaces',
  right: { properties: { features: { disableLocalAuth: true } } },
  wrong: { 'properties.features.disableLocalAuth': [false, undefined] },
});

azureCases(logWorkspaceKeys, {
  type: 'Microsoft.Insights/components',
  right: { properties: { DisableLocalAuth: true } },
  wrong: { 'properties.DisableLocalAuth': [false, undefined] },
});
