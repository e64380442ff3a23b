import fc from 'fast-check';
import { canonicalJson, digestOf } from '../../../lib/release/canonical-json';
import { codedErrorOf } from '../../helpers/coded-error';

test('keys stand in the order of their UTF-16 code units, as the example of RFC 8785 has them', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
  const order = [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map(([, name]) => name);
  expect(order).toEqual([
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

test.each<readonly [string, unknown, string]>([
  [
    'numbers as ECMAScript writes them',
    [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0],
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  ],
  ['texts with the shortest escapes', '€$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
  ['literals', [null, true, false], '[null,true,false]'],
  ['nothing for a field that is undefined', { a: undefined, b: 1 }, '{"b":1}'],
  ['empty values', [{}, [], ''], '[{},[],""]'],
])('%s', (_case, value, expected) => {
  expect(canonicalJson(value)).toBe(expected);
});

test.each([
  ['a number that is not finite', { a: [1, Infinity] }, '$.a[1]'],
  ['half of a surrogate pair', { a: '\ud83d' }, '$.a'],
  ['half of a pair in a key', { '\ude00': 1 }, '$'],
  ['what JSON lacks', { a: 1n }, '$.a'],
])('%s is refused in its place', async (_case, value, place) => {
  expect(await codedErrorOf(() => canonicalJson(value))).toMatchObject({ code: 'NotCanonical', place });
});

test('whatever order its fields were written in, a value has one digest, and reads back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const reversed = (one: unknown): unknown =>
        Array.isArray(one)
          ? one.map(reversed)
          : typeof one === 'object' && one !== null
            ? Object.fromEntries(
                Object.entries(one)
                  .toReversed()
                  .map(([key, item]) => [key, reversed(item)]),
              )
            : one;
      expect(digestOf(reversed(value))).toBe(digestOf(value));
      // JSON has no negative zero.
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 50 },
  );
});
