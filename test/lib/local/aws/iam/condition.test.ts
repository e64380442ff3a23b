import { conditionTest } from '../../../../../lib/local/aws/iam/condition';
import { contextOf } from '../../../../../lib/local/aws/iam/context';

/** Whether one operator holds for one key of a request. */
function holds(operator: string, expected: string | readonly string[], given?: string | readonly string[]): boolean {
  const context = contextOf({ 'app:key': given, 'aws:PrincipalTag/team': 'red' });
  return conditionTest({ [operator]: { 'App:Key': expected } }, true)(context);
}

test.each<[string, string | readonly string[], string | readonly string[] | undefined, boolean]>([
  ['StringEquals', 'a', 'a', true],
  ['StringEquals', 'a', 'A', false],
  ['StringEquals', ['a', 'b'], 'b', true],
  ['StringEquals', 'a*', 'ab', false],
  ['StringEquals', 'a', undefined, false],
  ['StringEqualsIfExists', 'a', undefined, true],
  ['StringEqualsIfExists', 'a', 'b', false],
  ['StringNotEquals', ['a', 'b'], 'b', false],
  ['StringNotEquals', ['a', 'b'], 'c', true],
  ['StringNotEquals', 'a', undefined, true],
  ['StringEqualsIgnoreCase', 'A', 'a', true],
  ['StringNotEqualsIgnoreCase', 'A', 'a', false],
  ['StringLike', 'a?c*', 'abcde', true],
  ['StringLike', 'a.c', 'abc', false],
  ['StringNotLike', 'a*', 'abc', false],
  ['StringEquals', '${aws:PrincipalTag/team}', 'red', true],
  ['StringEquals', '${aws:PrincipalTag/none}', 'red', false],
  ['StringNotEquals', '${aws:PrincipalTag/none}', 'red', false],
  ['StringEquals', "${aws:PrincipalTag/none, 'blue'}", 'blue', true],
  ['StringEquals', '${*}', '*', true],
  ['NumericEquals', '10', '10.0', true],
  ['NumericLessThan', '10', '9', true],
  ['NumericLessThan', '10', '10', false],
  ['NumericLessThanEquals', '10', '10', true],
  ['NumericGreaterThan', '10', '11', true],
  ['NumericGreaterThanEquals', '10', 'ten', false],
  ['NumericNotEquals', '10', '11', true],
  ['DateGreaterThan', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', true],
  ['DateLessThan', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', false],
  ['DateEquals', '1767225600', '2026-01-01T00:00:00Z', true],
  ['Bool', 'true', 'True', true],
  ['Bool', 'false', 'true', false],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
  ['IpAddress', '203.0.113.0/24', '203.0.113.7', true],
  ['IpAddress', '203.0.113.0/24', '203.0.114.7', false],
  ['IpAddress', '203.0.113.7', '203.0.113.7', true],
  ['IpAddress', '2001:db8::/32', '2001:db8:0:1::5', true],
  ['IpAddress', '2001:db8::/32', '203.0.113.7', false],
  ['IpAddress', '203.0.113.0/33', '203.0.113.7', false],
  ['NotIpAddress', '203.0.113.0/24', '203.0.113.7', false],
  ['NotIpAddress', '203.0.113.0/24', undefined, true],
  ['ArnLike', 'arn:aws:iam::*:role/r*', 'arn:aws:iam::111111111111:role/red', true],
  ['ArnLike', 'arn:aws:*:role/red', 'arn:aws:iam::111111111111:role/red', false],
  ['ArnEquals', 'arn:aws:iam::111111111111:role/red', 'arn:aws:iam::111111111111:role/red', true],
  ['ArnNotLike', 'arn:aws:iam::*:role/r*', 'arn:aws:iam::111111111111:role/blue', true],
  ['Null', 'true', undefined, true],
  ['Null', 'true', 'a', false],
  ['Null', 'false', 'a', true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
  ['ForAllValues:StringEquals', 'a', undefined, true],
  ['ForAllValues:StringNotEquals', 'a', ['b', 'a'], false],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], true],
  ['ForAnyValue:StringEquals', 'a', undefined, false],
  ['ForAnyValue:StringNotEquals', 'a', ['a', 'b'], true],
  ['ForAnyValue:StringEqualsIfExists', 'a', undefined, true],
  ['StringIsNot', 'a', 'a', false],
])('%s %j of %j is %s', (operator, expected, given, outcome) => {
  expect(holds(operator, expected, given)).toBe(outcome);
});

test('every operator and every key must hold, and a block that is none never holds', () => {
  const context = contextOf({ a: '1', b: '2' });
  expect(conditionTest({ StringEquals: { a: '1', b: '2' } }, true)(context)).toBe(true);
  expect(conditionTest({ StringEquals: { a: '1', b: '3' } }, true)(context)).toBe(false);
  expect(conditionTest({ StringEquals: { a: '1' }, StringNotEquals: { b: '2' } }, true)(context)).toBe(false);
  expect(conditionTest(undefined, true)(context)).toBe(true);
  expect(conditionTest('no block', true)(context)).toBe(false);
});

test('variables are text in a policy without version 2012-10-17', () => {
  const context = contextOf({ a: 'red', 'aws:PrincipalTag/team': 'red' });
  const block = { StringEquals: { a: '${aws:PrincipalTag/team}' } };
  expect([true, false].map((variables) => conditionTest(block, variables)(context))).toEqual([true, false]);
});
