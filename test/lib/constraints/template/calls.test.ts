import type { Json } from '../../../../lib/constraints/json';
import { callsIn, holdsCalls } from '../../../../lib/constraints/template/calls';

test.each<[Json, boolean]>([
  ['Ref', false],
  [null, false],
  [{ Ref: 'A' }, true],
  [{ Other: 'Ref' }, false],
  [{ deep: [{ list: [{ 'Fn::Sub': 'a' }] }] }, true],
  [{ deep: [{ list: [{ Sub: 'a' }] }] }, false],
])('whether something is called in %j: %j', (value, held) => {
  expect([holdsCalls(value), holdsCalls(value), callsIn(value, '').length > 0]).toEqual([held, held, held]);
});

test('what looks like a call beside other keys is looked into, and is none', () => {
  const value = { Ref: 'A', Other: 1 };
  expect([holdsCalls(value), callsIn(value, '')]).toEqual([true, []]);
});
