import fc from 'fast-check';
import type { Json, JsonObject } from '../../../../../lib/constraints/json';
import { conditionTable } from '../../../../../lib/local/aws/cloudformation/intrinsics';
import type { Scope } from '../../../../../lib/local/aws/cloudformation/scope';

function evaluate(conditions: JsonObject, name: string, parameters: Readonly<Record<string, Json>> = {}): boolean {
  const scope: Scope = {
    pseudo: {
      account: '',
      region: 'eu-central-1',
      partition: 'aws',
      urlSuffix: '',
      stackId: '',
      stackName: '',
      notificationArns: [],
    },
    parameters: new Map(Object.entries(parameters)),
    mappings: {},
    languageExtensions: false,
    condition: conditionTable(conditions, () => scope),
    resource: () => undefined,
    importValue: () => undefined,
    stackOutput: () => '',
    existing: {
      exists: () => true,
      attribute: (type, id, name) => (name === 'VpcId' && id.startsWith('subnet-') ? `vpc of ${type}` : undefined),
    },
  };
  return scope.condition(name);
}

const literal = (value: boolean): Json => ({ 'Fn::Equals': [String(value), 'true'] });

test('And, Or and Not follow their truth tables for any operands', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 10 }), (values) => {
      const conditions = {
        And: { 'Fn::And': values.map(literal) },
        Or: { 'Fn::Or': values.map(literal) },
        Not: { 'Fn::Not': [{ Condition: 'And' }] },
      };
      expect(evaluate(conditions, 'And')).toBe(values.every(Boolean));
      expect(evaluate(conditions, 'Or')).toBe(values.some(Boolean));
      expect(evaluate(conditions, 'Not')).toBe(!values.every(Boolean));
    }),
  );
});

test('a number and its text are equal, as every parameter is text', () => {
  expect(evaluate({ C: { 'Fn::Equals': [{ Ref: 'Count' }, 3] } }, 'C', { Count: '3' })).toBe(true);
});

test.each<[string, JsonObject, RegExp]>([
  ['a condition without a declaration', { C: { Condition: 'Missing' } }, /Unresolved condition dependency Missing/],
  ['a condition that needs itself', { C: { 'Fn::Not': [{ Condition: 'C' }] } }, /condition C depends on itself/],
  ['And with one operand', { C: { 'Fn::And': [literal(true)] } }, /\/Conditions\/C is not a condition/],
  [
    'Or with eleven operands',
    { C: { 'Fn::Or': Array.from({ length: 11 }, () => literal(true)) } },
    /is not a condition/,
  ],
  ['Equals of one operand', { C: { 'Fn::Equals': ['a'] } }, /is not a condition/],
  ['Equals of three operands', { C: { 'Fn::Equals': ['a', 'a', 'a'] } }, /is not a condition/],
  ['Not of two operands', { C: { 'Fn::Not': [literal(true), literal(true)] } }, /is not a condition/],
  ['Not of no operand', { C: { 'Fn::Not': [] } }, /is not a condition/],
  ['a condition whose name is no text', { C: { Condition: 1 } }, /is not a condition/],
  ['two functions in one object', { C: { 'Fn::Not': [literal(true)], Condition: 'C' } }, /is not a condition/],
  ['an empty object', { C: {} }, /is not a condition/],
  ['a function that is no condition', { C: { 'Fn::Join': ['', []] } }, /is not a condition/],
  [
    'conditions that need each other',
    { C: { Condition: 'D' }, D: { Condition: 'C' } },
    /condition C depends on itself/,
  ],
  ['a plain value', { C: 'true' }, /\/Conditions\/C is not a condition/],
])('fails on %s', (_name, conditions, message) => {
  expect(() => evaluate(conditions, 'C')).toThrow(message);
});

test('lists and objects compare by their content', () => {
  const equal = (left: Json, right: Json) => evaluate({ C: { 'Fn::Equals': [left, right] } }, 'C', { L: ['a', 'b'] });
  expect(equal({ Ref: 'L' }, ['a', 'b'])).toBe(true);
  expect(equal({ Ref: 'L' }, ['b', 'a'])).toBe(false);
  expect(equal({ Ref: 'L' }, 'a')).toBe(false);
});

test('a condition that is false is evaluated once and stays false', () => {
  const conditions = { No: literal(false), Both: { 'Fn::Or': [{ Condition: 'No' }, { Condition: 'No' }] } };
  expect(evaluate(conditions, 'Both')).toBe(false);
});
