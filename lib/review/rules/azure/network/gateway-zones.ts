import { azureRule } from '../../../azure/azure-rule';

/** Name two or more zones, and set autoscaleConfiguration.minCapacity to at least 2: the loss of a zone stops every request. */
export const gatewayZones = azureRule(
  {
    code: 'GatewayZones',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a zone stops every request.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Resilience/Network_applicationGateways_ZoneResilient_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.Network/applicationGateways'], path: 'zones', must: { items: 2 } },
    {
      types: ['Microsoft.Network/applicationGateways'],
      path: 'properties.autoscaleConfiguration.minCapacity',
      must: { atLeast: 2 },
      mayBeAbsent: true,
    },
  ],
);
