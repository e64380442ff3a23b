import { azureRule } from '../../../azure/azure-rule';

/** Set defaultOutboundAccess to false: data leaves past the firewall. */
export const subnetOutbound = azureRule(
  {
    code: 'SubnetOutbound',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Data leaves past the firewall.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/PrivateSubnetOnly_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Network/virtualNetworks/subnets'],
      path: 'properties.defaultOutboundAccess',
      must: { is: [false] },
    },
    {
      types: ['Microsoft.Network/virtualNetworks'],
      path: 'properties.subnets.*.properties.defaultOutboundAccess',
      must: { is: [false] },
    },
  ],
);
