import { CfnParameter } from 'aws-cdk-lib';
import type { PropProblem } from '../../../../constructs/aws/props/prop-problem';
import {
  eachInGrammar,
  inGrammar,
  numberBetween,
  oneOf,
  refuseProps,
} from '../../../../constructs/aws/props/prop-problem';
import { testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

const word = { pattern: /^[a-z]+$/, expected: 'lower-case letters', fix: 'write a word' };
const problem = (prop: string): PropProblem => ({ prop, got: 5, expected: 'less', fix: 'use 4' });

test.each([
  [1, false, undefined],
  [9, false, undefined],
  [0, false, 'use 1'],
  [10, false, 'use 9'],
  [2.5, false, 'use 3'],
  [2.5, true, undefined],
  [Number.NaN, false, 'write a whole number'],
  [9.5, true, 'use 9'],
])('%p, fractions %p, from 1 to 9', (got, fraction, fix) => {
  expect(numberBetween('size', got, { least: 1, most: 9, fraction }).at(0)?.fix).toBe(fix);
});

test.each([
  [30, undefined],
  [31, 'use 60'],
  [9999, 'use 90'],
])('%p of three steps', (got, fix) => {
  expect(oneOf('days', got, [30, 60, 90]).at(0)?.fix).toBe(fix);
});

test('a text is held to its grammar, and a list entry by entry', () => {
  expect(inGrammar('name', 'abc', word)).toEqual([]);
  expect(eachInGrammar('names', ['abc', 'A1'], word)).toEqual([
    { prop: 'names[1]', got: 'A1', expected: 'lower-case letters', fix: 'write a word' },
  ]);
});

test('a token is known only at deployment', () => {
  const parameter = new CfnParameter(testStack(), 'Value', { type: 'Number' });
  expect(numberBetween('size', parameter.valueAsNumber, { least: 1, most: 9 })).toEqual([]);
  expect(oneOf('days', parameter.valueAsNumber, [30])).toEqual([]);
  expect(inGrammar('name', parameter.valueAsString, word)).toEqual([]);
});

test('without problems nothing is refused', () => {
  expect(() => {
    refuseProps(testStack('app'), [], []);
  }).not.toThrow();
});

test('one problem is at its prop, several are in one error', async () => {
  expect(
    await codedErrorOf(() => {
      refuseProps(testStack('app'), [problem('size')]);
    }),
  ).toMatchObject({
    code: 'InvalidProps',
    place: 'app: size',
    got: 5,
    expected: 'less',
    fix: 'use 4',
  });
  expect(
    await codedErrorOf(() => {
      refuseProps(testStack('app'), [problem('a')], [problem('b')]);
    }),
  ).toMatchObject({
    place: 'app',
    problem: 'AWS does not accept 2 values',
    got: ['a: 5', 'b: 5'],
    expected: 'a: less; b: less',
    fix: 'a: use 4; b: use 4',
  });
});
