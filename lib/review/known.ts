import type { PropertyValue } from '../graph';
import { isList, isMap } from './policy';

/** A function of a template or a dynamic reference: what it gives is known at the deployment. */
export const unknown = Symbol('unknown');

/** A value as far as a template tells: undefined is absent. */
export type Known = PropertyValue | typeof unknown | undefined;

/**
 * What a value can be. `Fn::If` gives each of its branches, `AWS::NoValue` nothing, and every other function is unknown. A rule
 * is violated where all that a value can be violates it.
 */
function alternatives(value: PropertyValue | undefined): readonly Known[] {
  // Resource Manager and Kubernetes read null as absent; CloudFormation has none.
  if (value === null) return [undefined];
  if (typeof value === 'string') return [value.includes('{{resolve:') ? unknown : value];
  if (!isMap(value)) return [value];
  const [key, ...others] = Object.keys(value);
  if (key === undefined || others.length > 0) return [value];
  const inner = value[key];
  if (key === 'Ref') return [inner === 'AWS::NoValue' ? undefined : unknown];
  if (key === 'Fn::If' && isList(inner)) return inner.slice(1).flatMap(alternatives);
  return [key.startsWith('Fn::') ? unknown : value];
}

/** A place in a resource, and what can be there. */
export interface Place {
  /** Dotted, with the index in a list. */
  readonly path: string;
  readonly values: readonly Known[];
}

/**
 * The places that a path names. `*` stands for every item of a list; a list that is absent or not known has none.
 *
 * @example placesAt(properties, 'ProductionVariants.*.InstanceType')
 */
export function placesAt(properties: PropertyValue, path: string): readonly Place[] {
  let places: readonly Place[] = [{ path: '', values: [properties] }];
  for (const step of path.split('.')) places = places.flatMap((place) => next(place, step));
  return places;
}

function next({ path, values }: Place, step: string): readonly Place[] {
  const joined = (name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);
  if (step !== '*') {
    return [
      {
        path: joined(step),
        values: values.flatMap((value) => stepInto(value, step)),
      },
    ];
  }
  // A list that a function chooses has items that cannot be told apart.
  const [only, ...others] = values;
  if (others.length > 0 || only === unknown || !isList(only)) return [];
  return only.map((item, index) => ({ path: joined(index), values: alternatives(item) }));
}

function stepInto(value: Known, step: string): readonly Known[] {
  if (value === unknown) return [unknown];
  if (isMap(value)) return alternatives(value[step]);
  return isList(value) && /^\d+$/.test(step) ? alternatives(value[Number(step)]) : [undefined];
}

/** The only value that a property can have; `unknown` where it can have several. */
export function knownAt(properties: PropertyValue | undefined, path: string): Known {
  const [place] = properties === undefined ? [] : placesAt(properties, path);
  if (place === undefined) return undefined;
  const [first, ...others] = place.values;
  return others.some((other) => other !== first) ? unknown : first;
}

/** Whether something is at a path, or may be. */
export function mayBeAt(properties: PropertyValue | undefined, path: string): boolean {
  return (
    properties !== undefined &&
    placesAt(properties, path).some(({ values }) => values.some((value) => value !== undefined))
  );
}
