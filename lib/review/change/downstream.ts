import type { ResourceGraph, ResourceNode } from '../../graph';
import type { PropertyChange, ResourceChange } from './change';
import type { ChangeFacts, PlaceFacts } from './facts';
import { referencesTo } from './references-to';
import { changeOf, losesOnReplace, strongestKind } from './resource-change';
import { keyOf } from './resource-key';

/**
 * Adds what a replacement does to the resources that refer to the replaced one: its identity is new, so the deployment updates
 * or replaces them, although nothing in them was written anew. A parameter of Parameter Store hands a new value on to the
 * stacks that take it.
 *
 * @param changes changes by key of the resource; entries are added and replaced
 */
export function addDownstream(
  changes: Map<string, ResourceChange>,
  {
    base,
    next,
    facts,
  }: { readonly base: ReadonlyMap<string, ResourceNode>; readonly next: ResourceGraph; readonly facts: ChangeFacts },
): void {
  const waiting = [...changes.values()].filter(handsOn);
  if (waiting.length === 0) return;
  const dependents = dependentsOf(next);
  const visited = new Set<string>();
  // Grows while it is walked: a replacement can cause another.
  for (const cause of waiting) {
    for (const node of dependents.get(keyOf(cause)) ?? []) {
      const key = keyOf(node);
      const edge = `${keyOf(cause)}\n${key}`;
      const before = base.get(key);
      // What is created anyway, or was there under another address, takes the new identity from the start.
      if (before === undefined || visited.has(edge)) continue;
      visited.add(edge);
      const earlier = changes.get(key);
      const changed = withCause({ node, before, earlier, cause }, facts.placesOf(node.type));
      if (changed === undefined) continue;
      changes.set(key, changed);
      if (handsOn(changed) && (earlier === undefined || !handsOn(earlier))) waiting.push(changed);
    }
  }
}

/** Whether others get a new value from a changed resource. */
function handsOn(change: ResourceChange): boolean {
  if (change.kind === 'replace') return true;
  if (change.type !== 'AWS::SSM::Parameter' || change.kind !== 'update') return false;
  return change.properties.some(({ path, noise }) => noise === undefined && path === 'Value');
}

/** Resources by the key of what they refer to. */
function dependentsOf(graph: ResourceGraph): ReadonlyMap<string, readonly ResourceNode[]> {
  const found = new Map<string, ResourceNode[]>();
  for (const node of graph) {
    for (const address of node.dependsOn) {
      const key = keyOf({ ...node, address });
      const known = found.get(key);
      if (known === undefined) found.set(key, [node]);
      else known.push(node);
    }
  }
  return found;
}

interface Edge {
  readonly node: ResourceNode;
  readonly before: ResourceNode;
  readonly earlier: ResourceChange | undefined;
  readonly cause: ResourceChange;
}

/** @returns the change with the cause added; undefined where nothing in the resource refers to it */
function withCause({ node, before, earlier, cause }: Edge, place: PlaceFacts): ResourceChange | undefined {
  if (earlier !== undefined && (earlier.kind === 'create' || earlier.kind === 'import')) return undefined;
  const handedOver = cause.type === 'AWS::SSM::Parameter' && cause.kind === 'update';
  const certainCause = cause.certain !== false;
  const added = handedOver
    ? []
    : referencesTo(node, cause.address).map(({ path, identity, value }): PropertyChange => {
        const at = path.reduce((facts, key) => facts.child(key), place);
        const effect = at.effect(value, undefined);
        const sure = identity && certainCause;
        return { path: path.join('.'), effect: effect === 'replace' && !sure ? 'may-replace' : effect };
      });
  if (added.length === 0 && !handedOver) return undefined;
  const known = new Set(earlier?.properties.map(({ path }) => path));
  const properties = [...(earlier?.properties ?? []), ...added.filter(({ path }) => !known.has(path))];
  const { kind, causes, certain } = strongestKind(properties);
  const kept = earlier ?? changeOf(node, 'update');
  const { environment, cloud, stack, address, type, from, place: source } = kept;
  return {
    kind: kept.kind === 'rename' ? 'rename' : kind,
    environment,
    cloud,
    stack,
    address,
    type,
    ...(from === undefined ? {} : { from }),
    properties: [
      ...properties.filter(({ noise }) => noise === undefined),
      ...properties.filter(({ noise }) => noise !== undefined),
    ],
    causes: kept.kind === 'rename' ? [] : causes,
    ...(certain ? {} : { certain }),
    downstreamOf: [...new Set([...(kept.downstreamOf ?? []), cause.address])].toSorted(),
    losesData: kept.losesData || (kind === 'replace' && losesOnReplace(before, node)),
    ...(source === undefined ? {} : { place: source }),
  };
}
