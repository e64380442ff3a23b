import { plainScalar } from '../../../../lib/graph/text/yaml-scalar';

test.each<[string, string | number | boolean | null]>([
  ['yes', true],
  ['Off', false],
  ['TRUE', true],
  ['y', 'y'],
  ['yEs', 'yEs'],
  ['', null],
  ['~', null],
  ['Null', null],
  ['0', 0],
  ['-12', -12],
  ['+12', 12],
  ['1_000', 1000],
  ['010', 8],
  ['-010', -8],
  ['0b1_01', 5],
  ['0x1F', 31],
  ['0o17', '0o17'],
  ['1:30', 90],
  ['02:00-03:00', '02:00-03:00'],
  ['1.50', 1.5],
  ['1e3', 1000],
  ['.5', 0.5],
  ['1.', 1],
  ['.', '.'],
  ['1.2.3', '1.2.3'],
  ['2012-10-17', '2012-10-17'],
  ['2026-11-30T00:00:00Z', '2026-11-30T00:00:00Z'],
  ['10.0.0.0/16', '10.0.0.0/16'],
  ['012345678901', '1.2345678901E10'],
  ['089', 89],
  ['090000000', '9.0E7'],
  ['12345678901234567890', '12345678901234567890'],
  ['-', '-'],
])('reads %j as %j', (source, value) => {
  expect(plainScalar(source)).toBe(value);
});

test('reads what no JSON has as not finite', () => {
  expect(plainScalar('.NaN')).toBeNaN();
  expect(plainScalar('-.inf')).toBe(Number.POSITIVE_INFINITY);
});
