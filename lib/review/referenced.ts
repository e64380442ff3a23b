import type { PropertyValue, ResourceGraph, ResourceNode } from '../graph';
import { referencesIn } from '../graph';

/** The resources of the same stack that a value of a resource refers to. */
export function referencedBy(
  value: PropertyValue | undefined,
  from: ResourceNode,
  graph: ResourceGraph,
): readonly ResourceNode[] {
  const addresses = new Set([...referencesIn(value)].map((name) => `${from.stack}/${name}`));
  return addresses.size === 0
    ? []
    : graph.filter(
        ({ address, environment, cloud }) =>
          cloud === from.cloud && environment === from.environment && addresses.has(address),
      );
}
