import { isText, nodeTypes } from '../../../azure/azure-value';
import type { Subnet } from '../../../azure/subnets';
import { subnetsOf } from '../../../azure/subnets';
import { unknown } from '../../../known';
import { isList } from '../../../policy';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set defaultOutboundAccess to false: data leaves past the firewall. */
export const subnetOutbound: Rule = {
  code: 'SubnetOutbound',
  family: 'azure',
  pack: 'production',
  safeguard: 'boundary',
  rationale: 'Data leaves past the firewall.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/PrivateSubnetOnly_Audit.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.Network/virtualNetworks/subnets', 'Microsoft.Network/virtualNetworks']),
  check(node, _context, graph) {
    return subnetsOf(node, graph)
      .filter((subnet) => isOpen(subnet) && !hasOtherEgress(subnet))
      .map(({ path, value }) => {
        const given = value(property) === undefined ? 'not set' : 'true';
        return { path: path(property), message: `${property} is ${given}`, fix: fixOf('SubnetOutbound') };
      });
  },
};

const property = 'defaultOutboundAccess';

function isOpen({ value }: Subnet): boolean {
  const given = value(property);
  return given !== unknown && given !== false && !isText(given, 'false');
}

/**
 * Whether the address that Azure gives is not used: behind a NAT gateway, and in the subnets of services, whose egress is the
 * service's. Source: learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access, read 2026-12-01.
 */
function hasOtherEgress({ name, value }: Subnet): boolean {
  const delegations = value('delegations');
  return (
    value('natGateway') !== undefined ||
    delegations === unknown ||
    (isList(delegations) && delegations.length > 0) ||
    (name !== undefined && ofServices.test(name))
  );
}

const ofServices = /^(?:AzureBastion|AzureFirewall|AzureFirewallManagement|Gateway|RouteServer)Subnet$/i;
