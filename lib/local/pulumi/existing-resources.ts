import { sameId } from './arm';
import { StateStore } from './state-store';

/**
 * The resources of the stacks of a state folder, by ARM id in lower case, with the time of their creation. What a stack has
 * retained after its end exists too, and nobody says since when.
 */
export function existingResources(stateDirectory: string): ReadonlyMap<string, { readonly created?: string }> {
  const states = new StateStore(stateDirectory).states();
  return new Map([
    ...states.flatMap(({ retained }) => retained.map((id) => [sameId(id), {}] as const)),
    ...states.flatMap(({ resources }) =>
      resources.flatMap(({ id, created }) => (id === undefined ? [] : [[sameId(id), { created }] as const])),
    ),
  ]);
}
