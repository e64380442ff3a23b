/** An entry of a record under its key. */
export type Keyed<T> = readonly [key: string, entry: T];

/** Order of two texts by their UTF-16 code units: negative, zero or positive. The same on every machine and locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Entries of a record by key, so that a result does not depend on the order they were written in. */
export function byKey<T>(record: Readonly<Record<string, T>>): readonly Keyed<T>[] {
  return Object.entries(record).toSorted(([a], [b]) => compareText(a, b));
}
