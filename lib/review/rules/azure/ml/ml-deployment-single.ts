import type { ResourceNode } from '../../../../graph';
import { azureNodes, azurePath, azureValue, nodeTypes } from '../../../azure/azure-value';
import type { GraphIndex } from '../../../graph-index';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set sku.capacity to at least 2, or add an autoscale setting: the loss of the instance stops the model. */
export const mlDeploymentSingle: Rule = {
  code: 'MlDeploymentSingle',
  family: 'azure',
  pack: 'production',
  safeguard: 'availability',
  rationale: 'The loss of the instance stops the model.',
  source: {
    url: 'https://learn.microsoft.com/azure/machine-learning/reference-yaml-deployment-managed-online',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments']),
  check(node, _context, graph) {
    const capacity = azureValue(node, 'sku.capacity');
    const isFew = capacity === undefined || (typeof capacity === 'number' && capacity < 2);
    if (!isFew || isScaled(node, graph)) return [];
    const message = `has ${capacity ?? 1} of at least 2 instances`;
    return [{ path: azurePath(node, 'sku.capacity'), message, fix: fixOf('MlDeploymentSingle') }];
  },
};

function isScaled(node: ResourceNode, graph: GraphIndex): boolean {
  return azureNodes(graph, ['Microsoft.Insights/autoscaleSettings'], node).some(({ dependsOn }) =>
    dependsOn.includes(node.address),
  );
}
