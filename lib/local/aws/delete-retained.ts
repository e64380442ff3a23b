import type { LocalAws } from './local-aws';
import { providerOf } from './providers/provider-of';
import type { Cloud } from './state/cloud';
import type { ExistingResource } from './state/registry';
import { sameResource } from './state/registry';

/** What stacks retained, and its deletion as its owner does it by hand. */
export function retention(cloud: Cloud): Pick<LocalAws, 'retained' | 'deleteRetained'> {
  return {
    retained: (types) => types.flatMap((type) => retainedOf(cloud, type)),
    deleteRetained: (type) => deleteRetained(cloud, type),
  };
}

/** What stacks retained of a type and has a name that is refused to another resource. */
function retainedOf(cloud: Cloud, type: string): readonly ExistingResource[] {
  const held = cloud
    .allStacks()
    .filter(({ deleted }) => !deleted)
    .flatMap(({ resources }) => [...resources.values()].flatMap(({ deployed }) => deployed?.existing ?? []));
  return cloud.registry
    .all(type)
    .filter((resource) => resource.uniqueKey !== undefined && !held.some((other) => sameResource(resource, other)));
}

async function deleteRetained(cloud: Cloud, type: string): Promise<readonly string[]> {
  const retained = retainedOf(cloud, type);
  for (const resource of retained) {
    const stack = cloud.allStacks().find(({ id }) => id === resource.stackId);
    if (stack !== undefined)
      await providerOf(type).remove?.(resource, cloud, { stack, signal: new AbortController().signal });
    cloud.registry.remove(resource);
  }
  return retained.map(({ physicalId }) => physicalId).toSorted();
}
