import type { ResourceNode } from './resource-graph';

/**
 * Whether the value at a path of a resource is known only after the deployment: the path itself, or a list or object around it.
 * @param path dotted, with positions in lists as numbers; empty for the resource as a whole
 */
export function isUnknownAt({ unknown }: Pick<ResourceNode, 'unknown'>, path: string): boolean {
  return path !== '' && unknown?.some((open) => path === open || path.startsWith(`${open}.`)) === true;
}
