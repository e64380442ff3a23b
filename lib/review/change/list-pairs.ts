import type { PropertyValue } from '../../graph';
import { isMap } from '../policy';
import { canonicalText, sameValue } from './same-value';

/** Elements of two lists that stand for the same thing, with the position in the new list, or in the old one of what is gone. */
export interface ElementPair {
  readonly left: PropertyValue | undefined;
  readonly right: PropertyValue | undefined;
  readonly index: number;
}

/** Members that tell one element of a list from the others, the first that both lists have counts. */
const identities = [
  'Sid',
  'VariantName',
  'PolicyName',
  'Key',
  'Name',
  'Id',
  'Type',
  'name',
  'key',
  'id',
  'type',
] as const;

/**
 * Pairs the elements of two lists that differ: equal ones with each other, then those with the same name, then by position. In
 * a list with an order, equal beginnings and ends are left out, and names count only where their order is the same.
 */
export function pairElements(
  before: readonly PropertyValue[],
  after: readonly PropertyValue[],
  unordered: boolean,
): readonly ElementPair[] {
  const left = before.map((value, index) => ({ value, index }));
  const right = after.map((value, index) => ({ value, index }));
  const [lefts, rights] = unordered ? withoutEqual(left, right) : withoutEnds(left, right);
  return pairNamed(lefts, rights, unordered) ?? pairByPosition(lefts, rights);
}

interface Placed {
  readonly value: PropertyValue;
  readonly index: number;
}

type Remaining = readonly [readonly Placed[], readonly Placed[]];

function withoutEqual(left: readonly Placed[], right: readonly Placed[]): Remaining {
  const counts = new Map<string, number>();
  for (const { value } of right) {
    const text = canonicalText(value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const common = new Map<string, number>();
  const lefts = left.filter(({ value }) => {
    const text = canonicalText(value);
    const count = counts.get(text) ?? 0;
    if (count === 0) return true;
    counts.set(text, count - 1);
    common.set(text, (common.get(text) ?? 0) + 1);
    return false;
  });
  const rights = right.filter(({ value }) => {
    const text = canonicalText(value);
    const count = common.get(text) ?? 0;
    common.set(text, count - 1);
    return count <= 0;
  });
  return [lefts, rights];
}

function withoutEnds(left: readonly Placed[], right: readonly Placed[]): Remaining {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && sameValue(left[start]?.value, right[start]?.value)) start += 1;
  let end = 0;
  while (end < shorter - start && sameValue(left.at(-1 - end)?.value, right.at(-1 - end)?.value)) end += 1;
  return [left.slice(start, left.length - end), right.slice(start, right.length - end)];
}

/** @returns undefined where elements have no names, or the names another order in a list that has one */
function pairNamed(lefts: readonly Placed[], rights: readonly Placed[], unordered: boolean): ElementPair[] | undefined {
  const all = [...lefts, ...rights];
  const name = identities.find((key) => all.every(({ value }) => isMap(value) && typeof value[key] === 'string'));
  if (name === undefined || lefts.length === 0 || rights.length === 0) return undefined;
  const byName = new Map(lefts.map((placed) => [nameOf(placed, name), placed]));
  const newNames = new Set(rights.map((placed) => nameOf(placed, name)));
  if (byName.size < lefts.length || newNames.size < rights.length) return undefined;
  const positions = rights.flatMap((placed) => byName.get(nameOf(placed, name))?.index ?? []);
  if (!unordered && positions.some((position, index) => position < (positions[index - 1] ?? 0))) return undefined;
  const gone = lefts.filter((placed) => !newNames.has(nameOf(placed, name)));
  return [
    ...rights.map(({ value, index }) => ({
      left: byName.get(nameOf({ value, index }, name))?.value,
      right: value,
      index,
    })),
    ...gone.map(({ value, index }) => ({ left: value, right: undefined, index })),
  ];
}

function nameOf({ value }: Placed, key: string): PropertyValue | undefined {
  return isMap(value) ? value[key] : undefined;
}

function pairByPosition(lefts: readonly Placed[], rights: readonly Placed[]): ElementPair[] {
  return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, position) => {
    const [left, right] = [lefts[position], rights[position]];
    return { left: left?.value, right: right?.value, index: right?.index ?? left?.index ?? position };
  });
}
