import type { ResourceState } from './model';

/** URNs of the resources that must outlive the resource. */
export function holders(resource: ResourceState): readonly string[] {
  const provider = resource.provider?.slice(0, resource.provider.lastIndexOf('::'));
  return [resource.parent, provider, resource.deletedWith, ...resource.dependencies].filter((urn) => urn !== undefined);
}

/**
 * The order in which resources are deleted: each before those it depends on, is a child of, or is managed by.
 * Resources that do not depend on each other go in the reverse order of their creation.
 */
export function deleteOrder(resources: readonly ResourceState[]): readonly ResourceState[] {
  const dependents = new Map<string, ResourceState[]>();
  for (const resource of resources) {
    for (const holder of holders(resource)) {
      const known = dependents.get(holder);
      if (known === undefined) dependents.set(holder, [resource]);
      else known.push(resource);
    }
  }
  const ordered: ResourceState[] = [];
  const visited = new Set<string>();
  const visit = (resource: ResourceState): void => {
    if (visited.has(resource.urn)) return;
    visited.add(resource.urn);
    for (const dependent of (dependents.get(resource.urn) ?? []).toReversed()) visit(dependent);
    ordered.push(resource);
  };
  for (const resource of resources.toReversed()) visit(resource);
  return ordered;
}

/**
 * The same order in waves, which the engine deletes one after another: a wave holds all resources that nothing left
 * depends on.
 */
export function deleteWaves(resources: readonly ResourceState[]): readonly (readonly ResourceState[])[] {
  const heights = new Map<string, number>();
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  // In deletion order every dependent comes before what it holds, so its height is known.
  for (const resource of deleteOrder(resources)) {
    const height = heights.get(resource.urn) ?? 0;
    heights.set(resource.urn, height);
    for (const holder of holders(resource))
      if (byUrn.has(holder)) heights.set(holder, Math.max(heights.get(holder) ?? 0, height + 1));
  }
  const waves: ResourceState[][] = [];
  for (const resource of resources) (waves[heights.get(resource.urn) ?? 0] ??= []).push(resource);
  return waves;
}
