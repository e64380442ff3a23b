import type { ResourceNode } from '../../graph';
import { canonicalText } from './same-value';

/** A resource that has another address after the deployment. */
export interface Move {
  readonly before: ResourceNode;
  readonly after: ResourceNode;
}

/** Smallest share of equal properties of two resources that count as one. */
const nearlyEqual = 0.7;

/**
 * Resources of the former graph that the new one has under another address: of the same type, with equal properties, then with
 * the same id but for its hash, then the only one of its type where most properties are equal. Each step takes only what is
 * unambiguous.
 */
export function findMoves(removed: readonly ResourceNode[], added: readonly ResourceNode[]): readonly Move[] {
  if (removed.length === 0 || added.length === 0) return [];
  const ids = new Set([...removed, ...added].flatMap((node) => [idOf(node), node.address]));
  const moves: Move[] = [];
  const rest = { removed, added };
  const take = (keyOf: (node: ResourceNode) => string | undefined, fits: (move: Move) => boolean): void => {
    const found = uniquePairs(rest.removed, rest.added, keyOf).filter(fits);
    const taken = new Set(found.flatMap(({ before, after }) => [before, after]));
    moves.push(...found);
    rest.removed = rest.removed.filter((node) => !taken.has(node));
    rest.added = rest.added.filter((node) => !taken.has(node));
  };
  take(
    (node) => `${scopeOf(node)} ${fingerprint(node, ids)}`,
    ({ before }) => Object.keys(before.properties).length > 0,
  );
  take(
    (node) =>
      idWithoutHash(node) === undefined ? undefined : `${scopeOf(node)} ${node.stack} ${idWithoutHash(node) ?? ''}`,
    () => true,
  );
  take(scopeOf, ({ before, after }) => similarity(before, after, ids) >= nearlyEqual);
  return moves;
}

function scopeOf({ environment, cloud, type }: ResourceNode): string {
  return `${environment} ${cloud} ${type}`;
}

/** Pairs of nodes whose key no other node of their side has. */
function uniquePairs(
  removed: readonly ResourceNode[],
  added: readonly ResourceNode[],
  keyOf: (node: ResourceNode) => string | undefined,
): readonly Move[] {
  const befores = byUniqueKey(removed, keyOf);
  const afters = byUniqueKey(added, keyOf);
  const moves: Move[] = [];
  for (const [key, before] of befores) {
    const after = afters.get(key);
    if (before !== undefined && after !== undefined) moves.push({ before, after });
  }
  return moves;
}

/** A key that several nodes have is held without a node. */
function byUniqueKey(
  nodes: readonly ResourceNode[],
  keyOf: (node: ResourceNode) => string | undefined,
): ReadonlyMap<string, ResourceNode | undefined> {
  const found = new Map<string, ResourceNode | undefined>();
  for (const node of nodes) {
    const key = keyOf(node);
    if (key !== undefined) found.set(key, found.has(key) ? undefined : node);
  }
  return found;
}

/** Logical id on AWS; the address elsewhere. */
function idOf({ cloud, address }: ResourceNode): string {
  return cloud === 'aws' ? address.slice(address.lastIndexOf('/') + 1) : address;
}

/** The logical id of the CDK without the hash of path or content at its end. */
export function idWithoutHash(node: ResourceNode): string | undefined {
  if (node.cloud !== 'aws') return undefined;
  return /^(.+?)(?:[0-9a-f]{32}|[0-9A-Fa-f]{8})$/.exec(idOf(node))?.[1];
}

/** Properties as a text, in which resources that have another address in the other graph are not told apart. */
function fingerprint(node: ResourceNode, ids: ReadonlySet<string>): string {
  return canonicalText(node.properties).replace(/urn:pulumi:[^#"}]+|[A-Za-z0-9]+/g, (word) =>
    ids.has(word) ? '*' : word,
  );
}

/** Share of the top-level properties that are equal. */
function similarity(before: ResourceNode, after: ResourceNode, ids: ReadonlySet<string>): number {
  const left = propertyTexts(before, ids);
  const right = new Set(propertyTexts(after, ids));
  const size = Math.max(left.length, right.size);
  return size < 2 ? 0 : left.filter((text) => right.has(text)).length / size;
}

function propertyTexts(node: ResourceNode, ids: ReadonlySet<string>): readonly string[] {
  return Object.entries(node.properties).map(
    ([key, value]) => `${key} ${fingerprint({ ...node, properties: { value } }, ids)}`,
  );
}
