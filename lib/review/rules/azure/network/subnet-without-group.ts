import { nodeTypes } from '../../../azure/azure-value';
import { subnetsOf } from '../../../azure/subnets';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set networkSecurityGroup: every machine of the network reaches every port in it. */
export const subnetWithoutGroup: Rule = {
  code: 'SubnetWithoutGroup',
  family: 'azure',
  pack: 'production',
  safeguard: 'boundary',
  rationale: 'Every machine of the network reaches every port in it.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/NetworkSecurityGroupOnGatewaySubnet_Deny.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.Network/virtualNetworks/subnets', 'Microsoft.Network/virtualNetworks']),
  check(node, _context, graph) {
    return subnetsOf(node, graph)
      .filter(({ name, value }) => value(group) === undefined && !(name !== undefined && withoutGroup.test(name)))
      .map(({ path }) => ({ path: path(group), message: `${group} is not set`, fix: fixOf('SubnetWithoutGroup') }));
  },
};

const group = 'networkSecurityGroup';

/** Subnets of services that take no group, or bring their own. */
const withoutGroup = /^(?:GatewaySubnet|AzureFirewallSubnet|AzureFirewallManagementSubnet|RouteServerSubnet)$/i;
