import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import { compareDecimals, decimalBytes, decimalOf, decimalText } from './decimal';

/** Types of attribute values, as requests name them. */
export const valueTypes = ['S', 'N', 'B', 'BOOL', 'NULL', 'M', 'L', 'SS', 'NS', 'BS'] as const;

/** One of them. */
export type ValueType = (typeof valueTypes)[number];

/** A value that was read: its wire form, with numbers in one spelling. */
export interface AttributeValue {
  readonly type: ValueType;
  /** Text of `S`, `N` and `B` (base64). @default - a value of another type */
  readonly text?: string;
  readonly flag?: boolean;
  readonly set?: readonly string[];
  readonly list?: readonly AttributeValue[];
  readonly map?: AttributeMap;
}

/** The attributes of an item or a map by name. */
export type AttributeMap = ReadonlyMap<string, AttributeValue>;

/** Levels of lists and maps. Source: Amazon DynamoDB Developer Guide, "Quotas" (not compared with the page). */
const deepest = 32;

/** What DynamoDB says about a request that it cannot accept. */
export function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}

/** A value of one of the parameters of a request. */
function invalidValue(message: string): ServiceError {
  return invalid(`One or more parameter values were invalid: ${message}`);
}

/** Reads the attributes of an item, a key or a map. @throws ServiceError (ValidationException) */
export function readMap(given: Json | undefined, place: string, depth = 0): AttributeMap {
  if (!isObject(given)) throw invalid(`${place}: expected an object of attribute values, got ${kindOf(given)}`);
  return new Map(
    Object.entries(given).map(([name, value]) => [name, readValue(value, `${place}.${name}`, depth)] as const),
  );
}

