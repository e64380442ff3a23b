import type { Json } from '../../../../lib/constraints/json';
import { references } from '../../../../lib/constraints/template/references';

const found = (value: Json, taken?: (condition: string) => boolean) =>
  references(value, '/p', taken).map(({ target, attribute, path }) => [target, attribute, path]);

test.each<[string, Json, readonly (readonly [string, string | undefined, string])[]]>([
  ['a Ref', { Ref: 'A' }, [['A', undefined, '/p']]],
  ['a GetAtt as a list', { 'Fn::GetAtt': ['A', 'Arn'] }, [['A', 'Arn', '/p']]],
  ['a GetAtt as text', { 'Fn::GetAtt': 'A.Endpoint.Port' }, [['A', 'Endpoint.Port', '/p']]],
  [
    'a Sub',
    { 'Fn::Sub': '${A} ${B.Arn} ${!C} ${AWS::Region}' },
    [
      ['A', undefined, '/p'],
      ['B', 'Arn', '/p'],
      ['AWS::Region', undefined, '/p'],
    ],
  ],
  [
    'a Sub with variables, whose names are not references',
    { 'Fn::Sub': ['${Local} ${A}', { Local: { Ref: 'B' } }] },
    [
      ['A', undefined, '/p'],
      ['B', undefined, '/p/Local'],
    ],
  ],
  [
    'values at every depth',
    { Key: [{ Ref: 'A' }, { Inner: { 'Fn::Join': ['', [{ Ref: 'B' }]] } }] },
    [
      ['A', undefined, '/p/Key/0'],
      ['B', undefined, '/p/Key/1/Inner/Fn::Join/1/0'],
    ],
  ],
  ['a key that is only called Ref', { Ref: 'A', Other: 1 }, []],
  ['plain values', ['a', 1, null, true], []],
])('of %s', (_name, value, expected) => {
  expect(found(value)).toEqual(expected);
});

test('of an If are those of both branches, or of the branch taken', () => {
  const choice: Json = { 'Fn::If': ['C', { Ref: 'A' }, { Ref: 'B' }] };
  expect(found(choice).map(([target]) => target)).toEqual(['A', 'B']);
  expect(found(choice, (name) => name === 'C').map(([target]) => target)).toEqual(['A']);
  expect(found(choice, () => false).map(([target]) => target)).toEqual(['B']);
  expect(found({ 'Fn::If': ['C', { Ref: 'A' }] }, () => false)).toEqual([]);
});

test.each<Json>(['A', '.Arn', null])('of the malformed GetAtt %j are none', (argument) => {
  expect(found({ 'Fn::GetAtt': argument })).toEqual([]);
});

test('of a GetAtt whose attribute is a function are its resource and those of the function', () => {
  expect(found({ 'Fn::GetAtt': ['A', { Ref: 'P' }] })).toEqual([
    ['A', undefined, '/p'],
    ['P', undefined, '/p/Fn::GetAtt/1'],
  ]);
});
