import { matches, regexOf } from '../../../../lib/constraints/schema/pattern';

test.each([
  ['letters of any case', 'ABC', '(?i)^[a-c]+$', true],
  ['Unicode letters', 'grün', String.raw`^\p{L}+$`, true],
  ['what is not a Unicode letter', '1', String.raw`^\p{L}+$`, false],
  ['the ends of Java', 'ab', String.raw`\Aab\z`, true],
  ['a place within a text, without ends', 'xaby', 'ab', true],
  ['an escaped backslash before a letter', String.raw`\z`, String.raw`^\\z$`, true],
])('%s', (_name, text, pattern, expected) => {
  expect(matches(text, pattern)).toBe(expected);
});

test.each(['[a-z&&[^b]]', '[[:alpha:]]', '(?s).*', String.raw`\p{Print}`, '('])(
  'a pattern that JavaScript reads otherwise or not at all is not known: %s',
  (pattern) => {
    expect(regexOf(pattern)).toBeUndefined();
    expect(matches('a', pattern)).toBeUndefined();
  },
);

test('a text over 4,096 characters is not tried', () => {
  expect(matches('a'.repeat(4096), '^a+$')).toBe(true);
  expect(matches('a'.repeat(4097), '^b+$')).toBeUndefined();
});
