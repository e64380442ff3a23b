import { existsSync } from 'node:fs';
import { sameId } from './arm';
import type { ResourceState } from './model';
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

/**
 * The resources of the stacks of a state folder, whole, in the order of their creation; none where there is no folder.
 * Errors: those of reading a file, and ZodError for a file that is no state of this version.
 */
export function deployedResources(
  stateDirectory: string,
): readonly (Pick<ResourceState, 'type' | 'inputs' | 'outputs'> & { readonly id: string })[] {
  if (!existsSync(stateDirectory)) return [];
  return new StateStore(stateDirectory)
    .states()
    .flatMap(({ resources }) =>
      resources.flatMap(({ type, id, inputs, outputs }) => (id === undefined ? [] : [{ type, id, inputs, outputs }])),
    );
}
