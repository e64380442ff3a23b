import type { PropertyValue, ResourceNode } from '../../graph';
import type { JsonMap } from '../policy';
import { isList, isMap } from '../policy';

/** What one attribute becomes: properties with their values. */
type Made = readonly (readonly [property: string, value: PropertyValue])[];

/** How the attributes of a type are called where concerns look for them. */
export interface TermsRow {
  /** Type in those terms. @default - the own one */
  readonly type?: string;
  /** Properties by attribute, at every depth, where the case alone does not give the name. */
  readonly names?: Readonly<Record<string, string>>;
  /** Blocks that occur once: Terraform writes them as a list of one. */
  readonly single?: readonly string[];
  /** Attributes that are JSON documents, often as text. */
  readonly documents?: readonly string[];
  /** Property that all attributes are in, but for those of `top`. @default - none */
  readonly within?: string;
  readonly top?: readonly string[];
  /** Attributes that become something else. An empty list leaves the attribute out. */
  readonly values?: Readonly<Record<string, (value: PropertyValue) => Made>>;
}

/** A resource in the terms of concerns, and the way back. */
export interface Reshaped {
  readonly properties: ResourceNode['properties'];
  /** Paths of the resource by paths in the terms of concerns. */
  readonly paths: ReadonlyMap<string, string>;
}

/** Levels that are renamed; what lies deeper keeps its names. */
const deepest = 60;

/** Renames the attributes of a resource. @param first case of the first letter of a property */
export function reshape(properties: JsonMap, row: TermsRow, first: 'upper' | 'lower'): Reshaped {
  const walk: Walk = { row, first, paths: new Map(), single: new Set(row.single) };
  const [top, within]: [Record<string, PropertyValue>, Record<string, PropertyValue>] = [{}, {}];
  for (const [key, value] of Object.entries(properties)) {
    const attribute = snake(key);
    const inside = row.within !== undefined && row.top?.includes(attribute) !== true;
    const prefix = inside ? `${row.within ?? ''}.` : '';
    for (const [property, made] of madeOf(walk, { attribute, key, value, prefix })) {
      // A key such as `__proto__` is a member like any other.
      Object.defineProperty(inside ? within : top, property, {
        value: made,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  const all = row.within === undefined ? top : { ...top, [row.within]: within };
  return { properties: all, paths: walk.paths };
}

interface Walk {
  readonly row: TermsRow;
  readonly first: 'upper' | 'lower';
  readonly paths: Map<string, string>;
  readonly single: ReadonlySet<string>;
}

interface Attribute {
  readonly attribute: string;
  readonly key: string;
  readonly value: PropertyValue;
  readonly prefix: string;
}

function madeOf(walk: Walk, { attribute, key, value, prefix }: Attribute): Made {
  const { row, paths } = walk;
  const special = row.values !== undefined && Object.hasOwn(row.values, attribute) ? row.values[attribute] : undefined;
  const made = special?.(value);
  if (made !== undefined) {
    for (const [property] of made) paths.set(prefix + property, key);
    return made;
  }
  const property = nameOf(walk, attribute);
  if (row.documents?.includes(attribute) === true) {
    paths.set(prefix + property, key);
    return [[property, documentOf(value)]];
  }
  const renamed = renamedValue(walk, { value, attribute, from: key, to: prefix + property });
  return renamed === undefined ? [] : [[property, renamed]];
}

interface Place {
  readonly value: PropertyValue;
  readonly attribute: string;
  readonly from: string;
  readonly to: string;
}

/** @returns undefined for a single block that is not there */
function renamedValue(walk: Walk, { value, attribute, from, to }: Place): PropertyValue | undefined {
  walk.paths.set(to, from);
  if (to.split('.').length > deepest) return value;
  if (isList(value)) {
    const [only] = value;
    if (walk.single.has(attribute) && value.length <= 1) {
      return only === undefined ? undefined : renamedValue(walk, { value: only, attribute, from: `${from}.0`, to });
    }
    return value.map(
      (item, i) => renamedValue(walk, { value: item, attribute: '', from: `${from}.${i}`, to: `${to}.${i}` }) ?? item,
    );
  }
  if (!isMap(value) || isFunction(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const inner = snake(key);
      const name = nameOf(walk, inner);
      const made = renamedValue(walk, { value: item, attribute: inner, from: `${from}.${key}`, to: `${to}.${name}` });
      return made === undefined ? [] : [[name, made]];
    }),
  );
}

function nameOf({ row, first }: Walk, attribute: string): string {
  if (row.names !== undefined && Object.hasOwn(row.names, attribute)) return row.names[attribute] ?? attribute;
  const camel = attribute.replaceAll(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return first === 'upper' ? camel.charAt(0).toUpperCase() + camel.slice(1) : camel;
}

/** `inputStrength` of Pulumi as `input_strength`. */
function snake(key: string): string {
  return /^[a-z]+[a-z0-9]*(?:[A-Z][a-z0-9]*)+$/.test(key)
    ? key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    : key;
}

function isFunction(value: JsonMap): boolean {
  const [key = '', ...more] = Object.keys(value);
  return more.length === 0 && (key === 'Ref' || key.startsWith('Fn::'));
}

/** A document that may be a text, or the value as it is. */
export function documentOf(value: PropertyValue): PropertyValue {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null ? (parsed as PropertyValue) : value;
  } catch {
    return value;
  }
}
