import { azureRule } from '../../../azure/azure-rule';

/** Set zoneRedundant to true: the loss of a zone stops every app in it. */
export const containerEnvironmentZones = azureRule(
  {
    code: 'ContainerEnvironmentZones',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a zone stops every app in it.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Resilience/App_managedEnvironments_ZoneRedundant_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.App/managedEnvironments'], path: 'properties.zoneRedundant', must: { is: [true] } }],
);
