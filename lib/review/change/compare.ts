import type { ResourceGraph, ResourceNode } from '../../graph';
import type { ResourceChange } from './change';
import { addDownstream } from './downstream';
import type { ChangeFacts } from './facts';
import { findMoves } from './moves';
import { changed, created, destroyed, isRehashed, moved } from './resource-change';
import { keyOf } from './resource-key';

/**
 * What a deployment of `next` does to the resources of `base`, each change with the properties that cause it. Both graphs need
 * their addresses unique within environment and cloud; the last resource of an address counts. The time is linear in the
 * resources and references of both.
 *
 * @returns changes sorted by environment, cloud, stack and address
 *
 * @example compareGraphs(base, next, { placesOf: schemaPlaces })
 */
export function compareGraphs(base: ResourceGraph, next: ResourceGraph, facts: ChangeFacts): readonly ResourceChange[] {
  const former = new Map(base.map((node) => [keyOf(node), node]));
  const current = new Map(next.map((node) => [keyOf(node), node]));
  const added = [...current].flatMap(([key, node]) => (former.has(key) ? [] : [node]));
  const removed = [...former].flatMap(([key, node]) => (current.has(key) ? [] : [node]));
  const moves = findMoves(removed, added);
  const rehashed = new Map(moves.filter(isRehashed).map(({ before, after }) => [idOf(before), idOf(after)]));
  const asked = remembered(facts);
  const changes = new Map<string, ResourceChange>();
  for (const [key, after] of current) {
    const before = former.get(key);
    const found = before === undefined ? undefined : changed({ before, after }, asked, rehashed);
    if (found !== undefined) changes.set(key, found);
  }
  for (const move of moves) changes.set(keyOf(move.after), moved(move, asked, rehashed));
  const formerMoved = new Set(moves.map(({ before }) => before));
  for (const node of added) {
    const key = keyOf(node);
    if (!changes.has(key)) changes.set(key, created(node, asked));
  }
  for (const node of removed) if (!formerMoved.has(node)) changes.set(keyOf(node), destroyed(node, asked));
  addDownstream(changes, { base: former, next, facts: asked });
  return [...changes.values()].toSorted(inOrder);
}

/** Facts about a type, looked up once. */
function remembered(facts: ChangeFacts): ChangeFacts {
  const places = new Map<string, ReturnType<ChangeFacts['placesOf']>>();
  return {
    ...facts,
    placesOf(type) {
      const known = places.get(type) ?? facts.placesOf(type);
      places.set(type, known);
      return known;
    },
  };
}

function idOf({ address }: ResourceNode): string {
  return address.slice(address.lastIndexOf('/') + 1);
}

function inOrder(a: ResourceChange, b: ResourceChange): number {
  return (
    compareText(a.environment, b.environment) ||
    compareText(a.cloud, b.cloud) ||
    compareText(a.stack, b.stack) ||
    compareText(a.address, b.address)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
