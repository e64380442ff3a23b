import type { Release } from './release';

/** A part that differs between two releases, by its path, for example `environments.prod.units.aws/deployment`. */
export interface ReleaseDifference {
  readonly path: string;
  /** Absent where the part is new. */
  readonly before?: string;
  /** Absent where the part is gone. */
  readonly after?: string;
}

/** Every part that differs, in the order of the paths. */
export function releaseDifferences(before: Release, after: Release): readonly ReleaseDifference[] {
  const [was, is] = [partsOf(before, ''), partsOf(after, '')];
  const paths = [...new Set([...was.keys(), ...is.keys()])].toSorted((a, b) => (a < b ? -1 : 1));
  return paths.flatMap((path) => {
    const [old, now] = [was.get(path), is.get(path)];
    if (old === now) return [];
    return [{ path, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }];
  });
}

/** Every text and number of a release by its path. */
function partsOf(value: unknown, path: string): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, item]) => [...partsOf(item, path === '' ? key : `${path}.${key}`)]),
  );
}
