import type { ResourceNode } from '../../../../graph';
import { azureNodes, nodeTypes } from '../../../azure/azure-value';
import type { GraphIndex } from '../../../graph-index';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Let each deployment depend on the one before: the second deployment fails with a conflict. */
export const modelDeploymentsAtOnce: Rule = {
  code: 'ModelDeploymentsAtOnce',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'The second deployment fails with a conflict.',
  source: {
    url: 'https://learn.microsoft.com/azure/ai-foundry/foundry-models/concepts/deployment-types',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.CognitiveServices/accounts/deployments']),
  check(node, _context, graph) {
    const siblings = azureNodes(graph, ['Microsoft.CognitiveServices/accounts/deployments'], node).filter(
      (other) => other !== node && other.stack === node.stack && isOfSameAccount(other, node),
    );
    const behind = siblings.filter((other) => !waitsFor(node, other, graph) && !waitsFor(other, node, graph));
    // One finding a pair: the later one is told.
    const first = behind.find((other) => graph.nodes.indexOf(other) < graph.nodes.indexOf(node));
    if (first === undefined) return [];
    const message = `is created together with ${first.address}`;
    return [{ path: '', message, fix: fixOf('ModelDeploymentsAtOnce') }];
  },
};

/** A name that an expression or a reference makes is compared as it is written. */
function isOfSameAccount({ properties: one }: ResourceNode, { properties: other }: ResourceNode): boolean {
  return one.accountName !== undefined && JSON.stringify(one.accountName) === JSON.stringify(other.accountName);
}

/** Whether a resource waits for another one, directly or through others. */
function waitsFor(node: ResourceNode, other: ResourceNode, graph: GraphIndex): boolean {
  const seen = new Set(node.dependsOn);
  // A set goes on over what is added to it.
  for (const address of seen) {
    if (address === other.address) return true;
    for (const next of graph.at(address, node)?.dependsOn ?? []) seen.add(next);
  }
  return false;
}