/** Reads one value. @throws ServiceError (ValidationException) */
export function readValue(given: Json | undefined, place: string, depth = 0): AttributeValue {
  if (depth > deepest) throw invalid('Nesting Levels have exceeded supported limits');
  if (!isObject(given))
    throw invalid(`${place}: expected an attribute value such as {"S": "text"}, got ${kindOf(given)}`);
  const names = Object.keys(given);
  const type = valueTypes.find((known) => Object.hasOwn(given, known));
  if (type === undefined)
    throw invalid('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
  if (names.length > 1)
    throw invalid(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    );
  return readTyped(type, given[type] ?? null, { place: `${place}.${type}`, depth });
}

interface Place {
  readonly place: string;
  readonly depth: number;
}

function readTyped(type: ValueType, content: Json, { place, depth }: Place): AttributeValue {
  switch (type) {
    case 'S':
      return { type, text: textOf(content, place) };
    case 'N':
      return { type, text: numberOf(content, place) };
    case 'B':
      return { type, text: bytesOf(content, place) };
    case 'BOOL':
      return { type, flag: flagOf(content, place) };
    case 'NULL':
      if (!flagOf(content, place)) throw invalidValue('Null attribute value types must have the value of true');
      return { type, flag: true };
    case 'M':
      return { type, map: readMap(content, place, depth + 1) };
    case 'L':
      if (!isList(content)) throw invalid(`${place}: expected a list of attribute values, got ${kindOf(content)}`);
      return { type, list: content.map((value, at) => readValue(value, `${place}[${at}]`, depth + 1)) };
    case 'SS':
    case 'NS':
    case 'BS':
      return { type, set: setOf(type, content, place) };
  }
}

function setOf(type: 'SS' | 'NS' | 'BS', content: Json, place: string): readonly string[] {
  if (!isList(content)) throw invalid(`${place}: expected a list of strings, got ${kindOf(content)}`);
  const read = { SS: textOf, NS: numberOf, BS: bytesOf }[type];
  const name = { SS: 'string', NS: 'number', BS: 'binary' }[type];
  if (content.length === 0) throw invalidValue(`An ${name} set  may not be empty`);
  const members = content.map((member, at) => read(member, `${place}[${at}]`));
  if (new Set(members).size !== members.length)
    throw invalidValue(`Input collection [${members.join(', ').slice(0, 200)}] contains duplicates.`);
  return members;
}

function textOf(content: Json, place: string): string {
  if (typeof content === 'string') return content;
  throw invalid(`${place}: expected a string, got ${kindOf(content)}`);
}

function numberOf(content: Json, place: string): string {
  const number = decimalOf(textOf(content, place));
  if (typeof number === 'string') throw invalid(number);
  return decimalText(number);
}

function bytesOf(content: Json, place: string): string {
  const text = textOf(content, place);
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw invalid(`${place}: expected bytes in base64`);
  return text;
}

function flagOf(content: Json, place: string): boolean {
  if (typeof content === 'boolean') return content;
  throw invalid(`${place}: expected true or false, got ${kindOf(content)}`);
}

function kindOf(given: Json | undefined): string {
  if (given === undefined || given === null) return 'nothing';
  return isList(given) ? 'a list' : isObject(given) ? 'an object' : `the ${typeof given} ${String(given).slice(0, 50)}`;
}

/** A value as requests and answers have it. */
function valueJson({ type, text, flag, set, list, map }: AttributeValue): JsonObject {
  return { [type]: text ?? flag ?? set ?? list?.map(valueJson) ?? mapJson(map ?? new Map()) };
}

/** Attributes as requests and answers have them. */
export function mapJson(map: AttributeMap): JsonObject {
  return Object.fromEntries([...map].map(([name, value]) => [name, valueJson(value)]));
}

/** Whether two values are the same; the order of a set says nothing. */
export function sameValue(left: AttributeValue, right: AttributeValue): boolean {
  if (left.type !== right.type) return false;
  const { set, list, map } = left;
  if (set !== undefined) return set.length === right.set?.length && set.every((member) => right.set?.includes(member));
  if (list !== undefined) {
    const others = right.list ?? [];
    return list.length === others.length && list.every((value, at) => same(value, others[at]));
  }
  if (map !== undefined)
    return map.size === right.map?.size && [...map].every(([name, value]) => same(value, right.map?.get(name)));
  return left.text === right.text && left.flag === right.flag;
}

function same(left: AttributeValue, right: AttributeValue | undefined): boolean {
  return right !== undefined && sameValue(left, right);
}

/** The order of two texts, numbers or bytes; undefined for values that have none. */
export function compareValues(left: AttributeValue, right: AttributeValue): number | undefined {
  if (left.type !== right.type || left.text === undefined || right.text === undefined) return undefined;
  if (left.type === 'N') {
    const [first, second] = [decimalOf(left.text), decimalOf(right.text)];
    return typeof first === 'string' || typeof second === 'string' ? undefined : compareDecimals(first, second);
  }
  const encoding = left.type === 'B' ? 'base64' : 'utf8';
  return Buffer.compare(Buffer.from(left.text, encoding), Buffer.from(right.text, encoding));
}

/** Bytes of attributes with their names. Source: Amazon DynamoDB Developer Guide, "Item sizes and formats" (not compared with the page). */
export function mapBytes(map: AttributeMap): number {
  return [...map].reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);
}

/** Bytes of a value. */
export function valueBytes({ type, text, set, list, map }: AttributeValue): number {
  if (text !== undefined) return textBytes(type, text);
  if (set !== undefined) return set.reduce((sum, member) => sum + textBytes(type.charAt(0), member), 0);
  if (list !== undefined) return list.reduce((sum, value) => sum + 1 + valueBytes(value), 3);
  return map === undefined ? 1 : mapBytes(map) + map.size + 3;
}

function textBytes(type: string, text: string): number {
  if (type !== 'N') return Buffer.byteLength(text, type === 'B' ? 'base64' : 'utf8');
  const number = decimalOf(text);
  return typeof number === 'string' ? 0 : decimalBytes(number);
}
