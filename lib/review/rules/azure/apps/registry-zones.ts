import { azureRule } from '../../../azure/azure-rule';

/** Set zoneRedundancy to Enabled: the loss of a zone stops every scale-out, which pulls images. */
export const registryZones = azureRule(
  {
    code: 'RegistryZones',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a zone stops every scale-out, which pulls images.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Resilience/ContainerRegistry_registries_ZoneRedundant_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.ContainerRegistry/registries'], path: 'properties.zoneRedundancy', must: { is: ['Enabled'] } }],
);
