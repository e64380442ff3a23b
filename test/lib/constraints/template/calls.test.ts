import type { Json } from '../../../../lib/constraints/json';
import { callsIn, holdsCalls } from '../../../../lib/constraints/template/calls';

test.each<[Json, boolean]>([
  ['Ref', false],
  [null, false],
  [{ Ref: 'A' }, true],
  [{ Ref: 'A', Other: 1 }, false],
  [{ deep: [{ list: [{ 'Fn::Sub': 'a' }] }] }, true],
  [{ deep: [{ list: [{ Sub: 'a' }] }] }, false],
])('whether something is called in %j: %j', (value, held) => {
  expect([holdsCalls(value), holdsCalls(value), callsIn(value, '').length > 0]).toEqual([held, held, held]);
});
