import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';

/** Refuses members that an action knows and this cloud does not follow. @throws ServiceError (NotImplemented) */
export function assertMembers(action: string, input: JsonObject, known: readonly string[]): void {
  const member = Object.keys(input).find((name) => !known.includes(name));
  if (member !== undefined)
    throw new ServiceError('NotImplemented', `The local cloud does not implement ssm:${action} with ${member}`, 501);
}

/** A text that a request must have. @throws ServiceError (ValidationException) */
export function text(value: Json | undefined): string {
  const scalar = scalarText(value);
  if (scalar === undefined) {
    throw invalid(`expected a string, got ${value === undefined ? 'nothing' : JSON.stringify(value)}`);
  }
  return scalar;
}

/** A list of texts that a request must have, in bounds. @throws ServiceError (ValidationException) */
export function texts(value: Json | undefined, name: string, most: number): readonly string[] {
  const list = isList(value) ? value.map(text) : [];
  if (list.length === 0 || list.length > most) {
    throw invalid(
      `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must have length between 1 and ${most}, got ${list.length}`,
    );
  }
  return list;
}

/** A page of a list, with the token of the next one. @throws ServiceError (ValidationException, InvalidNextToken) */
export function page<T>(
  items: readonly T[],
  input: JsonObject,
  most: number,
): { readonly items: readonly T[]; readonly next: Readonly<Record<string, string>> } {
  const size = input['MaxResults'] === undefined ? most : Number(scalarText(input['MaxResults']));
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw invalid(
      `1 validation error detected: Value '${String(size)}' at 'maxResults' failed to satisfy constraint: Member must have value between 1 and ${most}`,
    );
  }
  const token = scalarText(input['NextToken']);
  const start = token === undefined ? 0 : Number(/^local-(\d+)$/.exec(token)?.[1]);
  if (Number.isNaN(start)) throw new ServiceError('InvalidNextToken', 'The specified token is not valid.');
  const end = start + size;
  return { items: items.slice(start, end), next: end < items.length ? { NextToken: `local-${end}` } : {} };
}

/** The error of a request that the service finds wrong. */
export function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}
