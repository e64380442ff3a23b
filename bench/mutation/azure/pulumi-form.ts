import type { PropertyValue, ResourceGraph, ResourceNode } from '../../../lib/graph';
import { referenceTo } from '../../../lib/graph/placeholder';

/**
 * The graph of an ARM template in the form of a recorded Pulumi program: URNs as addresses, references instead of expressions,
 * and what holds data protected instead of locked.
 */
export function asPulumi(graph: ResourceGraph): ResourceGraph {
  const urns = new Map(graph.map((node) => [node.address, urnOf(node)]));
  return graph.map((node) => ({
    ...node,
    address: urnOf(node),
    retained: node.stateful,
    dependsOn: node.dependsOn.map((address) => urns.get(address) ?? address),
    properties: Object.fromEntries(
      Object.entries(node.properties).map(([key, value]) => [key, withReferences(value, node, urns)]),
    ),
  }));
}

function urnOf({ type, address }: ResourceNode): string {
  return `urn:pulumi:prod::assistant::${type}::${address}`;
}

/** An expression becomes a reference to what its resource waits for; which one does not matter to a rule. */
function withReferences(value: PropertyValue, node: ResourceNode, urns: ReadonlyMap<string, string>): PropertyValue {
  if (typeof value === 'string') {
    const [first] = node.dependsOn;
    return value.startsWith('[resourceId(') && first !== undefined
      ? referenceTo(urns.get(first) ?? first, 'id')
      : value;
  }
  if (Array.isArray(value)) return value.map((item: PropertyValue) => withReferences(item, node, urns));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withReferences(item, node, urns)]));
}
