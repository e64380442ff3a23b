import type { Issue, SourceLocation } from '../../platform';

/** Steps from the top of a text to a value: keys of objects, positions in lists. */
export type Path = readonly (string | number)[];

/** Something wrong at a place of a text. */
export interface TextProblem extends Pick<Issue, 'code' | 'message' | 'got' | 'expected' | 'fix'> {
  readonly path: Path;
  /** Characters before the place, as JavaScript counts them. */
  readonly offset: number;
}

/** The result of parsing a text. */
export interface ParsedText {
  /** Undefined when a problem left no value. */
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  /** The offset of each value, or of the nearest value around it that the text has. */
  readonly offsetsOf: (paths: readonly Path[]) => readonly number[];
}

/** The problem of a key that occurs twice in an object. */
export function duplicateKey(key: string, path: Path, offset: number): TextProblem {
  return {
    code: 'DuplicateKey',
    path,
    offset,
    message: 'the key is used twice in the same object',
    got: key,
    expected: 'each key once',
    fix: 'rename or remove one of the two',
  };
}

/** Problems listed per file. A binary or badly damaged file has thousands, and the first ones explain the rest. */
export const mostProblems = 20;

/** The issues of one file in the order of the text, at most `mostProblems` and a note that there are more. */
export function issuesOf(problems: readonly TextProblem[], text: string, file: string): readonly Issue[] {
  const sorted = problems.toSorted((a, b) => a.offset - b.offset);
  const positionOf = positions(text);
  const issues: Issue[] = [];
  let malformedLine = 0;
  for (const { path, offset, ...rest } of sorted) {
    const position = positionOf(offset);
    // After a syntax error a parser reports the same line several times.
    if (rest.code === 'MalformedText' && position.line === malformedLine) continue;
    if (rest.code === 'MalformedText') malformedLine = position.line;
    if (issues.length === mostProblems) return [...issues, moreProblems(file)];
    issues.push({ ...rest, path: path.length === 0 ? file : pathText(path), location: { file, ...position } });
  }
  return issues;
}

function moreProblems(file: string): Issue {
  return {
    code: 'MoreProblems',
    path: file,
    message: `has more problems than the first ${mostProblems}`,
    expected: 'a file without problems',
    fix: 'fix the ones listed and run the command again',
  };
}

/** Line and column of an offset. */
export function locate(text: string, offset: number, file: string): SourceLocation {
  return { file, ...positions(text)(offset) };
}

/** Lines and columns of offsets in ascending order, in one pass over the text. */
function positions(text: string): (offset: number) => Pick<SourceLocation, 'line' | 'column'> {
  let line = 1;
  let start = 0;
  let end = text.indexOf('\n');
  return (offset) => {
    while (end !== -1 && end < offset) {
      line++;
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    return { line, column: offset - start + 1 };
  };
}

/** `Resources.Bucket.Properties.Tags[0]` */
function pathText(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
