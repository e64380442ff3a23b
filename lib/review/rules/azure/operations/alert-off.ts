import { azureRule } from '../../../azure/azure-rule';

/** Set enabled to true: nobody learns that the model fails. */
export const alertOff = azureRule(
  {
    code: 'AlertOff',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'Nobody learns that the model fails.',
    source: { url: 'https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-overview', asOf: '2026-12-01' },
  },
  [
    {
      types: [
        'Microsoft.Insights/metricAlerts',
        'Microsoft.Insights/scheduledQueryRules',
        'Microsoft.Insights/activityLogAlerts',
        'Microsoft.Insights/actionGroups',
      ],
      path: 'properties.enabled',
      must: { isNot: [false] },
    },
  ],
);
