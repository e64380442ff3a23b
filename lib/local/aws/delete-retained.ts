import type { Cloud } from './state/cloud';
import { sameResource } from './state/registry';

/** Deletes what stacks retained of a type, as its owner does by hand. @returns the physical ids, sorted */
export function deleteRetained(cloud: Cloud, type: string): readonly string[] {
  const held = cloud
    .allStacks()
    .filter(({ deleted }) => !deleted)
    .flatMap(({ resources }) => [...resources.values()].flatMap(({ deployed }) => deployed?.existing ?? []));
  const retained = cloud.registry.all(type).filter((resource) => !held.some((other) => sameResource(resource, other)));
  for (const resource of retained) cloud.registry.remove(resource);
  return retained.map(({ physicalId }) => physicalId).toSorted();
}
