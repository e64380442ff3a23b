import { asList, asRecord, isRecord, own, propertyValue } from '../json';
import type { MarkedProperties } from '../marked-properties';
import { secretValue } from '../placeholder';
import type { PropertyValue } from '../resource-graph';

/** Values of a resource with the shapes that mark them: `true` stands for the value as a whole. */
export interface MarkedInput {
  readonly values: unknown;
  /** `after_unknown` of a plan. */
  readonly unknown?: unknown;
  /** `sensitive_values` of a state, `after_sensitive` of a plan. */
  readonly sensitive?: unknown;
  /** What an unknown attribute comes from, by the name of the attribute. */
  readonly placeholder: (attribute: string) => string;
}

/** Paths found on the way. */
interface Marks {
  readonly unknown: string[];
  readonly secret: string[];
}

/**
 * Puts values, unknown marks and sensitive marks of Terraform together. A null means that an attribute is not set, so that
 * it is left out.
 *
 * Source: developer.hashicorp.com/terraform/internals/json-format, change representation and values representation,
 * read 2026-12-01.
 */
export function markedProperties(input: MarkedInput): MarkedProperties {
  const marks: Marks = { unknown: [], secret: [] };
  const values = asRecord(input.values);
  const unknown = asRecord(input.unknown);
  const sensitive = input.sensitive === true ? everyKey(values) : asRecord(input.sensitive);
  const properties = Object.fromEntries(
    [...new Set([...Object.keys(values), ...Object.keys(unknown)])].flatMap((key) => {
      const merged = merge(
        { value: own(values, key), unknown: own(unknown, key), sensitive: own(sensitive, key) },
        { path: key, marks, placeholder: input.placeholder(key) },
      );
      return merged === null ? [] : [[key, merged] as const];
    }),
  );
  return {
    properties,
    ...(marks.unknown.length === 0 ? {} : { unknown: marks.unknown.toSorted() }),
    ...(marks.secret.length === 0 ? {} : { secret: marks.secret.toSorted() }),
  };
}

interface Layers {
  readonly value: unknown;
  readonly unknown: unknown;
  readonly sensitive: unknown;
}

interface Place {
  readonly path: string;
  readonly marks: Marks;
  readonly placeholder: string;
}

function merge(layers: Layers, place: Place): PropertyValue {
  const { value, unknown, sensitive } = layers;
  if (sensitive === true && (value !== undefined || unknown === true) && value !== null) {
    place.marks.secret.push(place.path);
    return secretValue;
  }
  if (unknown === true) {
    place.marks.unknown.push(place.path);
    return place.placeholder;
  }
  if (Array.isArray(value) || Array.isArray(unknown)) return mergeList(layers, place);
  if (isRecord(value) || (isRecord(unknown) && Object.keys(unknown).length > 0)) return mergeRecord(layers, place);
  return value === undefined ? null : propertyValue(value);
}

function mergeList({ value, unknown, sensitive }: Layers, place: Place): PropertyValue {
  const [values, unknowns, sensitives] = [asList(value), asList(unknown), asList(sensitive)];
  return Array.from({ length: Math.max(values.length, unknowns.length) }, (_, index) =>
    merge(
      { value: values[index], unknown: unknowns[index], sensitive: sensitives[index] },
      { ...place, path: `${place.path}.${index}` },
    ),
  );
}

function mergeRecord({ value, unknown, sensitive }: Layers, place: Place): PropertyValue {
  const [values, unknowns, sensitives] = [asRecord(value), asRecord(unknown), asRecord(sensitive)];
  const keys = [...new Set([...Object.keys(values), ...Object.keys(unknowns)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const merged = merge(
        { value: own(values, key), unknown: own(unknowns, key), sensitive: own(sensitives, key) },
        { ...place, path: `${place.path}.${key}` },
      );
      return merged === null ? [] : [[key, merged] as const];
    }),
  );
}

function everyKey(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(values).map((key) => [key, true]));
}
