import type { Constraint, KnownResource, Surroundings } from '../../../../lib/constraints/constraint';
import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { isObject } from '../../../../lib/constraints/json';

/** A resource around the one that a rule judges. */
export interface Known extends KnownResource {
  /** What names it: identifiers, names, ARNs. */
  readonly names: readonly string[];
}

/** A resource that is known by its logical id and other names. */
export function known(type: string, logicalId: string, properties: JsonObject = {}, ...names: string[]): Known {
  return { type, logicalId, properties, names: [logicalId, ...names] };
}

/** Everything is known, as in the local cloud. A function names a resource by the logical id in it. */
export function cloud(
  existing: readonly Known[] = [],
  buckets: Readonly<Record<string, readonly string[]>> = {},
): Surroundings {
  const holders = Object.keys(buckets).map((name) => known('AWS::S3::Bucket', name));
  return { ...some([...existing, ...holders], 'absent', buckets), complete: true };
}

/** Some resources are known, as in the review of one template; there may be others. */
export function template(...declared: readonly Known[]): Surroundings {
  return some(declared, 'unknown', {});
}

function some(
  all: readonly Known[],
  otherwise: 'absent' | 'unknown',
  buckets: Readonly<Record<string, readonly string[]>>,
): Surroundings {
  return {
    account: '111111111111',
    region: 'eu-central-1',
    named: (types, value) =>
      all.find(({ type, names }) => types.includes(type) && names.includes(text(value))) ??
      (typeof value === 'string' ? otherwise : 'unknown'),
    list: (type) => all.filter((resource) => resource.type === type),
    holdsObject: (bucket, key) =>
      key.endsWith('/') ? buckets[bucket]?.some((name) => name.startsWith(key)) : buckets[bucket]?.includes(key),
  };
}

function text(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return '';
  const [inner] = Object.values(value);
  return String(Array.isArray(inner) ? inner[0] : inner);
}

/** `<pointer>: <problem>` of every breach. */
export function breaches(constraint: Constraint, properties: JsonObject, surroundings = template()): readonly string[] {
  const [type = ''] = constraint.types;
  return breachesOf(constraint, type, properties, surroundings);
}

/** The same for a rule of several types. */
export function breachesOf(
  constraint: Constraint,
  type: string,
  properties: JsonObject,
  surroundings = template(),
): readonly string[] {
  const found = constraint.check({ type, logicalId: 'It', properties }, surroundings);
  for (const { pointer, fix } of found) {
    expect(pointer).toMatch(/^#(?:\/|$)/);
    expect(fix).toMatch(/^[A-Z].*\.$/s);
  }
  return found.map(({ pointer, problem }) => `${pointer}: ${problem}`);
}
