import type { PropertyValue, ResourceNode } from './resource-graph';

/** An object of parsed JSON or YAML. A key may be `__proto__`, so that such an object is read, and never assigned to. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a parsed value is an object. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one for every other value. */
export function asRecord(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

/** The list, or an empty one for every other value. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text, or undefined for every other value. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value of a key that the object itself has: never what every object inherits, such as `constructor`. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Entries of the object itself, `__proto__` included. */
export function mapEntries<V, T>(
  record: Readonly<Record<string, V>>,
  change: (value: V, key: string) => T,
): { [key: string]: T } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

/** Order of UTF-16 code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Nodes in the order of a graph: environment, cloud, stack, address. */
export function sortNodes(nodes: readonly ResourceNode[]): readonly ResourceNode[] {
  return nodes.toSorted(
    (a, b) =>
      compareText(a.environment, b.environment) ||
      compareText(a.cloud, b.cloud) ||
      compareText(a.stack, b.stack) ||
      compareText(a.address, b.address),
  );
}

/** Parsed JSON as a property. Anything else, which JSON cannot hold, becomes null. */
export function propertyValue(value: unknown): PropertyValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map(propertyValue);
  return isRecord(value) ? mapEntries(value, propertyValue) : null;
}

/** Levels that a document may nest: many times those of any real one, and few enough for a recursive reader. */
export const mostLevels = 500;

/** Whether a value nests deeper than {@link mostLevels}. A loop, because the value may nest deeper than the call stack. */
export function nestsTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return true;
    const below: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      for (const child of Array.isArray(item) ? (item as readonly unknown[]) : Object.values(item)) {
        if (typeof child === 'object' && child !== null) below.push(child);
      }
    }
    level = below;
  }
  return false;
}
