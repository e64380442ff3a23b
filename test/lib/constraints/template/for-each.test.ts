import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { declaredCollection, expandLoops, hasLoops } from '../../../../lib/constraints/template/for-each';

const extended = (sections: JsonObject): JsonObject => ({ Transform: ['AWS::LanguageExtensions'], ...sections });
const expanded = (sections: JsonObject) => {
  const template = extended(sections);
  const { template: result, ...rest } = expandLoops(template, declaredCollection(template));
  return { ...rest, result };
};

test('only a template with the extensions has loops', () => {
  const sections: JsonObject = { Outputs: { 'Fn::ForEach::L': ['X', ['a'], { 'O${X}': { Value: 'x' } }] } };
  expect(hasLoops(sections)).toBe(false);
  expect(hasLoops(extended(sections))).toBe(true);
  expect(hasLoops(extended({ Outputs: { O: { Value: 'x' } } }))).toBe(false);
});

test.each<[string, JsonObject, JsonObject]>([
  [
    'keys and texts, and a reference to the identifier',
    { R: { 'Fn::ForEach::L': ['X', ['a', 'b'], { 'N${X}': [{ Ref: 'X' }, { Ref: 'N${X}' }, '${X}${Y}'] }] } },
    { R: { Na: ['a', { Ref: 'Na' }, 'a${Y}'], Nb: ['b', { Ref: 'Nb' }, 'b${Y}'] } },
  ],
  [
    'names of letters and digits',
    { R: { 'Fn::ForEach::L': ['X', ['10.0/8', 'a-b'], { 'N&{X}': '${X}' }] } },
    { R: { N1008: '10.0/8', Nab: 'a-b' } },
  ],
  [
    'loops in loops, whose names use both identifiers',
    {
      R: {
        'Fn::ForEach::L': ['X', ['a', 'b'], { 'Fn::ForEach::M': ['Y', [1, 2], { '${X}${Y}': { Ref: 'Y' } }] }],
      },
    },
    { R: { a1: '1', a2: '2', b1: '1', b2: '2' } },
  ],
  [
    'a loop in the properties of a resource, beside other keys',
    { R: { P: { before: 1, 'Fn::ForEach::L': ['X', ['a'], { '${X}': 1 }], after: 2 } } },
    { R: { P: { before: 1, a: 1, after: 2 } } },
  ],
  [
    'a collection from the default of a parameter',
    { Parameters: { P: { Default: 'a, b' } }, R: { 'Fn::ForEach::L': ['X', { Ref: 'P' }, { '${X}': 1 }] } },
    { Parameters: { P: { Default: 'a, b' } }, R: { a: 1, b: 1 } },
  ],
  ['no elements', { R: { 'Fn::ForEach::L': ['X', [], { '${X}': 1 }] } }, { R: {} }],
])('runs %s', (_name, sections, result) => {
  expect(expanded(sections)).toEqual({ result: extended(result), breaches: [], unknown: false, loops: [] });
});

test.each<[string, Json]>([
  ['a parameter without a default', { Ref: 'P' }],
  ['a function', { 'Fn::Split': [',', 'a,b'] }],
  ['a list with a function', ['a', { Ref: 'AWS::Region' }]],
])('a loop over %s is not known', (_name, collection) => {
  const loop: JsonObject = { 'Fn::ForEach::L': ['X', collection, { '${X}': 1 }] };
  expect(expanded({ R: { 'Fn::ForEach::M': ['Y', ['a'], { '${Y}': loop }] } })).toMatchObject({
    unknown: true,
    loops: ['/R/Fn::ForEach::M/2/${Y}/Fn::ForEach::L'],
  });
});
