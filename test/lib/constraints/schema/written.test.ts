import type { Json } from '../../../../lib/constraints/json';
import { isBoolean, textsOf } from '../../../../lib/constraints/schema/written';

test.each<[Json, readonly string[]]>([
  ['4', ['4']],
  [4, ['4', '4.0']],
  [4.5, ['4.5']],
  [true, ['true']],
  [null, []],
  [[], []],
])('%j may be the texts %j', (value, texts) => {
  expect(textsOf(value)).toEqual(texts);
});

test.each<[Json, boolean]>([
  [false, true],
  ['TRUE', true],
  ['yes', false],
  [1, false],
])('%j is a boolean: %j', (value, boolean) => {
  expect(isBoolean(value)).toBe(boolean);
});
