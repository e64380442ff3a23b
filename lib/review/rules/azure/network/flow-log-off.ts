import { azureRule } from '../../../azure/azure-rule';

/** Set enabled to true: nobody can see where data went. */
export const flowLogOff = azureRule(
  {
    code: 'FlowLogOff',
    family: 'azure',
    pack: 'production',
    safeguard: 'logging',
    rationale: 'Nobody can see where data went.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/NetworkWatcherFlowLog_Enabled_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.Network/networkWatchers/flowLogs'], path: 'properties.enabled', must: { isNot: [false] } },
    {
      types: ['Microsoft.Network/networkWatchers/flowLogs'],
      path: 'properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.enabled',
      must: { isNot: [false] },
    },
  ],
);
