/** A JSON value of a template. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A resource of a hardened template. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: { [key: string]: Json };
  readonly DeletionPolicy?: string;
  readonly DependsOn?: string | readonly string[];
}

/** A hardened template. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** A place inside the properties of a resource. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly value: Json;
}

/** Whether a value is an object that is no function of CloudFormation. */
export function isBlock(value: Json | undefined): value is { [key: string]: Json } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const [key, ...others] = Object.keys(value);
  return others.length > 0 || key === undefined || !(key === 'Ref' || key.startsWith('Fn::'));
}

/** Every place inside a value, blocks and lists before their contents; functions are not opened. */
export function placesIn(value: Json, path: Place['path'] = []): readonly Place[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => placesIn(item, [...path, index]))
    : isBlock(value)
      ? Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))
      : [];
  return path.length === 0 ? inner : [{ path, value }, ...inner];
}

/** A dotted path without the indices of lists. */
export function nameOf(path: Place['path']): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

/** A copy with another value at a path; undefined removes it. */
export function changed<T>(value: T, path: Place['path'], next: Json | undefined): T {
  const copy = structuredClone(value);
  const last = path.at(-1);
  let parent = copy as unknown as { [key: string | number]: Json };
  for (const step of path.slice(0, -1)) parent = parent[step] as unknown as typeof parent;
  if (last === undefined) return copy;
  if (next !== undefined) parent[last] = next;
  else if (Array.isArray(parent)) (parent as Json[]).splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}
