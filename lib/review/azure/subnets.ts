import type { ResourceNode } from '../../graph';
import { unversionedType } from '../../graph/pulumi/unversioned-type';
import type { GraphIndex } from '../graph-index';
import type { Known } from '../known';
import { azureNodes, azurePath, azurePlaces, azureValue } from './azure-value';

const subnetType = 'Microsoft.Network/virtualNetworks/subnets';

/** A subnet, declared as a resource or within its network. */
export interface Subnet {
  /** @default - not known */
  readonly name: string | undefined;
  /** Dotted path of a property, in the terms of the node. */
  readonly path: (property: string) => string;
  readonly value: (property: string) => Known;
}

/**
 * The subnets that a resource declares: the subnet itself, or those within a network. One within a network that is a resource
 * too is left out, since that resource is what is deployed last.
 */
export function subnetsOf(node: ResourceNode, graph: GraphIndex): readonly Subnet[] {
  const type = unversionedType(node.type).toLowerCase();
  if (type.endsWith('subnet') || type.endsWith('/subnets')) {
    return [subnetAt(node, 'properties', azureValue(node, 'subnetName') ?? azureValue(node, 'name'))];
  }
  const apart = azureNodes(graph, [subnetType], node)
    .filter(({ dependsOn }) => dependsOn.includes(node.address))
    .map((one) => azureValue(one, 'subnetName'));
  return azurePlaces(node, 'properties.subnets.*')
    .map((_, index) => {
      const around = `properties.subnets.${index}`;
      return subnetAt(node, `${around}.properties`, azureValue(node, `${around}.name`));
    })
    .filter(({ name }) => name === undefined || !apart.includes(name));
}

function subnetAt(node: ResourceNode, around: string, name: Known): Subnet {
  return {
    name: typeof name === 'string' ? name.split('/').at(-1) : undefined,
    path: (property) => azurePath(node, `${around}.${property}`),
    value: (property) => azureValue(node, `${around}.${property}`),
  };
}
