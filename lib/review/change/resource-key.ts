import type { ResourceNode } from '../../graph';

/** What tells a resource from every other of a graph: an address is unique within its environment and cloud. */
export function keyOf({
  environment,
  cloud,
  address,
}: Pick<ResourceNode, 'environment' | 'cloud' | 'address'>): string {
  return `${environment}\n${cloud}\n${address}`;
}
