import type { PropertyValue } from '../../graph';
import { isList, isMap } from '../policy';

/** Equality of values by content. The order of keys does not matter. No recursion: a template can be deeper than the stack. */
export function sameValue(left: PropertyValue | undefined, right: PropertyValue | undefined): boolean {
  if (left === right) return true;
  const waiting: (PropertyValue | undefined)[] = [left, right];
  while (waiting.length > 0) {
    const b = waiting.pop();
    const a = waiting.pop();
    if (a === b) continue;
    if (isList(a)) {
      if (!isList(b) || a.length !== b.length) return false;
      for (const [index, item] of a.entries()) waiting.push(item, b[index]);
      continue;
    }
    if (!isMap(a) || !isMap(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false;
      waiting.push(a[key], b[key]);
    }
  }
  return true;
}

/** Levels of a value that are compared one by one; what lies deeper is compared as a whole. */
const deepest = 60;

/** Stands in a canonical text for what lies deeper than it goes. */
export const tooDeep = '"…"';

/** A text that is the same for the same content, with sorted keys. What lies deeper than 60 levels is left out. */
export function canonicalText(value: PropertyValue | undefined, depth = 0): string {
  if (value === undefined) return '';
  if (depth > deepest) return tooDeep;
  if (isList(value)) return `[${value.map((item) => canonicalText(item, depth + 1)).join(',')}]`;
  if (!isMap(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key], depth + 1)}`);
  return `{${members.join(',')}}`;
}
