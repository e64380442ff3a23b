import { azureRule } from '../../../azure/azure-rule';

/** Set publicNetworkAccessForIngestion and publicNetworkAccessForQuery to Disabled: logs with prompts can be read with a token from anywhere. */
export const logWorkspacePublic = azureRule(
  {
    code: 'LogWorkspacePublic',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Logs with prompts can be read with a token from anywhere.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Monitoring/LogAnalyticsWorkspaces_NetworkAccessEnabled_Deny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.OperationalInsights/workspaces', 'Microsoft.Insights/components'],
      path: 'properties.publicNetworkAccessForIngestion',
      must: { is: ['Disabled', 'SecuredByPerimeter'] },
    },
    {
      types: ['Microsoft.OperationalInsights/workspaces', 'Microsoft.Insights/components'],
      path: 'properties.publicNetworkAccessForQuery',
      must: { is: ['Disabled', 'SecuredByPerimeter'] },
    },
  ],
);
