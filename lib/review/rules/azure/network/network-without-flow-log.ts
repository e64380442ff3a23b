import { azureNodes, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Add a flow log whose targetResourceId is the network: nobody can see where data went. */
export const networkWithoutFlowLog: Rule = {
  code: 'NetworkWithoutFlowLog',
  family: 'azure',
  pack: 'regulated',
  safeguard: 'logging',
  rationale: 'Nobody can see where data went.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/VirtualNetwork_FlowLog_Audit.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.Network/virtualNetworks']),
  check(node, _context, graph) {
    const logs = azureNodes(graph, ['Microsoft.Network/networkWatchers/flowLogs'], node);
    const logged = logs.some((log) => log.dependsOn.includes(node.address));
    return logged ? [] : [{ path: '', message: 'has no flow log', fix: fixOf('NetworkWithoutFlowLog') }];
  },
};
