import type { ResourceNode } from '../../graph';
import { unversionedType } from '../../graph/pulumi/unversioned-type';
import type { GraphIndex } from '../graph-index';
import { azureValue, isText, nodeTypes } from './azure-value';

const lockTypes: ReadonlySet<string> = new Set(nodeTypes(['Microsoft.Authorization/locks']));

/**
 * The resources of Azure that a lock keeps from deletion: what it names, what is inside of that, and all of a stack whose lock
 * names nothing, since it locks the resource group.
 */
export function locked({ nodes }: GraphIndex): ReadonlySet<ResourceNode> {
  const found = new Set<ResourceNode>();
  const byAddress = new Map(nodes.map((node) => [`${node.environment} ${node.address}`, node]));
  const needed = (node: ResourceNode): readonly ResourceNode[] =>
    node.dependsOn.flatMap((address) => byAddress.get(`${node.environment} ${address}`) ?? []);
  for (const lock of nodes.filter(({ type }) => lockTypes.has(unversionedType(type)))) {
    if (!isText(azureValue(lock, 'properties.level'), 'CanNotDelete', 'ReadOnly')) continue;
    const whole = lock.properties.scope === undefined;
    for (const node of whole ? nodes.filter(({ stack }) => stack === lock.stack) : needed(lock)) found.add(node);
  }
  for (const node of nodes) {
    if (node.cloud === 'azure' && needed(node).some((parent) => found.has(parent) && isInside(node, parent))) {
      found.add(node);
    }
  }
  return found;
}

/** Whether a resource is of the same service as one that it waits for: a container of an account, a key of a vault. */
function isInside({ type }: ResourceNode, parent: ResourceNode): boolean {
  const module = unversionedType(type).split(':').slice(0, 2).join(':');
  return module.includes(':') && unversionedType(parent.type).startsWith(`${module}:`);
}
