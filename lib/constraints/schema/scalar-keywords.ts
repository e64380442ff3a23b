import type { Json } from '../json';
import { isList, isObject, scalarText } from '../json';
import { matches } from './pattern';
import type { SchemaNode } from './rows';
import type { Verdict } from './verdict';
import { hidden, say, short } from './verdict';
import { isBoolean, textsOf } from './written';

const typeNames: Readonly<Record<string, string>> = {
  array: 'JSONArray',
  object: 'JSONObject',
  string: 'String',
  boolean: 'Boolean',
  number: 'Number',
  integer: 'Integer',
};

/** Why a value has none of the types of a schema; undefined where it has one. */
export function wrongType(value: Json, { type }: SchemaNode): string | undefined {
  if (type === undefined) return undefined;
  const types = typeof type === 'string' ? [type] : type;
  if (types.some((name) => hasType(value, name))) return undefined;
  return `expected type: ${types.map((name) => typeNames[name] ?? name).join(' or ')}`;
}

/** CloudFormation converts scalars, so a text of digits is a number. */
function hasType(value: Json, type: string): boolean {
  if (type === 'array') return isList(value);
  if (type === 'object') return isObject(value);
  if (type === 'null') return value === null;
  const text = scalarText(value);
  if (text === undefined) return false;
  if (type === 'boolean') return isBoolean(value);
  if (type === 'number') return numberOf(value) !== undefined;
  return type === 'integer' ? Number.isInteger(numberOf(value)) : true;
}

function numberOf(value: Json): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && !Number.isNaN(number) ? number : undefined;
}

/** Why a value is none of the values of a schema; undefined where it is one. */
export function wrongValue(value: Json, schema: SchemaNode): string | undefined {
  const text = scalarText(value);
  if (text === undefined) return undefined;
  if (schema.const !== undefined && text !== scalarText(schema.const)) {
    return hidden('const', value, short(schema.const));
  }
  const folded = schema.enumCaseInsensitive?.map((allowed) => scalarText(allowed)?.toLowerCase());
  const allowed = schema.enum ?? schema.enumCaseInsensitive;
  const texts = textsOf(value);
  const ok =
    folded?.includes(text.toLowerCase()) ?? schema.enum?.some((each) => texts.includes(scalarText(each) ?? '')) ?? true;
  return ok || allowed === undefined ? undefined : hidden('enum', value, `one of ${listed(allowed)}`);
}

function listed(values: readonly Json[]): string {
  const shown = values.slice(0, 12).map(short).join(', ');
  return values.length > 12 ? `${shown} and ${values.length - 12} more` : shown;
}

/** The keywords of text and numbers. */
export function scalar(value: Json, schema: SchemaNode, pointer: string): readonly Verdict[] {
  const found: Verdict[] = [];
  const text = typeof value === 'boolean' ? undefined : scalarText(value);
  if (text === undefined) return found;
  // Java counts UTF-16 units as JavaScript does.
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
  if (textsOf(value).every(({ length }) => length < minLength)) {
    found.push(say(`expected minLength: ${minLength}, actual: ${text.length}`, pointer, 'minLength'));
  }
  if (text.length > maxLength) {
    found.push(say(`expected maxLength: ${maxLength}, actual: ${text.length}`, pointer, 'maxLength'));
  }
  if (pattern !== undefined && textsOf(value).every((one) => matches(one, pattern) === false)) {
    found.push(say(hidden('pattern', text, pattern), pointer, 'pattern'));
  }
  const number = numberOf(value);
  if (number !== undefined) found.push(...range(number, schema, pointer));
  return found;
}

function range(number: number, schema: SchemaNode, pointer: string): readonly Verdict[] {
  const found: Verdict[] = [];
  const test = (keyword: string, bound: number | undefined, holds: (bound: number) => boolean, words: string): void => {
    if (bound === undefined || holds(bound)) return;
    found.push(say(hidden(keyword, number, `${words} ${bound}`), pointer, keyword));
  };
  test('minimum', schema.minimum, (bound) => number >= bound, 'at least');
  test('maximum', schema.maximum, (bound) => number <= bound, 'at most');
  test('exclusiveMinimum', schema.exclusiveMinimum, (bound) => number > bound, 'more than');
  test('exclusiveMaximum', schema.exclusiveMaximum, (bound) => number < bound, 'less than');
  test('multipleOf', schema.multipleOf, (bound) => Number.isInteger(number / bound), 'a multiple of');
  return found;
}
