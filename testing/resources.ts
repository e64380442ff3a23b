import type { PropertyValue, ResourceGraph, ResourceNode } from '../lib/graph';
import { isList, isMap } from '../lib/review/policy';

/** Part of the properties of a resource: objects may leave out keys, lists are compared as a whole. */
export type PartialProperties = Readonly<Record<string, unknown>>;

/**
 * The resources of a type, of either cloud, that have the given properties.
 * @example
 * resourcesOf(graph, 'azure-native:search:Service', { publicNetworkAccess: 'Disabled' })
 */
export function resourcesOf(
  graph: ResourceGraph,
  type: string,
  properties: PartialProperties = {},
): readonly ResourceNode[] {
  return graph.filter((node) => node.type === type && matches(node.properties, properties));
}

/** Whether there is a resource of a type with the given properties. */
export function hasResource(graph: ResourceGraph, type: string, properties: PartialProperties = {}): boolean {
  return resourcesOf(graph, type, properties).length > 0;
}

function matches(value: PropertyValue | undefined, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return value === expected;
  if (Array.isArray(expected))
    return isList(value) && value.length === expected.length && value.every((item, i) => matches(item, expected[i]));
  return isMap(value) && Object.entries(expected).every(([key, part]) => matches(value[key], part));
}

/** Stateful resources that a deletion of their stack would delete, as addresses. */
export function notRetained(graph: ResourceGraph): readonly string[] {
  return graph.filter(({ stateful, retained }) => stateful && !retained).map(({ address }) => address);
}
