import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { dashboard } from '../../../../lib/constraints/services/dashboard';
import { jsonText, readJsonText } from '../../../../lib/constraints/services/json-text';
import { lifecyclePolicy } from '../../../../lib/constraints/services/lifecycle-policy';
import { stateMachine } from '../../../../lib/constraints/services/state-machine';
import { breaches, breachesOf } from '../llm/around';

const text = (expected: RegExp | undefined) =>
  expected === undefined ? [] : [expect.stringMatching(expected) as string];
const states = (States: JsonObject, StartAt = 'A', more: JsonObject = {}): JsonObject => ({ StartAt, States, ...more });
const end = { Type: 'Pass', End: true };
const choice = (rule: JsonObject): JsonObject =>
  states({ A: { Type: 'Choice', Choices: [rule], Default: 'B' }, B: { Type: 'Fail' } });

test.each<[string, JsonObject, RegExp | undefined]>([
  ['one state', states({ A: end }), undefined],
  ['a state after another', states({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } }), undefined],
  ['a choice', choice({ Variable: '$.x', IsNull: true, Next: 'B' }), undefined],
  [
    'a catch',
    states({
      A: { Type: 'Task', Resource: 'x', End: true, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] },
      B: { Type: 'Fail' },
    }),
    undefined,
  ],
  ['branches', states({ A: { Type: 'Parallel', Branches: [states({ B: end }, 'B')], End: true } }), undefined],
  ['a map', states({ A: { Type: 'Map', ItemProcessor: states({ B: end }, 'B'), End: true } }), undefined],
  ['a map as it was', states({ A: { Type: 'Map', Iterator: states({ B: end }, 'B'), End: true } }), undefined],
  ['a wait', states({ A: { Type: 'Wait', SecondsPath: '$.s', End: true } }), undefined],
  ['JSONata', states({ A: { Type: 'Pass', Output: 1, End: true } }, 'A', { QueryLanguage: 'JSONata' }), undefined],
  ['one state in JSONata', states({ A: { ...end, QueryLanguage: 'JSONata', Output: 1 } }), undefined],
  ['a function for a state', states({ A: { 'Fn::If': ['a', end, end] } }), undefined],
  ['a substitution for a name', states({ A: end, B: end }, '${start}'), undefined],
  ['StartAt without state', states({ A: end }, 'B'), /^#\/Definition\/StartAt: .*Missing 'StartAt' target: 'B'/],
  ['no StartAt', { States: { A: end } }, /^#\/Definition: .*has no StartAt/],
  ['no states', states({}), /^#\/Definition\/States: .*no states/],
  ['Next without state', states({ A: { Type: 'Pass', Next: 'AA' } }), /States\/A\/Next: .*'AA' \(did you mean A\?\)/],
  [
    'Default without state',
    states({ A: { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'B' }], Default: 'Q' }, B: end }),
    /States\/A\/Default: .*'Q'/,
  ],
  ['a rule without state', choice({ Variable: '$.x', IsNull: true, Next: 'Q' }), /States\/A\/Choices\/0\/Next: .*'Q'/],
  ['a rule without Next', choice({ Variable: '$.x', IsNull: true }), /Choices\/0: .*The rule has no Next/],
  ['a rule without comparison', choice({ Next: 'B' }), /Choices\/0: .*compares nothing, expected Variable/],
  ['no rules', states({ A: { Type: 'Choice', Choices: [] } }), /States\/A: .*has no Choices/],
  [
    'a catch without state',
    states({ A: { Type: 'Task', Resource: 'x', End: true, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Q' }] } }),
    /States\/A\/Catch\/0\/Next: .*'Q'/,
  ],
  ['an unreachable state', states({ A: end, B: end }), /States\/B: .*State 'B' is not reachable/],
  ['neither Next nor End', states({ A: { Type: 'Pass' } }), /States\/A: .*neither Next nor End/],
  ['Next and End', states({ A: { ...end, Next: 'A' } }), /States\/A\/End: .*both Next and End/],
  ['Next of a failure', states({ A: { Type: 'Fail', Next: 'A' } }), /States\/A\/Next: .*A Fail state has no Next/],
  ['a task without resource', states({ A: { Type: 'Task', End: true } }), /has no Resource/],
  ['parallel without branches', states({ A: { Type: 'Parallel', End: true } }), /has no Branches/],
  ['a map without processor', states({ A: { Type: 'Map', End: true } }), /has no ItemProcessor/],
  ['a wait for nothing', states({ A: { Type: 'Wait', End: true } }), /has 0 of Seconds/],
  ['a wait for two things', states({ A: { Type: 'Wait', Seconds: 1, Timestamp: 'x', End: true } }), /has 2 of Seconds/],
  ['an unknown type', states({ A: { Type: 'Tsk', End: true } }), /States\/A\/Type: .*"Tsk".*did you mean Task\?/],
  [
    'a path in JSONata',
    states({ A: { ...end, InputPath: '$' } }, 'A', { QueryLanguage: 'JSONata' }),
    /in JSONata has no InputPath/,
  ],
  ['Arguments in JSONPath', states({ A: { ...end, Arguments: {} } }), /in JSONPath has no Arguments/],
  [
    'a fault inside a branch',
    states({ A: { Type: 'Parallel', Branches: [states({ B: end }, 'C')], End: true } }),
    /^#\/Definition\/States\/A\/Branches\/0\/StartAt: .*'C'/,
  ],
  [
    'a name inside and outside',
    states({ A: { Type: 'Parallel', Branches: [states({ A: end })], End: true } }),
    /Branches\/0\/States\/A: .*DUPLICATE_STATE_NAME.*\/States\/A too/,
  ],
])('a definition with %s', (_name, Definition, expected) => {
  expect(breaches(stateMachine, { Definition })).toEqual(text(expected));
  const asText = breaches(stateMachine, { DefinitionString: JSON.stringify(Definition) });
  expect(asText).toHaveLength(expected === undefined ? 0 : 1);
  for (const one of asText) expect(one).toMatch(/^#\/DefinitionString: .* at \//);
});

test('a definition from a text with functions is read as far as it is known', () => {
  const joined = (start: string): JsonObject => ({
    DefinitionString: {
      'Fn::Join': [
        '',
        [`{"StartAt":"${start}","States":{"A":{"Type":"Task","End":true,"Resource":"`, { Ref: 'F' }, '"}}}'],
      ],
    },
  });
  expect(breaches(stateMachine, joined('A'))).toEqual([]);
  expect(breaches(stateMachine, joined('B'))).toEqual(text(/Missing 'StartAt' target: 'B'/));
});

describe('JSON as text', () => {
  const definition = '{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":${n},"End":true}}}';
  test.each<[Json | undefined, Json | undefined, ReturnType<typeof readJsonText>]>([
    ['{"a": 1}', undefined, { value: { a: 1 }, complete: true }],
    ['{a: 1}', undefined, 'broken'],
    [{ Ref: 'A' }, undefined, undefined],
    [undefined, undefined, undefined],
    [{ 'Fn::Sub': '{"a": "${B}"}' }, undefined, { value: { a: '${unresolved}' }, complete: false }],
    [{ 'Fn::Sub': '{"a": ${B}}' }, undefined, undefined],
    [
      { 'Fn::Join': ['', ['{"a": "', { Ref: 'B' }, '"}']] },
      undefined,
      { value: { a: '${unresolved}' }, complete: false },
    ],
    ['{"a": ${n}, "b": "${t}"}', { n: 1, t: 'x"y' }, { value: { a: 1, b: 'x"y' }, complete: true }],
    ['{"a": ${n}}', { n: { Ref: 'N' } }, undefined],
    ['{"a": ${n}', { n: 1 }, 'broken'],
  ])('%j with %j', (value, substitutions, expected) => {
    expect(readJsonText(value, substitutions)).toEqual(expected);
  });

  test.each<[string, JsonObject, RegExp | undefined]>([
    [
      'AWS::StepFunctions::StateMachine',
      { DefinitionString: definition, DefinitionSubstitutions: { n: 3 } },
      undefined,
    ],
    [
      'AWS::StepFunctions::StateMachine',
      { DefinitionString: '{not json' },
      /^#\/DefinitionString: The text is not JSON: /,
    ],
    ['AWS::CloudWatch::Dashboard', { DashboardBody: '{' }, /^#\/DashboardBody: /],
    ['AWS::Events::Rule', { Targets: [{ Input: '{}' }, { Input: '{' }] }, /^#\/Targets\/1\/Input: /],
    [
      'AWS::SecretsManager::Secret',
      { GenerateSecretString: { SecretStringTemplate: 'x' } },
      /^#\/GenerateSecretString\/SecretStringTemplate: /,
    ],
  ])('%s %j', (type, properties, expected) => {
    expect(breachesOf(jsonText, type, properties)).toEqual(text(expected));
  });
});

test.each<[Json, RegExp | undefined]>([
  [{ widgets: [{ type: 'text', properties: { markdown: 'x' } }] }, undefined],
  [{}, undefined],
  [[], /it is not an object/],
  [{ widgets: {} }, /widgets is not a list/],
  [{ widgets: [{ type: 'text' }] }, /\/widgets\/0 should have required property 'properties'/],
])('a dashboard of %j', (body, expected) => {
  expect(breaches(dashboard, { DashboardBody: JSON.stringify(body) })).toEqual(text(expected));
});

const rule = (rulePriority: number): JsonObject => ({ rulePriority, selection: {}, action: { type: 'expire' } });
test.each<[Json, RegExp | undefined]>([
  [{ rules: [rule(1), rule(2)] }, undefined],
  [{ rules: [] }, /no list of rules/],
  [{ rules: [rule(1), rule(1)] }, /Rule 1 has the rulePriority 1 of another rule/],
  [{ rules: [{ rulePriority: 1, selection: {} }] }, /Rule 0 has no action/],
])('a lifecycle policy of %j', (policy, expected) => {
  const LifecyclePolicyText = JSON.stringify(policy);
  expect(breaches(lifecyclePolicy, { LifecyclePolicy: { LifecyclePolicyText } })).toEqual(text(expected));
});
