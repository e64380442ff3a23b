import type { ResourceNode } from '../../../lib/graph';
import { check } from '../../../lib/review';
import type { PropertyCheck } from '../../../lib/review/property-rule';
import { propertyRule } from '../../../lib/review/property-rule';
import { resourceNode } from '../../helpers/resource-node';

const facts = {
  code: 'CustomResource',
  family: 'deployment',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'It is a test.',
  source: { url: 'https://example.com', asOf: '2026-11-30' },
} as const;
const found = (
  { path = 'A.B', ...rest }: Partial<PropertyCheck> & Pick<PropertyCheck, 'must'>,
  properties: ResourceNode['properties'],
  node: Partial<ResourceNode> = {},
): readonly string[] =>
  check(
    [resourceNode({ type: 'T', properties, ...node })],
    [propertyRule(facts, [{ types: ['T'], path, ...rest }])],
  ).findings.map((one) => `${one.path}: ${one.message}`);
const choice = (...branches: readonly (string | number | boolean | { readonly Ref: string })[]) => ({
  A: { B: { 'Fn::If': ['Condition', ...branches] } },
});

test.each<[string, PropertyCheck['must'], ResourceNode['properties'], string[]]>([
  ['the right value', { is: ['x'] }, { A: { B: 'x' } }, []],
  ['another value', { is: ['x'] }, { A: { B: 'y' } }, ['A.B: B is "y"']],
  ['no value', { is: ['x'] }, { A: {} }, ['A.B: B is not set']],
  ['no parent', { is: ['x'] }, {}, ['A.B: B is not set']],
  ['a number for a text', { is: ['2'] }, { A: { B: 2 } }, []],
  ['another number for a text', { is: ['2'] }, { A: { B: 1 } }, ['A.B: B is 1']],
  ['a boolean as text', { is: [true] }, { A: { B: 'True' } }, []],
  ['the wrong value', { isNot: ['x'] }, { A: { B: 'x' } }, ['A.B: B is "x"']],
  ['no wrong value', { isNot: ['x'] }, {}, []],
  ['a reference', { is: ['x'] }, { A: { B: { Ref: 'P' } } }, []],
  ['a parent that is a reference', { is: ['x'] }, { A: { 'Fn::GetAtt': ['R', 'Arn'] } }, []],
  ['a secret', { is: ['x'] }, { A: { B: '{{resolve:ssm:/x}}' } }, []],
  ['nothing by name', { set: true }, { A: { B: { Ref: 'AWS::NoValue' } } }, ['A.B: B is not set']],
  ['a function', { set: true }, { A: { B: { 'Fn::GetAtt': ['Key', 'Arn'] } } }, []],
  ['an empty list', { set: true }, { A: { B: [] } }, ['A.B: B is not set']],
  ['one wrong branch', { is: ['x'] }, choice('x', 'y'), []],
  ['two wrong branches', { is: ['x'] }, choice('z', 'y'), ['A.B: B is "z"']],
  ['a branch without a value', { set: true }, choice('x', { Ref: 'AWS::NoValue' }), []],
  ['too few', { atLeast: 2 }, { A: { B: 1 } }, ['A.B: B is 1, at least 2 are expected']],
  ['too few as text', { atLeast: 2 }, { A: { B: '1' } }, ['A.B: B is "1", at least 2 are expected']],
  ['enough', { atLeast: 2 }, { A: { B: 2 } }, []],
  ['too many', { atMost: 2 }, { A: { B: 3 } }, ['A.B: B is 3, at most 2 is expected']],
  ['no limit', { atMost: 2 }, {}, []],
  ['what must not be there', { absent: true }, { A: { B: 1 } }, ['A.B: B is set']],
  ['what is not there', { absent: true }, {}, []],
])('a property with %s', (_name, must, properties, expected) => {
  expect(found({ must }, properties)).toEqual(expected);
});

test('a star is every item of a list, and a list that is not known has none', () => {
  const must = { is: ['x'] };
  const path = 'L.*.B';
  expect(found({ must, path }, { L: [{ B: 'x' }, { B: 'y' }, { Ref: 'P' }] })).toEqual(['L.1.B: B is "y"']);
  expect(found({ must, path }, { L: { Ref: 'P' } })).toEqual([]);
  expect(found({ must, path }, {})).toEqual([]);
});

test('what the reader of the graph does not know is no violation', () => {
  expect(found({ must: { is: ['x'] } }, { A: { B: '<computed>' } }, { unknown: ['A.B'] })).toEqual([]);
  expect(found({ must: { is: ['x'] } }, { A: { B: '<computed>' } }, { unknown: ['A'] })).toEqual([]);
  expect(found({ must: { is: ['x'] } }, { A: { B: 'y' } }, { unknown: ['A.C'] })).toEqual(['A.B: B is "y"']);
});

test('judges the resources that the row names', () => {
  const where = ({ properties }: ResourceNode): boolean => properties.On === true;
  expect(found({ must: { set: true }, where }, {})).toEqual([]);
  expect(found({ must: { set: true }, where, message: 'has no B' }, { On: true })).toEqual(['A.B: has no B']);
  expect(found({ must: { set: true } }, {}, { type: 'Other' })).toEqual([]);
  expect(found({ must: { is: ['x'] }, mayBeAbsent: true }, {})).toEqual([]);
});

test('null, which Resource Manager takes for absent, is no value', () => {
  expect(found({ must: { absent: true } }, { A: { B: null } })).toEqual([]);
  expect(found({ must: { isNot: [true] } }, { A: { B: null } })).toEqual([]);
  expect(found({ must: { is: [true] } }, { A: { B: null } })).toEqual(['A.B: B is not set']);
});
