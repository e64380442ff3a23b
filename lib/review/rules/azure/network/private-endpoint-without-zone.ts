import { azureNodes, azureValue, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Add a privateDnsZoneGroup: clients in the network reach the closed public endpoint, and fail. */
export const privateEndpointWithoutZone: Rule = {
  code: 'PrivateEndpointWithoutZone',
  family: 'azure',
  pack: 'production',
  safeguard: 'availability',
  rationale: 'Clients in the network reach the closed public endpoint, and fail.',
  source: { url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-overview', asOf: '2026-12-01' },
  types: nodeTypes(['Microsoft.Network/privateEndpoints']),
  check(node, _context, graph) {
    const groups = azureNodes(graph, ['Microsoft.Network/privateEndpoints/privateDnsZoneGroups'], node);
    // Where no endpoint has a group, a policy of the landing zone adds them.
    if (groups.length === 0) return [];
    const name = azureValue(node, 'privateEndpointName');
    const has = groups.some(
      (group) =>
        group.dependsOn.includes(node.address) ||
        (name !== undefined && azureValue(group, 'privateEndpointName') === name),
    );
    return has ? [] : [{ path: '', message: 'has no zone group', fix: fixOf('PrivateEndpointWithoutZone') }];
  },
};
