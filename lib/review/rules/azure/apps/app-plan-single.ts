import { azureRule } from '../../../azure/azure-rule';

/** Set zoneRedundant to true, and sku.capacity to at least 2: the loss of an instance stops the apps. */
export const appPlanSingle = azureRule(
  {
    code: 'AppPlanSingle',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of an instance stops the apps.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Resilience/web_serverfarms_ZoneRedundant_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.Web/serverfarms'], path: 'properties.zoneRedundant', must: { is: [true] } },
    { types: ['Microsoft.Web/serverfarms'], path: 'sku.capacity', must: { atLeast: 2 }, mayBeAbsent: true },
  ],
);
