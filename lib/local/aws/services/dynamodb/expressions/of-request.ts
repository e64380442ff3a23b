import type { Json, JsonObject } from '../../../../../constraints/json';
import { isObject } from '../../../../../constraints/json';
import type { AttributeValue } from '../values';
import { invalid, readValue } from '../values';
import { Substitutions } from './parser';

/** The expressions of a request, of an item of a batch or of a part of a transaction. */
type RequestPart = JsonObject;

/**
 * The names and values of a request. @throws ServiceError (ValidationException), also where nothing could use them
 * @param members the expressions that the operation has
 */
export function substitutionsOf(input: RequestPart, members: readonly string[]): Substitutions {
  const names = new Map<string, string>();
  const values = new Map<string, AttributeValue>();
  const used = members.some((member) => input[member] !== undefined);
  for (const [alias, name] of entriesOf(input, 'ExpressionAttributeNames', used)) {
    if (typeof name !== 'string' || !/^#[A-Za-z0-9_]+$/.test(alias))
      throw invalid(`ExpressionAttributeNames contains invalid key: Syntax error; key: "${alias}"`);
    names.set(alias, name);
  }
  for (const [alias, value] of entriesOf(input, 'ExpressionAttributeValues', used)) {
    if (!/^:[A-Za-z0-9_]+$/.test(alias))
      throw invalid(`ExpressionAttributeValues contains invalid key: Syntax error; key: "${alias}"`);
    values.set(alias, readValue(value, `ExpressionAttributeValues.${alias}`));
  }
  return new Substitutions(names, values);
}

function entriesOf(input: RequestPart, member: string, used: boolean): readonly (readonly [string, Json])[] {
  const given = input[member];
  if (given === undefined || given === null) return [];
  if (!used) throw invalid(`${member} can only be specified when using expressions`);
  if (!isObject(given)) throw invalid(`${member}: expected an object`);
  const entries = Object.entries(given);
  if (entries.length === 0) throw invalid(`${member} must not be empty`);
  return entries;
}

/** The text of an expression; undefined where the request has none. @throws ServiceError (ValidationException) */
export function expressionOf(input: RequestPart, member: string): string | undefined {
  const text = input[member];
  if (text === undefined || text === null) return undefined;
  if (typeof text === 'string') return text;
  throw invalid(`${member}: expected a string`);
}
