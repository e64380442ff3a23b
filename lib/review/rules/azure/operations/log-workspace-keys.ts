import { azureRule } from '../../../azure/azure-rule';

/** Set DisableLocalAuth to true; in a workspace features.disableLocalAuth: anybody with the key writes false logs. */
export const logWorkspaceKeys = azureRule(
  {
    code: 'LogWorkspaceKeys',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'Anybody with the key writes false logs.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Monitoring/LogAnalyticsWorkspaces_DisableLocalAuth_Deny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.OperationalInsights/workspaces'],
      path: 'properties.features.disableLocalAuth',
      must: { is: [true] },
    },
    { types: ['Microsoft.Insights/components'], path: 'properties.DisableLocalAuth', must: { is: [true] } },
  ],
);
