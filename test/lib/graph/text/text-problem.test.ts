import { readTemplateText } from '../../../../lib/graph/text/template-text';
import type { TextProblem } from '../../../../lib/graph/text/text-problem';
import { duplicateKey, issuesOf, locate } from '../../../../lib/graph/text/text-problem';

test.each([
  ['the first character', 0, 1, 1],
  ['within a line', 1, 1, 2],
  ['the end of a line', 2, 1, 3],
  ['the start of the next', 3, 2, 1],
  ['an empty line', 6, 3, 1],
  ['after it', 7, 4, 1],
  ['the end of the text', 8, 4, 2],
])('%s', (_name, offset, line, column) => {
  expect(locate('ab\ncd\n\ne', offset, 'file')).toEqual({ file: 'file', line, column });
});

const malformed = (offset: number): TextProblem => ({
  code: 'MalformedText',
  path: [],
  offset,
  message: 'm',
  got: 'g',
  expected: 'e',
});

test('issues are in the order of the text, whatever the order of the problems', () => {
  const issues = issuesOf([malformed(6), duplicateKey('a', ['a', 0, 'b'], 3), malformed(0)], 'ab\ncd\ne', 'file');
  expect(issues).toStrictEqual([
    {
      code: 'MalformedText',
      path: 'file',
      message: 'm',
      got: 'g',
      expected: 'e',
      location: { file: 'file', line: 1, column: 1 },
    },
    {
      code: 'DuplicateKey',
      path: 'a[0].b',
      message: 'the key is used twice in the same object',
      got: 'a',
      expected: 'each key once',
      fix: 'rename or remove one of the two',
      location: { file: 'file', line: 2, column: 1 },
    },
    {
      code: 'MalformedText',
      path: 'file',
      message: 'm',
      got: 'g',
      expected: 'e',
      location: { file: 'file', line: 3, column: 1 },
    },
  ]);
});

test.each<[string, readonly (readonly [string, number])[]]>([
  // The second syntax error of a line is the noise of the first.
  ['{"a":1 "b" 2}', [['MalformedText', 8]]],
  [
    '{"a":1 "b":2,"b":3}',
    [
      ['MalformedText', 8],
      ['DuplicateKey', 14],
    ],
  ],
  [
    '{"a":1,"a":2,}',
    [
      ['DuplicateKey', 8],
      ['MalformedText', 14],
    ],
  ],
  [
    '{"a":1,"a":2,"a":3}',
    [
      ['DuplicateKey', 8],
      ['DuplicateKey', 14],
    ],
  ],
])('one syntax error a line, every key used twice: %s', (text, expected) => {
  const result = readTemplateText(text, 'file');
  expect(result.ok).toBe(false);
  expect(result.issues.map(({ code, location }) => [code, location?.column])).toEqual(expected);
});

test('says after twenty problems what to do about the others', () => {
  const lines = Array.from({ length: 25 }, (_, index) => malformed(index));
  expect(issuesOf(lines, '\n'.repeat(25), 'file').at(-1)).toStrictEqual({
    code: 'MoreProblems',
    path: 'file',
    message: 'has more problems than the first 20',
    expected: 'a file without problems',
    fix: 'fix the ones listed and run the command again',
  });
  expect(issuesOf(lines.slice(0, 20), '\n'.repeat(25), 'file')).toHaveLength(20);
});
