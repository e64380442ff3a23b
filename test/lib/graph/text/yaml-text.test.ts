import { parseYamlText } from '../../../../lib/graph/text/yaml-text';

/** Offset, path, message and what was given of every problem. */
function problems(text: string): readonly (readonly unknown[])[] {
  return parseYamlText(text).problems.map(({ offset, path, message, got }) => [offset, path.join('.'), message, got]);
}

const alias = 'YAML aliases are not allowed in CloudFormation templates';

test.each<[string, unknown]>([
  ['a: {b: [1, x]}\nc:\nd: ', { a: { b: [1, 'x'] }, c: null, d: null }],
  ['- a\n- [b]\n- {c: d}', ['a', ['b'], { c: 'd' }]],
  ['a: {b}\nc: [d: e]\nf: {g: }', { a: { b: null }, c: [{ d: 'e' }], f: { g: null } }],
  ['a: |\n  yes\nb: >\n  5\n  6\n', { a: 'yes\n', b: '5 6\n' }],
  ['a: "5"\nb: 5\nc: \'yes\'\nd: yes', { a: '5', b: 5, c: 'yes', d: true }],
  ['a: !!str 5\nb: !!int "5"', { a: '5', b: 5 }],
  ['a: !Sub 5\nb: !Ref yes\nc: !Sub', { a: { 'Fn::Sub': '5' }, b: { Ref: 'yes' }, c: { 'Fn::Sub': '' } }],
  ['a: !GetAtt {b: c}', { a: { 'Fn::GetAtt': { b: 'c' } } }],
  [
    '1.50: a\n1.5: b\n~: c\nyes: d\n0x1F: e\n01: f',
    { '1.50': 'a', '1.5': 'b', '~': 'c', yes: 'd', '0x1F': 'e', '01': 'f' },
  ],
  ['? |\n  ab\n: c', { 'ab\n': 'c' }],
  [': x', { '': 'x' }],
  ['"<<": x', { '<<': 'x' }],
  ["'<<': x", { '<<': 'x' }],
  ['a: &x\nb: &x 1', { a: null, b: 1 }],
  ['', null],
])('reads %j', (text, value) => {
  expect(parseYamlText(text)).toMatchObject({ problems: [] });
  expect(parseYamlText(text).value).toEqual(value);
});

test.each<[string, readonly (readonly unknown[])[]]>([
  [
    '- 1\n- {a: .nan}\n- [*x]',
    [
      [10, '1.a', 'the number is infinite or not a number', '.nan'],
      [19, '2.0', alias, '*x'],
    ],
  ],
  ['a: !Ref [1, .inf]', [[12, 'a.1', 'the number is infinite or not a number', '.inf']]],
  ['a: 1\n? : x', [[7, '', 'a key is not text', undefined]]],
  ['!Ref a: b\nc: d', [[5, '', 'a key is not text', undefined]]],
  [
    'a: {b: c, ? {x: 1} : 2}\nc: *x',
    [
      [12, 'a', 'a key is not text', undefined],
      [27, 'c', alias, '*x'],
    ],
  ],
  ['a:\n  <<: {b: c}\n  d: e\n', [[5, 'a', 'YAML merges (<<) are not allowed in CloudFormation templates', '<<']]],
  [
    'a: !GetAtt x.\nb: !GetAtt .x\nc: !GetAtt x\nd: !GetAtt',
    [
      [11, 'a', '!GetAtt names no attribute', 'x.'],
      [25, 'b', '!GetAtt names no attribute', '.x'],
      [39, 'c', '!GetAtt names no attribute', 'x'],
      [51, 'd', '!GetAtt names no attribute', ''],
    ],
  ],
  [
    'a: {b: 1, "b": 2}\na: 3',
    [
      [10, 'a.b', 'the key is used twice in the same object', 'b'],
      [18, 'a', 'the key is used twice in the same object', 'a'],
    ],
  ],
])('refuses %j', (text, expected) => {
  expect(problems(text)).toEqual(expected);
});

test('leaves out an entry whose key is no text or a merge, and keeps the others', () => {
  expect(parseYamlText('? [a]\n: b\n<<: {c: d}\ne: f').value).toEqual({ e: 'f' });
});

test('says what is expected in place of each', () => {
  const text = 'a: *x\nb: .inf\n? [c]\n: d\n<<: e\nf: !GetAtt g';
  expect(parseYamlText(text).problems.map(({ expected }) => expected)).toEqual([
    'the value itself',
    'a value that JSON has too',
    'a key of text',
    'the entries themselves',
    'a logical id, a dot and an attribute, for example Bucket.Arn',
  ]);
});

test('the place of a value, or of the nearest value around it', () => {
  const { offsetsOf } = parseYamlText('a: {b: [1, x]}\nc:\nd: e');
  const paths = [[], ['a'], ['a', 'b'], ['a', 'b', 1], ['a', 'b', 9], ['a', 'q', 'r'], ['c'], ['d'], ['z']];
  expect(offsetsOf(paths)).toEqual([0, 3, 7, 11, 7, 3, 17, 21, 0]);
  expect(parseYamlText('# no value').offsetsOf([['a']])).toEqual([0]);
});

test('a text that nests too deep has one problem, no value and no places', () => {
  const { value, problems: found, offsetsOf } = parseYamlText(`a: *x\nb: ${'['.repeat(20_000)}`);
  expect(value).toBeUndefined();
  expect(found).toHaveLength(1);
  expect(offsetsOf([['a'], ['b']])).toEqual([0, 0]);
});

describe('quoted text that goes on at any column', () => {
  test.each<[string, unknown, number]>([
    ['a: "x\ny"\nb: "p\nq\nr"\nc: *n', { a: 'x y', b: 'p q r', c: null }, 23],
    ['a: ["x\ny", "z\nw"]\nb: *n', { a: ['x y', 'z w'], b: null }, 21],
    ["a: 'it''s\nx'\nb: *n", { a: "it's x", b: null }, 16],
    ['a: "x\n\n\n y"\nb: "z\nw"\nc: *n', { a: 'x\n\ny', b: 'z w', c: null }, 24],
    ['c: *n\na: "x\ny"', { c: null, a: 'x y' }, 3],
  ])('%j has its value, and what follows its place', (text, value, offset) => {
    expect(parseYamlText(text).value).toEqual(value);
    expect(problems(text)).toEqual([[offset, 'c' in Object(value) ? 'c' : 'b', alias, '*n']]);
  });

  test('places of values behind the folds', () => {
    const text = 'a: "x\ny"\nb: "p\nq\nr"\nc: d';
    expect(parseYamlText(text).offsetsOf([['a'], ['b'], ['c']])).toEqual([3, 12, 23]);
  });

  const lines = (count: number): string => `a: "x\n${'y\n'.repeat(count)}z"\nb: c`;

  test('reads 99 lines in turn, and calls a longer text not closed', () => {
    const value = { a: `x ${'y '.repeat(98)}z`, b: 'c' };
    expect(parseYamlText(lines(98))).toMatchObject({ problems: [], value });
    expect(problems(lines(99))[0]).toEqual([5, '', 'not valid YAML: missing closing "quote', '\n']);
  });

  test.each(['a: *n\nb: "x\ny', 'a: *n\nb: "x\ny\n'])('reports %j, which is never closed, once', (text) => {
    expect(problems(text).map(([, , message]) => message)).toEqual(['not valid YAML: missing closing "quote', alias]);
  });
});
