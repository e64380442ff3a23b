import type { JSONVisitor } from 'jsonc-parser';
import { printParseErrorCode, visit } from 'jsonc-parser';
import type { Path, TextProblem } from './text-problem';
import { duplicateKey, mostProblems } from './text-problem';

/** For each error of jsonc-parser: what is wrong and what was expected. */
const syntax: Readonly<Record<string, readonly [message: string, expected: string]>> = {
  InvalidSymbol: ['not a JSON value', 'a string in double quotes, a number, true, false or null'],
  InvalidNumberFormat: ['not a JSON number', 'a number such as 1, -1.5 or 1e6'],
  PropertyNameExpected: ['a key is missing', 'a key in double quotes'],
  ValueExpected: ['a value is missing', 'a string, number, object, list, true, false or null'],
  ColonExpected: ['a colon is missing after the key', 'a colon and a value'],
  CommaExpected: ['a comma is missing', 'a comma between two entries'],
  CloseBraceExpected: ['an object is not closed', 'a closing brace'],
  CloseBracketExpected: ['a list is not closed', 'a closing bracket'],
  EndOfFileExpected: ['there is more text after the end of the value', 'one JSON value'],
  InvalidCommentToken: ['JSON has no comments', 'a text without comments'],
  UnexpectedEndOfComment: ['JSON has no comments', 'a text without comments'],
  UnexpectedEndOfString: ['a string is not closed', 'a closing double quote on the same line'],
  UnexpectedEndOfNumber: ['a number is not complete', 'a digit'],
  InvalidUnicode: ['not a Unicode escape', 'a backslash, u and four hexadecimal digits'],
  InvalidEscapeCharacter: ['not an escape of JSON', 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u'],
  InvalidCharacter: ['a control character in a string', 'an escape such as \\n or \\t'],
};

/** Every problem of an invalid JSON text. @param reason - the error of JSON.parse, or that keys occur twice */
export function problemsIn(text: string, reason: string): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  const open: Set<string>[] = [];
  const add = (problem: TextProblem): void => {
    if (problems.length <= mostProblems) problems.push(problem);
  };
  const walked = withinStack(() => {
    visit(
      text,
      {
        onObjectBegin: () => void open.push(new Set()),
        onObjectEnd: () => void open.pop(),
        onObjectProperty: (...[key, offset, , , , path]) => {
          const keys = open.at(-1);
          if (keys?.has(key) === true) add(duplicateKey(key, [...path(), key], offset));
          keys?.add(key);
        },
        onError(error, offset, length) {
          const [message, expected] = syntax[printParseErrorCode(error)] ?? ['not valid JSON', 'valid JSON'];
          const ends = offset >= text.length;
          add({
            code: 'MalformedText',
            path: [],
            offset,
            message: `not valid JSON: ${ends ? 'the text ends too early' : message}`,
            got: ends ? 'the end of the file' : text.slice(offset, offset + Math.min(length, 40)),
            expected,
          });
        },
      },
      { disallowComments: true },
    );
  });
  if (walked && problems.length > 0) return problems;
  // The two parsers disagree, or the text nests too deep for the one that knows positions.
  const position = /position (\d+)/.exec(reason)?.[1];
  const offset = reason.includes('end of JSON') ? text.length : Number(position ?? 0);
  return [{ code: 'MalformedText', path: [], offset, message: `not valid JSON: ${reason}`, expected: 'valid JSON' }];
}

/** The offset of each value. A value that does not exist gets the offset of the nearest value around it. */
export function offsetsIn(text: string, paths: readonly Path[]): readonly number[] {
  const wanted = new Set(paths.flatMap(prefixes));
  const deepest = Math.max(0, ...paths.map(({ length }) => length));
  const found = new Map<string, number>();
  let depth = 0;
  const note = (offset: number, path: () => Path): void => {
    if (depth > deepest) return;
    const key = JSON.stringify(path());
    if (wanted.has(key)) found.set(key, offset);
  };
  const enter = (...[offset, , , , path]: Parameters<NonNullable<JSONVisitor['onObjectBegin']>>): void => {
    note(offset, path);
    depth++;
  };
  const leave = (): void => {
    depth--;
  };
  withinStack(() => {
    visit(text, {
      onObjectBegin: enter,
      onArrayBegin: enter,
      onObjectEnd: leave,
      onArrayEnd: leave,
      onLiteralValue: (...[, offset, , , , path]) => {
        note(offset, path);
      },
    });
  });
  return paths.map((path) => prefixes(path).reduce((nearest, key) => found.get(key) ?? nearest, 0));
}

function prefixes(path: Path): readonly string[] {
  return [...path, ''].map((_, length) => JSON.stringify(path.slice(0, length)));
}

/** Runs a recursive walk. False when the text nests deeper than the call stack. */
function withinStack(walk: () => void): boolean {
  try {
    walk();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
