import { azureRule } from '../../../azure/azure-rule';

/** Set retentionInDays to at least 90: an incident is noticed after its logs are gone. */
export const logWorkspaceRetention = azureRule(
  {
    code: 'LogWorkspaceRetention',
    family: 'azure',
    pack: 'production',
    safeguard: 'retention',
    rationale: 'An incident is noticed after its logs are gone.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Monitoring/ActivityLogRetention_365orGreater.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.OperationalInsights/workspaces'], path: 'properties.retentionInDays', must: { atLeast: 90 } }],
);
