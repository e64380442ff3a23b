import type { Json, JsonObject } from '../../../../../lib/constraints/json';
import { assertRules } from '../../../../../lib/local/aws/cloudformation/rules';
import type { Scope } from '../../../../../lib/local/aws/cloudformation/scope';

const parameters: JsonObject = {
  Stage: { Type: 'String' },
  Zones: { Type: 'CommaDelimitedList' },
  A: { Type: 'AWS::EC2::Subnet::Id' },
  B: { Type: 'AWS::EC2::Subnet::Id' },
  Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' },
  Broken: 'x',
};
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
  parameters: new Map<string, Json>([
    ['Stage', 'prod'],
    ['Zones', ['a', 'b']],
    ['A', 'subnet-1'],
    ['B', 'subnet-2'],
    ['Subnets', ['subnet-1', 'subnet-2']],
  ]),
  mappings: {},
  languageExtensions: false,
  condition: () => false,
  resource: () => undefined,
  importValue: () => undefined,
  stackOutput: () => '',
  existing: {
    exists: () => true,
    attribute: (type, id, name) => (name === 'VpcId' && id.startsWith('subnet-') ? `vpc of ${type}` : undefined),
  },
};
const run = (rules: JsonObject): void => {
  assertRules(rules, parameters, scope);
};
const rule = (assert: Json, more: JsonObject = {}): JsonObject => ({
  R: { Assertions: [{ Assert: assert }], ...more },
});
const yes: Json = { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] };
const no: Json = { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] };
const subnets: Json = { 'Fn::RefAll': 'AWS::EC2::Subnet::Id' };

test.each<[string, Json, boolean]>([
  ['Equals of equal values', yes, true],
  ['Equals of other values', no, false],
  ['Not of false', { 'Fn::Not': [no] }, true],
  ['Not of true', { 'Fn::Not': [yes] }, false],
  ['Not of two operands', { 'Fn::Not': [no, no] }, false],
  ['And of true and true', { 'Fn::And': [yes, yes] }, true],
  ['And of true and false', { 'Fn::And': [yes, no] }, false],
  ['Or of false and true', { 'Fn::Or': [no, yes] }, true],
  ['Or of false and false', { 'Fn::Or': [no, no] }, false],
  ['Contains a member', { 'Fn::Contains': [['dev', 'prod'], { Ref: 'Stage' }] }, true],
  ['Contains another value', { 'Fn::Contains': [['dev', 'qa'], { Ref: 'Stage' }] }, false],
  ['Contains in no list', { 'Fn::Contains': ['prod', 'prod'] }, false],
  ['EachMemberEquals of equal members', { 'Fn::EachMemberEquals': [['a', 'a'], 'a'] }, true],
  ['EachMemberEquals of one other member', { 'Fn::EachMemberEquals': [{ Ref: 'Zones' }, 'a'] }, false],
  ['EachMemberEquals of no list', { 'Fn::EachMemberEquals': ['a', 'a'] }, false],
  ['EachMemberIn of allowed members', { 'Fn::EachMemberIn': [{ Ref: 'Zones' }, ['a', 'b', 'c']] }, true],
  ['EachMemberIn of one other member', { 'Fn::EachMemberIn': [{ Ref: 'Zones' }, ['a']] }, false],
  ['EachMemberIn of no list', { 'Fn::EachMemberIn': ['a', ['a']] }, false],
  [
    'ValueOf of one parameter',
    { 'Fn::Equals': [{ 'Fn::ValueOf': ['A', 'VpcId'] }, 'vpc of AWS::EC2::Subnet::Id'] },
    true,
  ],
  [
    'ValueOf of a list, whose attributes are a list',
    { 'Fn::EachMemberEquals': [{ 'Fn::ValueOf': ['Subnets', 'VpcId'] }, 'vpc of List<AWS::EC2::Subnet::Id>'] },
    true,
  ],
  [
    'ValueOfAll of a type',
    {
      'Fn::EachMemberEquals': [{ 'Fn::ValueOfAll': ['AWS::EC2::Subnet::Id', 'VpcId'] }, 'vpc of AWS::EC2::Subnet::Id'],
    },
    true,
  ],
  ['RefAll of a type', { 'Fn::EachMemberIn': [subnets, ['subnet-1', 'subnet-2']] }, true],
  ['RefAll with one other value', { 'Fn::EachMemberIn': [subnets, ['subnet-1']] }, false],
])('%s', (_name, assert, holds) => {
  const action = () => {
    run(rule(assert));
  };
  if (holds) expect(action).not.toThrow();
  else expect(action).toThrow(`Template rules are not satisfied: Rule R failed: ${JSON.stringify(assert)}`);
});

test('a rule whose condition does not hold is skipped', () => {
  expect(() => {
    run(rule(no, { RuleCondition: no }));
  }).not.toThrow();
  expect(() => {
    run(rule(no, { RuleCondition: yes }));
  }).toThrow('Rule R failed');
});

test('every failed assertion of every rule is named, with its description', () => {
  const described: Json = { Assert: no, AssertDescription: 'stage must be dev' };
  expect(() => {
    run({ One: { Assertions: [described, { Assert: yes }, described] }, Two: { Assertions: [{ Assert: no }] } });
  }).toThrow(
    `Template rules are not satisfied: Rule One failed: stage must be dev; Rule One failed: stage must be dev; Rule Two failed: ${JSON.stringify(no)}`,
  );
});

test.each<[string, JsonObject, string]>([
  ['a rule that is text', { R: 'x' }, '/Rules/R'],
  ['a rule without assertions', { R: {} }, '/Rules/R'],
  ['an assertion that is text', { R: { Assertions: ['x'] } }, '/Rules/R/Assertions/0'],
  ['an assertion without Assert', { R: { Assertions: [{ Assert: yes }, {}] } }, '/Rules/R/Assertions/1'],
  ['a condition that is text', rule(yes, { RuleCondition: 'x' }), '/Rules/R/RuleCondition'],
  ['two functions in one object', rule({ 'Fn::And': [yes], 'Fn::Or': [yes] }), '/Rules/R/Assertions/0'],
  ['an empty object', rule({}), '/Rules/R/Assertions/0'],
  ['operands that are no list', rule({ 'Fn::And': 'x' }), '/Rules/R/Assertions/0'],
  ['an unknown function', rule({ 'Fn::If': [yes] }), '/Rules/R/Assertions/0'],
])('fails on %s', (_name, rules, path) => {
  expect(() => {
    run(rules);
  }).toThrow(`Template format error: ${path} is not a rule: expected Assertions with condition functions`);
});

test('fails on an attribute of a parameter that is not known', () => {
  const assert = (call: Json): JsonObject => rule({ 'Fn::Equals': [call, 'x'] });
  expect(() => {
    run(assert({ 'Fn::ValueOf': ['A', 'Tags.Name'] }));
  }).toThrow('the attribute Tags.Name of subnet-1 (AWS::EC2::Subnet::Id) is not known (/Rules/R/Assertions/0)');
  expect(() => {
    run(assert({ 'Fn::ValueOf': ['constructor', 'VpcId'] }));
  }).toThrow('Fn::ValueOf names no parameter: constructor');
  expect(() => {
    run(assert({ 'Fn::ValueOfAll': 'A' }));
  }).toThrow('/Rules/R/Assertions/0 is not a rule');
});
