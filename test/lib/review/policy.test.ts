import type { PropertyValue } from '../../../lib/graph';
import {
  identityStatements,
  isList,
  isMap,
  listOf,
  matchesPattern,
  statementsIn,
  textsOf,
  valueAt,
} from '../../../lib/review/policy';
import { resourceNode } from '../../helpers/resource-node';

test.each<[PropertyValue | undefined, boolean, boolean]>([
  [undefined, false, false],
  [null, false, false],
  ['text', false, false],
  [1, false, false],
  [[], true, false],
  [{}, false, true],
])('%j is a list: %s, an object: %s', (value, list, map) => {
  expect(isList(value)).toBe(list);
  expect(isMap(value)).toBe(map);
});

test.each<[PropertyValue | undefined, readonly PropertyValue[], readonly string[]]>([
  [undefined, [], []],
  [null, [null], []],
  ['a', ['a'], ['a']],
  [{ Ref: 'A' }, [{ Ref: 'A' }], []],
  [
    ['a', { Ref: 'A' }, 1, 'b'],
    ['a', { Ref: 'A' }, 1, 'b'],
    ['a', 'b'],
  ],
])('%j as a list, and its texts', (value, list, texts) => {
  expect(listOf(value)).toEqual(list);
  expect(textsOf(value)).toEqual(texts);
});

test.each<[readonly string[], PropertyValue | undefined]>([
  [[], { a: { b: 1 }, c: [2] }],
  [['a'], { b: 1 }],
  [['a', 'b'], 1],
  [['a', 'b', 'c'], undefined],
  [['gone'], undefined],
  [['gone', 'b'], undefined],
  // A list has no keys.
  [['c', '0'], undefined],
  [['c', 'length'], undefined],
])('the value at %j', (keys, expected) => {
  expect(valueAt({ a: { b: 1 }, c: [2] }, ...keys)).toEqual(expected);
});

test('statements have the place in their document; what is no statement is left out', () => {
  const one = { Effect: 'Allow' };
  expect(statementsIn({ Statement: one }, 'P')).toEqual([{ path: 'P.Statement.0', statement: one }]);
  expect(statementsIn({ Statement: ['x', one] }, 'P')).toEqual([{ path: 'P.Statement.1', statement: one }]);
  expect(statementsIn({ 'Fn::If': ['C', { Statement: one }, {}] }, 'P')).toEqual([]);
  expect(statementsIn(undefined, 'P')).toEqual([]);
});

test('identity statements are those of the document, then those of each inline policy', () => {
  const statement = (sid: string) => ({ Statement: [{ Sid: sid }] });
  const node = resourceNode({
    type: 'AWS::IAM::Role',
    properties: {
      PolicyDocument: statement('own'),
      Policies: [
        { PolicyDocument: statement('first') },
        { PolicyName: 'empty' },
        { PolicyDocument: statement('third') },
      ],
      AssumeRolePolicyDocument: statement('trust'),
    },
  });
  expect(identityStatements(node).map(({ path, statement: { Sid } }) => [path, Sid])).toEqual([
    ['PolicyDocument.Statement.0', 'own'],
    ['Policies.0.PolicyDocument.Statement.0', 'first'],
    ['Policies.2.PolicyDocument.Statement.0', 'third'],
  ]);
});

test.each<[string, string, boolean, boolean]>([
  ['s3:GetObject', 's3:GetObject', true, true],
  ['s3:getobject', 's3:GetObject', false, true],
  ['s3:Get*', 's3:GetObject', true, true],
  ['s3:Get?bject', 's3:GetObject', true, true],
  ['s3:Get?', 's3:GetObject', false, false],
  ['*', 'anything\nat all', true, true],
  ['s3:Get', 's3:GetObject', false, false],
  ['Get*', 's3:GetObject', false, false],
  // Every other character means itself.
  ['arn:a.b', 'arn:aXb', false, false],
  ['arn:(a+b)[1]', 'arn:(a+b)[1]', true, true],
  ['a|b', 'a', false, false],
])('the pattern %j matches %j: %s, without case: %s', (pattern, text, exact, withoutCase) => {
  expect(matchesPattern(pattern, text)).toBe(exact);
  expect(matchesPattern(pattern, text, true)).toBe(withoutCase);
});
