import { azurePath, azureValue, isText, nodeTypes } from '../../../azure/azure-value';
import { isInManagedNetwork } from '../../../azure/ml-compute';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set egressPublicNetworkAccess to Disabled, or isolate the workspace in a managed network: code in the image or model sends prompts anywhere. */
export const mlDeploymentEgress: Rule = {
  code: 'MlDeploymentEgress',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'boundary',
  rationale: 'Code in the image or model sends prompts anywhere.',
  source: {
    url: 'https://learn.microsoft.com/azure/machine-learning/reference-yaml-deployment-managed-online',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments']),
  check(node, _context, graph) {
    const egress = azureValue(node, 'properties.egressPublicNetworkAccess');
    const open = isText(egress, 'Enabled') || (egress === undefined && !isInManagedNetwork(node, graph));
    if (!open || isText(azureValue(node, 'properties.endpointComputeType'), 'Kubernetes')) return [];
    const message = egress === undefined ? 'public egress is not disabled' : 'public egress is enabled';
    return [
      { path: azurePath(node, 'properties.egressPublicNetworkAccess'), message, fix: fixOf('MlDeploymentEgress') },
    ];
  },
};
