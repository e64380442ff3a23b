import { logWorkspaceRetention } from '../../../../../../lib/review/rules/azure/operations/log-workspace-retention';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(logWorkspaceRetention, {
  type: 'Microsoft.OperationalInsights/workspaces',
  right: { properties: { retentionInDays: 90 } },
  wrong: { 'properties.retentionInDays': [30, undefined] },
});
