import type { ResourceNode } from '../../graph';
import type { GraphIndex } from '../graph-index';
import { azureNodes, azureValue, isText } from './azure-value';

/** Whether a compute of Azure Machine Learning is a cluster or an instance of machines. */
export function isMachineCompute(node: ResourceNode): boolean {
  return isText(azureValue(node, 'properties.computeType'), 'AmlCompute', 'ComputeInstance');
}

/** Whether the machines of a compute are in no managed network, so that they need a subnet. */
export function needsSubnet(node: ResourceNode, graph: GraphIndex): boolean {
  return isMachineCompute(node) && !isInManagedNetwork(node, graph);
}

/** Whether a workspace around a resource has a managed network. A workspace that is not in the graph is none. */
export function isInManagedNetwork(node: ResourceNode, graph: GraphIndex): boolean {
  return azureNodes(graph, ['Microsoft.MachineLearningServices/workspaces'], node).some((workspace) =>
    isText(
      azureValue(workspace, 'properties.managedNetwork.isolationMode'),
      'AllowOnlyApprovedOutbound',
      'AllowInternetOutbound',
    ),
  );
}
