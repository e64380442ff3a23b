import { parseJsonText } from '../../../../lib/graph/text/json-text';
import { issuesOf } from '../../../../lib/graph/text/text-problem';

/** Line and column, message, what was given and what was expected of every issue. */
function issues(text: string): readonly string[] {
  return issuesOf(parseJsonText(text).problems, text, 'file').map(
    ({ message, got, expected, location }) =>
      `${String(location?.line)}:${String(location?.column)} ${message}; ${String(got)}; ${expected}`,
  );
}

const ends = 'not valid JSON: the text ends too early; the end of the file';
const symbol = 'a string in double quotes, a number, true, false or null';
const value = 'a string, number, object, list, true, false or null';

test.each<[string, string, string]>([
  ['a word', '{"a":nope}', `1:6 not valid JSON: not a JSON value; nope; ${symbol}`],
  ['a key without quotes', '{a:1}', `1:2 not valid JSON: not a JSON value; a; ${symbol}`],
  ['single quotes', "{'a':1}", `1:2 not valid JSON: not a JSON value; 'a'; ${symbol}`],
  ['a number that stops', '{"a":1.}', '1:6 not valid JSON: a number is not complete; 1.; a digit'],
  [
    'a number with zeros before it',
    '{"a":01}',
    '1:7 not valid JSON: a comma is missing; 1; a comma between two entries',
  ],
  ['no key', '{:1}', '1:2 not valid JSON: a key is missing; :; a key in double quotes'],
  ['no value', '{"a":}', `1:6 not valid JSON: a value is missing; }; ${value}`],
  ['no colon', '{"a" 1}', '1:6 not valid JSON: a colon is missing after the key; 1; a colon and a value'],
  ['no comma', '[1\n2]', '2:1 not valid JSON: a comma is missing; 2; a comma between two entries'],
  ['an open object', '{"a":1', `1:7 ${ends}; a closing brace`],
  ['an open list', '[1', `1:3 ${ends}; a closing bracket`],
  ['an empty text', '', `1:1 ${ends}; ${value}`],
  ['a second value', '{}{}', '1:3 not valid JSON: there is more text after the end of the value; {; one JSON value'],
  ['a comment', '{"a":1}//x', '1:8 not valid JSON: JSON has no comments; //x; a text without comments'],
  ['a comment that does not end', '{"a":/*x', '1:6 not valid JSON: JSON has no comments; /*x; a text without comments'],
  [
    'an open string',
    '{"a":"x',
    '1:6 not valid JSON: a string is not closed; "x; a closing double quote on the same line',
  ],
  [
    'half an escape',
    '{"a":"\\u12"}',
    '1:6 not valid JSON: not a Unicode escape; "\\u12"; a backslash, u and four hexadecimal digits',
  ],
  [
    'an unknown escape',
    '{"a":"\\x"}',
    '1:6 not valid JSON: not an escape of JSON; "\\x"; one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u',
  ],
  [
    'a tab in a string',
    '{"a":"\tb"}',
    '1:6 not valid JSON: a control character in a string; "\tb"; an escape such as \\n or \\t',
  ],
  [
    'the first 40 characters of what is wrong',
    `[${'y'.repeat(60)}]`,
    `1:2 not valid JSON: not a JSON value; ${'y'.repeat(40)}; ${symbol}`,
  ],
])('says of %s what is wrong, what was given and what was expected', (_name, text, issue) => {
  expect(issues(text)).toEqual([issue]);
});

test.each(['{"a":1}', '[]', '1', 'null', '"x"', '{"a":null,"b":[null,{"c":null}]}', '{"a:b":"c:\\\\","d":"\\":"}'])(
  'finds nothing in %s',
  (text) => {
    expect(parseJsonText(text)).toMatchObject({ value: JSON.parse(text) as unknown, problems: [] });
  },
);

test('keeps one problem more than are listed', () => {
  expect(parseJsonText(`{${Array.from({ length: 60 }, () => '"a":1').join(',')}}`).problems).toHaveLength(21);
});

describe('a text that nests deeper than the parser that knows places goes', () => {
  const deep = (inner: string, start = '{"a":'): string =>
    `${start}${'['.repeat(100_000)}${inner}${']'.repeat(100_000)}}`;

  test('is refused with the position that JSON.parse gives', () => {
    const text = deep('1 2');
    const [problem] = parseJsonText(text).problems;
    expect(problem).toMatchObject({
      code: 'MalformedText',
      path: [],
      offset: text.indexOf('2'),
      expected: 'valid JSON',
    });
    expect(problem?.message).toMatch(/^not valid JSON: Expected ',' or ']'/);
  });

  test('is refused at its start where JSON.parse gives no position', () => {
    expect(parseJsonText(deep('', '{"a":1,"a":')).problems).toMatchObject([
      { message: 'not valid JSON: it has duplicate keys', path: [], offset: 0 },
    ]);
  });

  test('is refused at its end where it is cut short', () => {
    const text = deep('1').slice(0, -1);
    expect(parseJsonText(text).problems).toMatchObject([{ offset: text.length, path: [] }]);
  });
});

test('the place of a value, or of the nearest value around it', () => {
  const text = '{"a": {"b": [10, {"c": 20}]}, "d": true}';
  const at = (part: string): number => text.indexOf(part);
  expect(
    parseJsonText(text).offsetsOf([
      [],
      ['a'],
      ['a', 'b'],
      ['a', 'b', 0],
      ['a', 'b', 1],
      ['a', 'b', 1, 'c'],
      ['a', 'b', 1, 'gone', 'deeper'],
      ['a', 'gone'],
      ['d'],
      ['gone'],
    ]),
  ).toEqual([0, at('{"b"'), at('[10'), at('10'), at('{"c"'), at('20'), at('{"c"'), at('{"b"'), at('true'), 0]);
});

test('no path has no place', () => {
  expect(parseJsonText('{"a":1}').offsetsOf([])).toEqual([]);
});
