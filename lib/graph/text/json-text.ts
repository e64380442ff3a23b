import { offsetsIn, problemsIn } from './json-places';
import type { ParsedText } from './text-problem';

/**
 * Reads JSON like `JSON.parse`, and refuses duplicate keys, of which `JSON.parse` keeps the last without an error.
 *
 * The parser that knows positions takes several times as long, so it only runs on a text that has a problem.
 */
export function parseJsonText(text: string): ParsedText {
  let value: unknown;
  let reason: string | undefined;
  try {
    value = JSON.parse(text);
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  const sound = reason === undefined && keysWritten(text) === keysRead(value);
  return {
    value,
    problems: sound ? [] : problemsIn(text, reason ?? 'it has duplicate keys'),
    offsetsOf: (paths) => offsetsIn(text, paths),
  };
}

/** Keys in a valid JSON text: its colons outside of strings. */
function keysWritten(text: string): number {
  let keys = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === colon) keys++;
    else if (character === quoteCharacter) at = endOfString(text, at);
  }
  return keys;
}

const colon = 0x3a;
const quoteCharacter = 0x22;
const backslash = 0x5c;

/** The closing quote of the string that opens at `start`: the first one after an even number of backslashes. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text.charCodeAt(before) === backslash) before--;
    if ((quote - before) % 2 === 1) return quote;
  }
}

/** Keys of all objects of a value. A loop, because a text can nest deeper than the call stack. */
function keysRead(value: unknown): number {
  let keys = 0;
  const waiting: object[] = [];
  const visitLater = (child: unknown): void => {
    if (typeof child === 'object' && child !== null) waiting.push(child);
  };
  visitLater(value);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) {
      next.forEach(visitLater);
      continue;
    }
    const parsed = next as Readonly<Record<string, unknown>>;
    // Faster than a list of the values, with the same result: objects of JSON.parse inherit no enumerable key.
    for (const key in parsed) {
      keys++;
      visitLater(parsed[key]);
    }
  }
  return keys;
}
