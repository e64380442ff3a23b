import { azureNodes, azureValue, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Add a virtualNetworkLink: names of private endpoints lead to public addresses. */
export const privateZoneUnlinked: Rule = {
  code: 'PrivateZoneUnlinked',
  family: 'azure',
  pack: 'production',
  safeguard: 'availability',
  rationale: 'Names of private endpoints lead to public addresses.',
  source: { url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-overview', asOf: '2026-12-01' },
  types: nodeTypes(['Microsoft.Network/privateDnsZones']),
  check(node, _context, graph) {
    const links = azureNodes(graph, ['Microsoft.Network/privateDnsZones/virtualNetworkLinks'], node);
    const name = azureValue(node, 'privateZoneName');
    const linked = links.some(
      (link) =>
        link.dependsOn.includes(node.address) || (name !== undefined && azureValue(link, 'privateZoneName') === name),
    );
    return linked ? [] : [{ path: '', message: 'is linked to no network', fix: fixOf('PrivateZoneUnlinked') }];
  },
};
