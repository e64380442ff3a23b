import type { Json } from '../../../../lib/constraints/json';
import { evaluate } from '../../../../lib/constraints/schema/keywords';
import type { SchemaNode } from '../../../../lib/constraints/schema/rows';

const rulesOf = (value: Json, schema: SchemaNode) =>
  evaluate(value, schema, '#', {}).violations.map(({ pointer, rule }) => `${pointer}: ${rule}`);

const choice: SchemaNode = { oneOf: [{ required: ['A'] }, { required: ['B', 'C'] }] };
const either: SchemaNode = { anyOf: [{ required: ['A'] }, { required: ['B'] }] };
const conditional: SchemaNode = {
  if: { properties: { Mode: { enum: ['S3'] } }, required: ['Mode'] },
  then: { required: ['Bucket'] },
  else: { required: ['Path'] },
};

test.each<[string, Json, SchemaNode]>([
  ['a text of the least length', 'ab', { minLength: 2 }],
  ['a text of the greatest length', 'abc', { maxLength: 3 }],
  ['a text that matches', 'abc', { pattern: '^[a-c]+$' }],
  ['a text too long for patterns', 'x'.repeat(5000), { pattern: '^a$' }],
  ['the least number', 1, { minimum: 1 }],
  ['the greatest number, as text', '9', { maximum: 9 }],
  ['a multiple', 0.5, { multipleOf: 0.25 }],
  ['enough elements', ['a'], { minItems: 1 }],
  ['different elements', [{ a: 1 }, { a: 2 }], { uniqueItems: true }],
  ['the same element from two functions', [{ Ref: 'A' }, { Ref: 'A' }], { uniqueItems: true }],
  ['one of a choice', { A: 1 }, choice],
  ['a choice that a condition makes', { A: { 'Fn::If': ['C', 1, 2] }, B: 1, C: 1 }, choice],
  ['a choice hidden in a function', { Ref: 'P' }, choice],
  ['both of anyOf', { A: 1, B: 1 }, either],
  ['a branch that is not taken', { Mode: 'NFS', Path: '/' }, conditional],
  ['a branch that is not known', { Mode: { Ref: 'P' } }, conditional],
  ['a value in other letters', 'Active', { enumCaseInsensitive: ['ACTIVE'] }],
  ['a member that fits a pattern', { a1: 'x' }, { patternProperties: { '^a': {} }, additionalProperties: false }],
  ['members that do not exclude each other', { A: 1 }, { dependentExcluded: { A: ['B'] } }],
  ['text from a function', { 'Fn::Sub': 'x' }, { pattern: '^y$' }],
  ['text with a dynamic reference', '{{resolve:ssm:/a}}', { pattern: '^y$', maxLength: 3 }],
  ['a list with an element from a function', [{ 'Fn::If': ['C', 1, 2] }], { maxItems: 0 }],
  ['a list that a function may shorten or not', [{ Ref: 'A' }], { minItems: 2 }],
])('accepts %s', (_name, value, schema) => {
  expect(rulesOf(value, schema)).toEqual([]);
});

