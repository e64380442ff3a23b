import type { PropertyValue } from '../../graph';
import type { JsonMap } from '../policy';
import { isList, isMap } from '../policy';
import type { PropertyChange } from './change';
import type { PlaceFacts } from './facts';
import { pairElements } from './list-pairs';
import { hashNoise } from './noise';
import { canonicalText, sameValue, tooDeep } from './same-value';

/** What a comparison of two values needs on its way down. */
interface Walk {
  readonly found: PropertyChange[];
  /** Logical ids and URNs that only a new hash tells from the former ones. */
  readonly rehashed: ReadonlyMap<string, string>;
}

/** Levels that are walked one by one; what lies deeper is one change. */
const deepest = 60;

/**
 * Properties that differ, outermost value that is new or gone, innermost value otherwise; noise last.
 *
 * @param rehashed former id of a resource whose id holds the hash of its content, with the new one
 */
export function propertyChanges(
  before: JsonMap,
  after: JsonMap,
  place: PlaceFacts,
  rehashed: ReadonlyMap<string, string> = new Map(),
): readonly PropertyChange[] {
  const walk: Walk = { found: [], rehashed };
  members(walk, [], [before, after], place);
  return [
    ...walk.found.filter(({ noise }) => noise === undefined),
    ...walk.found.filter(({ noise }) => noise !== undefined),
  ];
}

type Pair = readonly [before: PropertyValue | undefined, after: PropertyValue | undefined];

function compare(walk: Walk, path: readonly string[], [before, after]: Pair, place: PlaceFacts): void {
  if (sameValue(before, after)) return;
  if (path.length < deepest && isMap(before) && isMap(after) && !isFunction(before) && !isFunction(after)) {
    members(walk, path, [before, after], place);
    return;
  }
  if (place.unordered && sameSet(before, after)) {
    add(walk, path, [before, after], { effect: 'none', noise: 'order' });
    return;
  }
  if (path.length < deepest && isList(before) && isList(after)) {
    elements(walk, path, [before, after], place);
    return;
  }
  const filled = place.noise?.(before, after);
  if (filled !== undefined) {
    add(walk, path, [before, after], { effect: 'none', noise: filled });
    return;
  }
  const noise = hashNoise(path.at(-1) ?? '', withNewIds(before, walk.rehashed), after);
  add(walk, path, [before, after], { effect: place.effect(before, after), ...(noise === undefined ? {} : { noise }) });
}

function members(walk: Walk, path: readonly string[], pair: readonly [JsonMap, JsonMap], place: PlaceFacts): void {
  const [before, after] = pair;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const left = Object.hasOwn(before, key) ? before[key] : undefined;
    const right = Object.hasOwn(after, key) ? after[key] : undefined;
    if (left !== right) compare(walk, [...path, key], [left, right], place.child(key));
  }
}

type Lists = readonly [readonly PropertyValue[], readonly PropertyValue[]];

function elements(walk: Walk, path: readonly string[], [before, after]: Lists, place: PlaceFacts): void {
  for (const { left, right, index } of pairElements(before, after, place.unordered)) {
    compare(walk, [...path, String(index)], [left, right], place.child(String(index)));
  }
}

function add(
  walk: Walk,
  path: readonly string[],
  [before, after]: Pair,
  rest: Pick<PropertyChange, 'effect' | 'noise'>,
): void {
  walk.found.push({
    path: path.join('.'),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...rest,
  });
}

/** A function of CloudFormation is one value: what its parts say only counts together. */
function isFunction(value: JsonMap): boolean {
  const [key, ...more] = Object.keys(value);
  return key !== undefined && more.length === 0 && (key === 'Ref' || key === 'Condition' || key.startsWith('Fn::'));
}

/** Lists with the same elements. A policy takes a single value in place of a list of one. */
function sameSet(before: PropertyValue | undefined, after: PropertyValue | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const left = isList(before) ? before : [before];
  const right = isList(after) ? after : [after];
  if (left.length !== right.length) return false;
  const texts = left.map((item) => canonicalText(item)).toSorted();
  const others = right.map((item) => canonicalText(item)).toSorted();
  return texts.every((text, index) => text === others[index]);
}

/** A value with the new ids of resources whose ids hold a hash. */
function withNewIds(value: PropertyValue | undefined, ids: ReadonlyMap<string, string>): PropertyValue | undefined {
  if (ids.size === 0 || value === undefined) return value;
  const text = canonicalText(value);
  if (text.includes(tooDeep)) return value;
  const renewed = text.replace(/[A-Za-z0-9]+/g, (word) => ids.get(word) ?? word);
  return renewed === text ? value : (JSON.parse(renewed) as PropertyValue);
}
