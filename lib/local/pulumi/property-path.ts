import type { PropertyMap, PropertyValue } from './property-value';
import { isList, isMap, isSecret } from './property-value';

/**
 * Paths into the properties of a resource, as `ignoreChanges` and `replaceOnChanges` write them:
 * `properties.sku.name`, `rules[0].port`, `tags["a.b"]`, with `*` for any key or index.
 */
export type PropertyPath = readonly string[];

const pathSegment = /\["((?:[^"\\]|\\.)*)"\]|\[(\d+|\*)\]|([^.[\]]+)/g;

/** Reads a path. */
export function parsePath(path: string): PropertyPath {
  return [...path.matchAll(pathSegment)].map(
    (match) => match[1]?.replaceAll(/\\(.)/g, '$1') ?? match[2] ?? match[3] ?? '',
  );
}

/** Writes a path; a key that is not a plain name is quoted. */
export function formatPath(path: PropertyPath): string {
  return path.reduce((text, segment) => {
    if (/^\d+$/.test(segment)) return `${text}[${segment}]`;
    if (!/^[\w$-]+$/.test(segment)) return `${text}[${JSON.stringify(segment)}]`;
    return text === '' ? segment : `${text}.${segment}`;
  }, '');
}

/** Whether a pattern covers a change: the same place, a part of it, or a value that contains it. */
export function touches(pattern: PropertyPath, changed: PropertyPath): boolean {
  const common = Math.min(pattern.length, changed.length);
  return pattern.slice(0, common).every((segment, index) => segment === '*' || segment === changed[index]);
}

/** Sets the value at `path` to that of `from`, or removes it when `from` has none. */
export function copyAt(path: PropertyPath, from: PropertyMap, onto: PropertyMap): PropertyMap {
  const copied = copy(path, from, onto);
  return isMap(copied) ? copied : onto;
}

function copy(
  path: PropertyPath,
  from: PropertyValue | undefined,
  onto: PropertyValue | undefined,
): PropertyValue | undefined {
  const [segment, ...rest] = path;
  if (segment === undefined) return from;
  const source = isSecret(from) ? from['value'] : from;
  if (isSecret(onto)) return { ...onto, value: copy(path, source, onto['value']) ?? null };
  if (isList(onto)) return copyInList(segment, rest, isList(source) ? source : [], onto);
  if (!isMap(onto)) return onto;
  const old = isMap(source) ? source : {};
  const keys = segment === '*' ? [...new Set([...Object.keys(old), ...Object.keys(onto)])] : [segment];
  const result: Record<string, PropertyValue> = { ...onto };
  for (const key of keys) {
    const value = copy(rest, old[key], onto[key]);
    if (value === undefined) Reflect.deleteProperty(result, key);
    else result[key] = value;
  }
  return result;
}

function copyInList(
  segment: string,
  rest: PropertyPath,
  from: readonly PropertyValue[],
  onto: readonly PropertyValue[],
): readonly PropertyValue[] {
  return onto.map((item, index) => {
    if (segment !== '*' && segment !== String(index)) return item;
    return copy(rest, from[index], item) ?? item;
  });
}
