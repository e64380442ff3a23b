import { logWorkspacePublic } from '../../../../../../lib/review/rules/azure/operations/log-workspace-public';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(logWorkspacePublic, {
  type: 'Microsoft.OperationalInsights/workspaces',
  right: { properties: { publicNetworkAccessForIngestion: 'Disabled', publicNetworkAccessForQuery: 'Disabled' } },
  wrong: {
    'properties.publicNetworkAccessForIngestion': ['Enabled', undefined],
    'properties.publicNetworkAccessForQuery': ['Enabled', undefined],
  },
});

azureCases(logWorkspacePublic, {
  type: 'Microsoft.Insights/components',
  right: { properties: { publicNetworkAccessForIngestion: 'Disabled', publicNetworkAccessForQuery: 'Disabled' } },
  wrong: {
    'properties.publicNetworkAccessForIngestion': ['Enabled', undefined],
    'properties.publicNetworkAccessForQuery': ['Enabled', undefined],
  },
});
