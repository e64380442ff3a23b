import type { Breach } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject, own, scalarText } from '../json';
import { intrinsicName } from './calls';
import { breach, hasExtensions } from './sections';

const prefix = 'Fn::ForEach::';

/** The elements of a collection, or undefined where they are not known. */
export type Collection = (value: Json) => readonly string[] | undefined;

/** A template without loops. */
export interface Expanded {
  readonly template: JsonObject;
  /** Loops that are malformed, or that make a name twice. */
  readonly breaches: readonly Breach[];
  /** Whether the collection of a loop is not known: the template then lacks what that loop makes. */
  readonly unknown: boolean;
  /** Paths of these loops, such as `/Resources/Fn::ForEach::Queues`. */
  readonly loops: readonly string[];
}

interface Expansion {
  readonly collection: Collection;
  readonly breaches: Breach[];
  /** Values of the identifiers of the loops around. */
  readonly values: ReadonlyMap<string, string>;
  /** Paths of loops whose collection is not known. */
  readonly loops: Set<string>;
}

/** Whether a template has a loop. */
export function hasLoops(template: JsonObject): boolean {
  const within = (value: Json): boolean =>
    isList(value)
      ? value.some(within)
      : isObject(value) && Object.entries(value).some(([key, child]) => key.startsWith(prefix) || within(child));
  return hasExtensions(template) && within(template);
}

/**
 * Runs the loops of the extensions of the language: `Fn::ForEach::Name: [identifier, collection, { key: value }]`.
 *
 * Source: CloudFormation template reference, Fn::ForEach, 2026-11-30.
 */
export function expandLoops(template: JsonObject, collection: Collection): Expanded {
  const expansion: Expansion = { collection, breaches: [], values: new Map(), loops: new Set() };
  const expanded = expandObject(template, '', expansion);
  const loops = [...expansion.loops];
  return { template: expanded, breaches: expansion.breaches, unknown: loops.length > 0, loops };
}

function expand(value: Json, path: string, expansion: Expansion): Json {
  if (typeof value === 'string') return substituted(value, expansion.values);
  if (isList(value)) return value.map((element, index) => expand(element, `${path}/${index}`, expansion));
  if (!isObject(value)) return value;
  const reference = intrinsicName(value) === 'Ref' ? own(value, 'Ref') : undefined;
  const bound = typeof reference === 'string' ? expansion.values.get(reference) : undefined;
  return bound ?? expandObject(value, path, expansion);
}

function expandObject(object: JsonObject, path: string, expansion: Expansion): JsonObject {
  const entries = new Map<string, Json>();
  const add = (name: string, value: Json): void => {
    if (entries.has(name)) {
      const problem = `Template error: Fn::ForEach makes the key ${name} twice (${path})`;
      expansion.breaches.push(breach(path, problem, 'put the identifier of the loop into the key'));
    }
    entries.set(name, value);
  };
  for (const [key, value] of Object.entries(object)) {
    const place = `${path}/${key}`;
    if (key.startsWith(prefix)) for (const [name, made] of runLoop(value, place, expansion)) add(name, made);
    else add(substituted(key, expansion.values), expand(value, place, expansion));
  }
  return Object.fromEntries(entries);
}

function runLoop(loop: Json, path: string, expansion: Expansion): readonly (readonly [string, Json])[] {
  const [identifier, declared, body] = isList(loop) ? loop : [];
  if (
    !isList(loop) ||
    loop.length !== 3 ||
    typeof identifier !== 'string' ||
    declared === undefined ||
    !isObject(body)
  ) {
    const problem = `Template error: Fn::ForEach at ${path} is malformed: expected an identifier, a collection and an object`;
    expansion.breaches.push(breach(path, problem, 'write [identifier, collection, { key: value }]'));
    return [];
  }
  const elements = expansion.collection(expand(declared, `${path}/1`, expansion));
  if (elements === undefined) {
    expansion.loops.add(path);
    return [];
  }
  return elements.flatMap((element) => {
    const inner: Expansion = { ...expansion, values: new Map([...expansion.values, [identifier, element]]) };
    return Object.entries(expandObject(body, `${path}/2`, inner));
  });
}

/** `${X}` is the value of an identifier; `&{X}` is its letters and digits, for names that take no others. */
function substituted(text: string, values: ReadonlyMap<string, string>): string {
  if (values.size === 0 || !/[$&]\{/.test(text)) return text;
  return text.replace(/([$&])\{([A-Za-z0-9]+)\}/g, (whole, sign: string, name: string) => {
    const value = values.get(name);
    return value === undefined ? whole : sign === '&' ? value.replace(/[^A-Za-z0-9]/g, '') : value;
  });
}

/** Collections of a template before its parameters have values: lists of text, and defaults of parameters. */
export function declaredCollection(template: JsonObject): Collection {
  return (value) => {
    if (isList(value)) {
      const texts = value.map((element) => scalarText(element));
      return texts.every((text) => text !== undefined) ? texts : undefined;
    }
    const name = own(value, 'Ref');
    const parameter = typeof name === 'string' ? own(own(template, 'Parameters'), name) : undefined;
    const text = scalarText(own(parameter, 'Default'));
    return text?.split(',').map((element) => element.trim());
  };
}
