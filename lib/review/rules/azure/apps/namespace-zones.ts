import { azureRule } from '../../../azure/azure-rule';

/** Set zoneRedundant to true: the loss of a zone stops the pipeline. */
export const namespaceZones = azureRule(
  {
    code: 'NamespaceZones',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a zone stops the pipeline.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Resilience/EventHub_namespaces_ZoneRedundant_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.EventHub/namespaces', 'Microsoft.ServiceBus/namespaces'],
      path: 'properties.zoneRedundant',
      must: { is: [true] },
    },
  ],
);
