import { azureRule } from '../../../azure/azure-rule';

/** Name an action group in actions: nobody learns that the model fails. */
export const alertWithoutAction = azureRule(
  {
    code: 'AlertWithoutAction',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'Nobody learns that the model fails.',
    source: { url: 'https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-overview', asOf: '2026-12-01' },
  },
  [
    { types: ['Microsoft.Insights/metricAlerts'], path: 'properties.actions', must: { items: 1 } },
    {
      types: ['Microsoft.Insights/scheduledQueryRules', 'Microsoft.Insights/activityLogAlerts'],
      path: 'properties.actions.actionGroups',
      must: { items: 1 },
    },
  ],
);
