import { createHash } from 'node:crypto';
import { CodedError } from '../messages';

/**
 * The JSON Canonicalization Scheme, RFC 8785 (https://www.rfc-editor.org/rfc/rfc8785): no spaces, keys in the order of their
 * UTF-16 code units, numbers and texts as ECMAScript writes them. Equal values have equal bytes in every language. A field that
 * is undefined is left out.
 *
 * @throws CodedError `NotCanonical` for a number that is not finite, a text with half of a surrogate pair, and what JSON lacks
 * @example
 * canonicalJson({ b: 1e21, a: '€' }); // {"a":"€","b":1e+21}
 */
export function canonicalJson(value: unknown): string {
  return written(value, '$');
}

/** @returns `sha256:` and 64 hexadecimal digits of the canonical form */
export function digestOf(value: unknown): string {
  return `sha256:${sha256(canonicalJson(value))}`;
}

/** 64 hexadecimal digits of a text in UTF-8, or of bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function written(value: unknown, place: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value, place);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${value.map((item: unknown, at) => written(item ?? null, `${place}[${at}]`)).join(',')}]`;
  if (typeof value !== 'object') throw refused(place, typeof value === 'number' ? String(value) : typeof value);
  const fields = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]: [string, unknown]) => `${text(key, place)}:${written(item, `${place}.${key}`)}`);
  return `{${fields.join(',')}}`;
}

function text(value: string, place: string): string {
  if (/\p{Surrogate}/u.test(value)) throw refused(place, JSON.stringify(value));
  return JSON.stringify(value);
}

function refused(place: string, got: string): CodedError {
  return new CodedError('NotCanonical', { place, message: 'the value has no canonical form', got });
}
