import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, scalarText } from '../../../constraints/json';
import { ServiceError } from '../errors';

/** A text field that must be there. @throws ServiceError (ValidationException) */
export function requiredText(input: JsonObject, field: string): string {
  const text = optionalText(input, field);
  if (text !== undefined) return text;
  const name = field.charAt(0).toLowerCase() + field.slice(1);
  throw new ServiceError(
    'ValidationException',
    `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  );
}

/** A text field; undefined where it is absent. */
export function optionalText(input: JsonObject, field: string): string | undefined {
  return Object.hasOwn(input, field) ? scalarText(input[field]) : undefined;
}

/** Bytes that must be there, in base64. @throws ServiceError (ValidationException) */
export function requiredBytes(input: JsonObject, field: string, most: number): Buffer {
  const bytes = Buffer.from(requiredText(input, field), 'base64');
  if (bytes.length > 0 && bytes.length <= most) return bytes;
  const name = field.charAt(0).toLowerCase() + field.slice(1);
  throw new ServiceError(
    'ValidationException',
    `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must have length between 1 and ${most}, got ${bytes.length}`,
  );
}

/** Names and texts, such as an encryption context; empty where the field is absent. */
export function textMap(value: Json | undefined): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, scalarText(text) ?? '']));
}

/** A list of texts; empty where the field is absent. */
export function textList(value: Json | undefined): readonly string[] {
  return (isList(value) ? value : []).flatMap((element) => scalarText(element) ?? []);
}
