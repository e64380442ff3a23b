import type { Json } from '../json';
import { isList, isObject, scalarText, tryParseJson } from '../json';

/** Stands for a part of a text that is not known; a character for private use, which no document has. */
const unknownPart = '\uE000';

/** A document that is a text of JSON in a property. */
export type TextDocument =
  | { readonly state: 'unknown' }
  /** The text is known and is no JSON. */
  | { readonly state: 'malformed'; readonly reason: string }
  | { readonly state: 'read'; readonly value: Json };

/** Reads a text of JSON whose parts may be functions of CloudFormation: `Fn::Sub` and `Fn::Join` keep what is known. */
export function readTextDocument(value: Json | undefined): TextDocument {
  const text = knownText(value);
  if (text === undefined) return { state: 'unknown' };
  const parsed = tryParseJson(text);
  if (parsed !== undefined) return { state: 'read', value: parsed };
  return text.includes(unknownPart) ? { state: 'unknown' } : { state: 'malformed', reason: reasonOf(text) };
}

/** Whether a text of a document has a part that is not known. */
export function hasUnknownPart(text: string): boolean {
  return text.includes(unknownPart);
}

/** A text with a mark for each part that is not known; undefined where nothing is known. */
export function knownText(value: Json | undefined): string | undefined {
  const plain = scalarText(value);
  if (plain !== undefined) return plain;
  if (!isObject(value)) return undefined;
  const join = value['Fn::Join'];
  if (isList(join) && typeof join[0] === 'string' && isList(join[1]))
    return join[1].map((part) => knownText(part) ?? unknownPart).join(join[0]);
  const sub = value['Fn::Sub'];
  const template = isList(sub) ? sub[0] : sub;
  if (typeof template !== 'string') return undefined;
  return template.replaceAll(/\$\{(!?)([^}]*)\}/g, (_all, literal: string, name: string) =>
    literal === '' ? unknownPart : `\${${name}}`,
  );
}

function reasonOf(text: string): string {
  try {
    JSON.parse(text);
    return 'no reason';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
