import { closest, distance } from 'fastest-levenshtein';
import type { PropertyPath } from '../property-path';
import { formatPath } from '../property-path';
import type { PropertyMap, PropertyValue } from '../property-value';
import { isList, isMap, signature, unknownMarker } from '../property-value';
import type { ModuleRows, PropertyTypes } from './read';

/** A difference between inputs and the shape that the package declares. */
export interface InputProblem {
  readonly code: 'UnknownProperty' | 'MissingProperty' | 'WrongPropertyType' | 'UnknownPropertyValue';
  readonly path: string;
  readonly message: string;
  readonly got?: string;
  readonly expected?: string;
  readonly fix?: string;
}

/** Checks the inputs of a resource, secrets unwrapped, against the rows of its type. */
export function checkInputs(inputs: PropertyMap, types: PropertyTypes, rows: ModuleRows): readonly InputProblem[] {
  return checkObject(inputs, types, rows, []);
}

function checkObject(
  value: PropertyMap,
  types: PropertyTypes,
  rows: ModuleRows,
  path: PropertyPath,
): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const known = new Map(Object.entries(types).map(([key, type]) => [key.replace(/!$/, ''), type]));
  for (const [key, item] of Object.entries(value)) {
    const type = known.get(key);
    if (type === undefined) problems.push(unknownProperty([...path, key], [...known.keys()]));
    else problems.push(...checkValue(item, type, rows, [...path, key]));
  }
  for (const key of Object.keys(types)) {
    const name = key.slice(0, -1);
    if (!key.endsWith('!') || (value[name] !== undefined && value[name] !== null)) continue;
    const at = formatPath([...path, name]);
    problems.push({
      code: 'MissingProperty',
      path: at,
      message: `required property ${at} is missing`,
      fix: `set ${at}`,
    });
  }
  return problems;
}

function unknownProperty(path: PropertyPath, known: readonly string[]): InputProblem {
  const key = path.at(-1) ?? '';
  const suggestion = didYouMean(key, known);
  return {
    code: 'UnknownProperty',
    path: formatPath(path),
    message: `unknown property ${formatPath(path)}`,
    got: key,
    expected: `one of ${known.toSorted().join(', ')}`,
    fix: suggestion === undefined ? `remove ${key}` : `did you mean ${suggestion}?`,
  };
}

/** The nearest known word, unless it is too different to be a misspelling. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(word, [...known]);
  return distance(word.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, Math.floor(word.length / 3))
    ? nearest
    : undefined;
}

function checkValue(value: PropertyValue, type: string, rows: ModuleRows, path: PropertyPath): readonly InputProblem[] {
  if (value === unknownMarker || value === null || type === '*' || isSignature(value)) return [];
  const alternatives = splitUnion(type);
  const [only] = alternatives;
  if (alternatives.length === 1 && only !== undefined) return checkSingle(value, only, rows, path);
  return checkUnion(value, alternatives, rows, path);
}

/** Assets, archives and references are marked maps, whose shape the runtime checks. */
function isSignature(value: PropertyValue): boolean {
  return isMap(value) && value[signature] !== undefined;
}

/** Problems of the alternative that fits best: of several object types, the one whose discriminator matches. */
function checkUnion(
  value: PropertyValue,
  alternatives: readonly string[],
  rows: ModuleRows,
  path: PropertyPath,
): readonly InputProblem[] {
  const discriminated = alternatives.filter((type) => isMap(value) && discriminatorMatches(value, typeOf(type, rows)));
  const candidates = discriminated.length > 0 ? discriminated : alternatives;
  const results = candidates.map((type) => checkSingle(value, type, rows, path));
  return results.reduce((best, problems) => (problems.length < best.length ? problems : best));
}

function discriminatorMatches(value: PropertyMap, types: PropertyTypes | undefined): boolean {
  const constants = Object.entries(types ?? {}).filter(([, type]) => type.startsWith("'"));
  return constants.length > 0 && constants.every(([key, type]) => value[key.replace(/!$/, '')] === type.slice(1, -1));
}

function typeOf(type: string, rows: ModuleRows): PropertyTypes | undefined {
  return type.startsWith('#') ? rows.types[type.slice(1)] : undefined;
}

function checkSingle(
  value: PropertyValue,
  type: string,
  rows: ModuleRows,
  path: PropertyPath,
): readonly InputProblem[] {
  if (type.startsWith('[]')) {
    if (!isList(value)) return [wrongType(value, 'a list', path)];
    return value.flatMap((item, index) => checkValue(item, ungrouped(type.slice(2)), rows, [...path, String(index)]));
  }
  if (type.startsWith('{}')) {
    if (!isMap(value)) return [wrongType(value, 'a map', path)];
    return Object.entries(value).flatMap(([key, item]) =>
      checkValue(item, ungrouped(type.slice(2)), rows, [...path, key]),
    );
  }
  if (type.startsWith('#')) {
    const types = rows.types[type.slice(1)];
    if (!isMap(value)) return [wrongType(value, 'a map', path)];
    return types === undefined ? [] : checkObject(value, types, rows, path);
  }
  if (type.startsWith("'")) return value === type.slice(1, -1) ? [] : [unknownValue(value, [type.slice(1, -1)], path)];
  if (type.startsWith('=')) {
    const set = rows.sets[type.slice(1)] ?? [];
    return typeof value === 'string' && set.includes(value) ? [] : [unknownValue(value, set, path)];
  }
  return checkPlain(value, type, path);
}

function checkPlain(value: PropertyValue, type: string, path: PropertyPath): readonly InputProblem[] {
  switch (type) {
    case 'n':
      return typeof value === 'number' ? [] : [wrongType(value, 'a number', path)];
    case 'b':
      return typeof value === 'boolean' ? [] : [wrongType(value, 'a boolean', path)];
    case '*':
      return [];
    default:
      return typeof value === 'string' ? [] : [wrongType(value, 'a string', path)];
  }
}

function wrongType(value: PropertyValue, expected: string, path: PropertyPath): InputProblem {
  const got = isList(value) ? 'a list' : isMap(value) ? 'a map' : `a ${typeof value}`;
  const at = formatPath(path);
  return { code: 'WrongPropertyType', path: at, message: `${at} must be ${expected}, got ${got}`, got, expected };
}

function unknownValue(value: PropertyValue, set: readonly string[], path: PropertyPath): InputProblem {
  const at = formatPath(path);
  const got = typeof value === 'string' ? value : JSON.stringify(value);
  const suggestion = didYouMean(got, set);
  return {
    code: 'UnknownPropertyValue',
    path: at,
    message: `${at} cannot be ${got}`,
    got,
    expected: `one of ${set.join(', ')}`,
    ...(suggestion === undefined ? {} : { fix: `did you mean ${suggestion}?` }),
  };
}

/** Splits a union at its top level: parentheses group. */
function splitUnion(type: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of type) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}

function ungrouped(type: string): string {
  return type.startsWith('(') ? type.slice(1, -1) : type;
}
