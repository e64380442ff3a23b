import { javaPattern } from '../../../../../lib/local/aws/cloudformation/java-pattern';

const matches = (pattern: string, text: string): boolean | string => {
  const read = javaPattern(pattern);
  return read.kind === 'pattern' ? read.expression.test(text) : read.kind;
};

test.each<[pattern: string, taken: readonly string[], refused: readonly string[]]>([
  ['[a-z]+', ['abc'], ['abc1', 'A', '']],
  ['(?i)[a-z]+', ['AbC'], ['1']],
  ['[\\w-\\+]+@x', ['a-b+c@x'], ['a b@x']],
  ['^[\\w-\\+]+(\\.[\\w]+)*@[\\w-]+(\\.[\\w]+)*(\\.[a-z]{2,})$|^$', ['me.too@example.com', ''], ['me@']],
  ['[a-zA-Z0-9\\-_.\\/\\@]+', ['a-_./@'], ['a b']],
  ['\\-\\_\\"\\:', ['-_":'], ['-']],
  ['[]a]+', [']a'], ['b']],
  ['[^]a]+', ['bc'], [']']],
  ['[-a]+', ['-a'], ['b']],
  ['[a-]+', ['-a'], ['b']],
  ['[a-c-e]+', ['abc-e'], ['d']],
  ['[a-z&&[^bc]]+', ['ade'], ['abe']],
  ['[a-c[x-z]]+', ['axz'], ['d']],
  ['[a&b]+', ['a&b'], ['c']],
  ['[$.|(){}*?+!@#%~`<>=:;,/]+', ['$.|(){}*?+!@#%~`<>=:;,/'], ['a']],
  ['\\p{Alpha}\\p{Digit}*', ['a12'], ['1', 'é']],
  ['[\\p{L}\\P{Alnum}]+', ['é-'], ['1']],
  ['\\p{IsAlphabetic}+', ['é'], ['1']],
  ['\\pL+', ['é'], ['1']],
  ['\\Qa.b\\E+', ['a.b', 'a.bb'], ['axb']],
  ['[\\Qa-c\\E]+', ['a-c'], ['b']],
  ['\\x41\\x{42}\\u0043\\0104', ['ABCD'], ['ABC']],
  ['\\d{12}', ['012345678901'], ['1234']],
  ['a{2,3}?b{1,}', ['aab', 'aaabb'], ['ab']],
  ['}]', ['}]'], ['}']],
  ['(?<year>\\d+)-\\k<year>', ['12-12'], ['12-13']],
  ['(a)\\1', ['aa'], ['ab']],
  ['(?=a)[ab]+(?<!a)', ['ab'], ['aa', 'b']],
  ['\\Aa\\z', ['a'], ['b']],
  ['a\\hb\\Rc', ['a b\r\nc', 'a\tb\nc'], ['abc']],
  ['\\S+\\s\\D+\\W', ['a b!'], ['a 1!']],
  ['[\\S&&[^a]]+', ['bc'], ['a', ' ']],
  ['.', ['x'], ['\n']],
  ['(?s).', ['\n'], []],
  ['a/b', ['a/b'], []],
])('%s', (pattern, taken, refused) => {
  expect(taken.map((text) => [text, matches(pattern, text)])).toEqual(taken.map((text) => [text, true]));
  expect(refused.map((text) => [text, matches(pattern, text)])).toEqual(refused.map((text) => [text, false]));
});

test.each(['a*+', 'a{2}+', '(?>a)', '(?i:a)', 'a(?i)b', '(?x)a', '\\p{javaLowerCase}', '\\p{InGreek}', '\\G', '\\X'])(
  'Java takes %s, which is not translated',
  (pattern) => {
    expect(javaPattern(pattern).kind).toBe('unknown');
  },
);

test.each(['(a', 'a)', '[a', 'a{', 'a{x}', 'a\\', '\\k', '\\xZ', '\\u12', '\\p', '[a[b]'])(
  'Java refuses %s',
  (pattern) => {
    expect(javaPattern(pattern).kind).toBe('invalid');
  },
);
