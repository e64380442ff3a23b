import type { ArmFunction, ArmValue } from './arm-value';
import { isListValue, isObjectValue } from './arm-value';

type ObjectValue = { readonly [key: string]: ArmValue };

/** Functions of lists and objects. They only arrange values, so that their arguments may hold unknown ones. */
export const collectionFunctions: Readonly<Record<string, ArmFunction>> = {
  createarray: (args) => args,
  createobject: (args) => createObject(args),
  array: ([value]) => (value === undefined ? undefined : isListValue(value) ? value : [value]),
  concat: (args) =>
    args.every(isListValue) ? args.flat() : args.every(isPlain) ? args.map(plainText).join('') : undefined,
  length: ([value]) => size(value),
  empty: ([value]) => (value === null ? true : zero(size(value))),
  first: ([value]) => (isText(value) ? value.charAt(0) : isList(value) ? (value[0] ?? null) : undefined),
  last: ([value]) => (isText(value) ? value.slice(-1) : isList(value) ? (value.at(-1) ?? null) : undefined),
  skip: ([value, count]) => (typeof count === 'number' ? slice(value, Math.max(0, count)) : undefined),
  take: ([value, count]) => (typeof count === 'number' ? slice(value, 0, Math.max(0, count)) : undefined),
  contains: ([all, part]) => contains(all, part),
  union: (args) =>
    args.every(isListValue) ? distinct(args.flat()) : args.every(isObjectValue) ? merged(args) : undefined,
  intersection: (args) => (args.every(isListValue) ? intersection(args) : undefined),
  shallowmerge: ([list]) =>
    isList(list) && list.every(isObjectValue)
      ? Object.fromEntries(list.flatMap((part) => Object.entries(part)))
      : undefined,
  objectkeys: ([value]) => (isObject(value) ? Object.keys(value).toSorted() : undefined),
  items: ([value]) =>
    isObject(value)
      ? Object.keys(value)
          .toSorted()
          .map((key) => ({ key, value: value[key] ?? null }))
      : undefined,
  range: ([start, count]) =>
    typeof start === 'number' && typeof count === 'number' && count <= 10_000
      ? Array.from({ length: Math.max(0, count) }, (_, index) => start + index)
      : undefined,
  flatten: ([list]) => (isList(list) && list.every(isListValue) ? list.flat() : undefined),
  coalesce: (args) => args.find((value) => value !== null) ?? null,
};

function createObject(args: readonly ArmValue[]): ArmValue | undefined {
  const entries: (readonly [string, ArmValue])[] = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const key = args[at];
    if (!isText(key)) return undefined;
    entries.push([key, args[at + 1] ?? null]);
  }
  return Object.fromEntries(entries);
}

function size(value: ArmValue | undefined): number | undefined {
  if (isText(value) || isList(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}

function zero(count: number | undefined): boolean | undefined {
  return count === undefined ? undefined : count === 0;
}

function slice(value: ArmValue | undefined, from: number, to?: number): ArmValue | undefined {
  return isText(value) || isList(value) ? value.slice(from, to) : undefined;
}

/** Keys and texts are found without case, items of lists with it. */
function contains(all: ArmValue | undefined, part: ArmValue | undefined): boolean | undefined {
  if (isText(all)) return isPlainPart(part) ? all.toLowerCase().includes(String(part).toLowerCase()) : undefined;
  if (isObject(all)) return isText(part) ? keyOf(all, part) !== undefined : undefined;
  if (!isList(all) || !isPlainPart(part)) return undefined;
  return all.includes(part) ? true : all.every(isPlain) ? false : undefined;
}

/** The key of an object by its name without case, as Azure compares them. */
export function keyOf(value: ObjectValue, name: string): string | undefined {
  if (Object.hasOwn(value, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(value).find((key) => key.toLowerCase() === wanted);
}

/** Objects are merged with the objects in them, lists are replaced. */
function merged(parts: readonly ObjectValue[]): ObjectValue {
  return parts.reduce<ObjectValue>(
    (all, part) =>
      Object.fromEntries([
        ...Object.entries(all),
        ...Object.entries(part).map(([key, value]): [string, ArmValue] => {
          const before = Object.hasOwn(all, key) ? all[key] : undefined;
          return [key, isObject(before) && isObject(value) ? merged([before, value]) : value];
        }),
      ]),
    {},
  );
}

function distinct(list: readonly ArmValue[]): readonly ArmValue[] {
  const seen = new Set<string>();
  return list.filter((item) => {
    const key = JSON.stringify(item);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function intersection(lists: readonly (readonly ArmValue[])[]): readonly ArmValue[] {
  const others = lists.slice(1).map((list) => new Set(list.map((item) => JSON.stringify(item))));
  return distinct((lists[0] ?? []).filter((item) => others.every((other) => other.has(JSON.stringify(item)))));
}

function isText(value: ArmValue | undefined): value is string {
  return typeof value === 'string';
}

function isList(value: ArmValue | undefined): value is readonly ArmValue[] {
  return value !== undefined && isListValue(value);
}

function isObject(value: ArmValue | undefined): value is ObjectValue {
  return value !== undefined && isObjectValue(value);
}

function isPlain(value: ArmValue): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}

function isPlainPart(value: ArmValue | undefined): value is string | number | boolean {
  return value !== undefined && value !== null && isPlain(value);
}

function plainText(value: string | number | boolean | null): string {
  if (value === null) return '';
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}
