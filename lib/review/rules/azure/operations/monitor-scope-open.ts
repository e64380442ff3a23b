import { azureRule } from '../../../azure/azure-rule';

/** Set ingestionAccessMode and queryAccessMode to PrivateOnly: logs of the network are sent to a workspace of somebody else. */
export const monitorScopeOpen = azureRule(
  {
    code: 'MonitorScopeOpen',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Logs of the network are sent to a workspace of somebody else.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Monitoring/AzureMonitorPrivateLinkScopes_AccessModeSettings_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Insights/privateLinkScopes'],
      path: 'properties.accessModeSettings.ingestionAccessMode',
      must: { isNot: ['Open'] },
    },
    {
      types: ['Microsoft.Insights/privateLinkScopes'],
      path: 'properties.accessModeSettings.queryAccessMode',
      must: { isNot: ['Open'] },
    },
  ],
);