test.each<[string, Json, SchemaNode, string]>([
  ['a short text', 'a', { minLength: 2 }, 'expected minLength: 2, actual: 1'],
  ['a long text', 'abcd', { maxLength: 3 }, 'expected maxLength: 3, actual: 4'],
  [
    'a text without match',
    'x',
    { pattern: '^y$' },
    'failed validation constraint for keyword [pattern] (given x, expected ^y$)',
  ],
  [
    'a small number',
    0,
    { minimum: 1 },
    'failed validation constraint for keyword [minimum] (given 0, expected at least 1)',
  ],
  [
    'a great number, as text',
    '10',
    { maximum: 9 },
    'failed validation constraint for keyword [maximum] (given 10, expected at most 9)',
  ],
  [
    'a limit itself',
    1,
    { exclusiveMaximum: 1 },
    'failed validation constraint for keyword [exclusiveMaximum] (given 1, expected less than 1)',
  ],
  [
    'no multiple',
    3,
    { multipleOf: 2 },
    'failed validation constraint for keyword [multipleOf] (given 3, expected a multiple of 2)',
  ],
  ['too few elements', [], { minItems: 1 }, 'expected minimum item count: 1, found: 0'],
  ['too many elements', ['a', 'b'], { maxItems: 1 }, 'expected maximum item count: 1, found: 2'],
  ['equal elements', ['a', 'a'], { uniqueItems: true }, 'array items are not unique'],
  [
    'equal objects',
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    { uniqueItems: true },
    'array items are not unique',
  ],
  [
    'equal keys',
    [
      { K: 1, v: 1 },
      { K: 1, v: 2 },
    ],
    { uniqueKeys: ['K'] },
    'array items are not unique by [K]',
  ],
  [
    'another constant',
    'RANGE',
    { const: 'HASH' },
    'failed validation constraint for keyword [const] (given RANGE, expected HASH)',
  ],
  [
    'an unknown value',
    'c',
    { enum: ['a', 'b'] },
    'failed validation constraint for keyword [enum] (given c, expected one of a, b)',
  ],
  [
    'none of a choice',
    { C: 1 },
    choice,
    '#: only 1 subschema matches out of 2 (0 subschemas matched instead of one: required key [A] not found; required key [B] not found)',
  ],
  [
    'two of a choice',
    { A: 1, B: 1, C: 1 },
    choice,
    '#: only 1 subschema matches out of 2 (2 subschemas matched instead of one: [A] and [B, C] exclude each other)',
  ],
  [
    'none of anyOf',
    {},
    either,
    '#: only 1 subschema matches out of 2 (no subschema matched out of the total 2 subschemas: required key [A] not found; required key [B] not found)',
  ],
  ['a branch that is taken', { Mode: 'S3' }, conditional, 'required key [Bucket] not found'],
  [
    'a member beside another',
    { A: 1, B: 1 },
    { dependentExcluded: { A: ['B'] } },
    'property [B] is not permitted beside [A]',
  ],
  ['a member without another', { A: 1 }, { dependentRequired: { A: ['B'] } }, 'property [B] is required'],
  ['two of one', { A: 1, B: 1 }, { requiredXor: ['A', 'B'] }, 'expected exactly one of [A, B], found: 2'],
  ['none of some', {}, { requiredOr: ['A', 'B'] }, 'expected at least one of [A, B], found: 0'],
  ['what a schema excludes', { A: 1 }, { not: { required: ['A'] } }, 'subject must not be valid against schema'],
  ['few members', {}, { minProperties: 1 }, 'minimum size: [1], found: [0]'],
  ['many members', { A: 1, B: 1 }, { maxProperties: 1 }, 'maximum size: [1], found: [2]'],
  [
    'a member that fits no pattern',
    { b: 1 },
    { patternProperties: { '^a': {} }, additionalProperties: false },
    'extraneous key [b] is not permitted',
  ],
])('refuses %s', (_name, value, schema, rule) => {
  expect(rulesOf(value, schema)).toEqual([`#: ${rule}`]);
});

test('the first elements of a list have schemas of their own', () => {
  const schema: SchemaNode = {
    prefixItems: [{ properties: { K: { const: 'HASH' } } }, { properties: { K: { const: 'RANGE' } } }],
  };
  expect(rulesOf([{ K: 'HASH' }], schema)).toEqual([]);
  expect(rulesOf([{ K: 'HASH' }, { K: 'HASH' }], schema)).toEqual([
    '#/1/K: failed validation constraint for keyword [const] (given HASH, expected RANGE)',
  ]);
});

test('a nested value is named by its pointer, and definitions may be recursive', () => {
  const definitions = { Node: { properties: { Next: { $ref: 'Node' }, Name: { maxLength: 1 } } } };
  const value = { Next: { Next: { Name: 'ab' } } };
  expect(evaluate(value, { $ref: 'Node' }, '#', definitions).violations).toMatchObject([
    { pointer: '#/Next/Next/Name', keyword: 'maxLength' },
  ]);
});

test('of several alternatives, those of the type of the value say what is wrong', () => {
  const schema: SchemaNode = { oneOf: [{ type: 'object' }, { type: 'array', minItems: 3, uniqueItems: true }] };
  expect(rulesOf(['a', 'a'], schema)[0]).toMatch(
    /expected minimum item count: 3, found: 2; array items are not unique/,
  );
});
