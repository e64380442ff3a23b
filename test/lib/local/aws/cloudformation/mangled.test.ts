import fc from 'fast-check';
import type { Json, JsonObject } from '../../../../../lib/constraints/json';
import { isList, isObject, tryParseJson } from '../../../../../lib/constraints/json';
import { templateConstraints } from '../../../../../lib/constraints/template';
import { planDeployment } from '../../../../../lib/local/aws/cloudformation/plan';
import { ServiceError } from '../../../../../lib/local/aws/errors';
import { Engine } from '../engine';

/** A template that uses every part of the language. */
const whole: JsonObject = {
  AWSTemplateFormatVersion: '2010-09-09',
  Transform: ['AWS::LanguageExtensions'],
  Description: 'whole',
  Metadata: { 'AWS::CloudFormation::Interface': { ParameterGroups: [] } },
  Parameters: {
    Stage: { Type: 'String', Default: 'dev', AllowedValues: ['dev', 'prod'], AllowedPattern: '[a-z]+', MinLength: 1 },
    Count: { Type: 'Number', Default: 3, MinValue: 1, MaxValue: 5 },
    Names: { Type: 'CommaDelimitedList', Default: 'A,B' },
    Zone: { Type: 'AWS::EC2::AvailabilityZone::Name', Default: 'eu-central-1a' },
    Image: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/aws/service/debian/release/12/latest/amd64' },
  },
  Mappings: { Sizes: { dev: { Memory: 128, Zones: ['a', 'b'] }, prod: { Memory: 256, Zones: ['a'] } } },
  Rules: {
    Prod: {
      RuleCondition: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
      Assertions: [{ Assert: { 'Fn::Contains': [['prod'], { Ref: 'Stage' }] }, AssertDescription: 'prod' }],
    },
  },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    NotProd: { 'Fn::Not': [{ Condition: 'IsProd' }] },
    Any: { 'Fn::Or': [{ Condition: 'IsProd' }, { 'Fn::And': [{ Condition: 'NotProd' }, { Condition: 'NotProd' }] }] },
  },
  Resources: {
    Topic: {
      Type: 'AWS::SNS::Topic',
      Condition: 'Any',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Delete',
      Properties: {
        DisplayName: {
          'Fn::If': [
            'IsProd',
            { 'Fn::Sub': '${Stage}-${AWS::Region}' },
            { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }]] },
          ],
        },
        Tags: [{ Key: 'memory', Value: { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'Memory'] } }],
      },
    },
    'Fn::ForEach::Queues': [
      'Name',
      { Ref: 'Names' },
      {
        'Queue${Name}': {
          Type: 'AWS::SQS::Queue',
          DependsOn: ['Topic'],
          Properties: { Tags: [{ Key: 'zone', Value: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] } }] },
        },
      },
    ],
    Parameter: {
      Type: 'AWS::SSM::Parameter',
      Metadata: { reason: 'test' },
      Properties: {
        Type: 'String',
        Value: { 'Fn::Sub': ['${T}/${Topic.TopicName}', { T: { 'Fn::GetAtt': ['Topic', 'TopicArn'] } }] },
        Description: { 'Fn::Base64': { 'Fn::Select': ['1', { 'Fn::Split': [',', 'x,y'] }] } },
      },
    },
  },
  Outputs: {
    Blocks: { Value: { 'Fn::ToJsonString': { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] } }, Export: { Name: 'blocks' } },
    Length: { Value: { 'Fn::Length': { Ref: 'Names' } }, Condition: 'NotProd', Description: 'count' },
  },
};

const names = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'Ref',
  'Condition',
  'Fn::If',
  'Fn::ForEach::X',
  '',
];
const replacement = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    '',
    ' ',
    [],
    {},
    0,
    -1,
    1e21,
    Number.MAX_VALUE,
    [[]],
    [null],
    { Ref: 'Topic' },
    { Condition: 'Any' },
  ),
  fc.constantFrom(...names).map((Ref): Json => ({ Ref })),
  fc.constantFrom(...names).map((name): Json => ({ 'Fn::GetAtt': [name, name] })),
  fc.constantFrom(...names).map((name): Json => ({ 'Fn::Sub': `\${${name}}\${${name}.${name}}` })),
  fc.constantFrom(...names),
  fc.jsonValue().map((value) => value as Json),
);
const change = fc.record({
  at: fc.nat(400),
  kind: fc.constantFrom('value', 'key', 'drop'),
  value: replacement,
  key: fc.constantFrom(...names),
});

/** Changes the n-th place of a value, counted in reading order. */
function mangled(
  value: Json,
  { at, kind, value: other, key: name }: { at: number; kind: string; value: Json; key: string },
): Json {
  let left = at;
  const walk = (current: Json): Json => {
    if (isList(current))
      return current.flatMap((child) => (left-- === 0 ? (kind === 'drop' ? [] : [other]) : [walk(child)]));
    if (!isObject(current)) return current;
    return Object.fromEntries(
      Object.entries(current).flatMap(([key, child]) => {
        if (left-- !== 0) return [[key, walk(child)]];
        return kind === 'drop' ? [] : kind === 'key' ? [[name, child]] : [[key, other]];
      }),
    );
  };
  return walk(value);
}

/** `planned`, or the error of the service; anything else is a crash. */
function received(templateText: string): string {
  const engine = new Engine();
  const request = { ...engine.request({ Resources: {} }, {}), templateText };
  try {
    planDeployment(engine.stack('Mangled'), request, engine.cloud);
    return 'planned';
  } catch (error) {
    if (error instanceof ServiceError && error.status === 400 && error.message !== '') return error.code;
    throw error;
  }
}

test('the template itself is planned, and no rule speaks about it', () => {
  expect(received(JSON.stringify(whole))).toBe('planned');
  expect(templateConstraints.flatMap((rule) => rule.check(whole))).toEqual([]);
});

test('a template with changed places is planned or refused, and rules do not crash on it', () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const text = JSON.stringify(changes.reduce<Json>(mangled, whole));
      outcomes.add(received(text));
      const template = tryParseJson(text);
      if (isObject(template)) for (const rule of templateConstraints) rule.check(template);
    }),
    { numRuns: 300 },
  );
  expect([...outcomes].toSorted()).toEqual(['ValidationError', 'planned']);
});

const text = `${JSON.stringify(whole, undefined, 1)}\n`;
const yaml = text.replace(/^ *[{}],?\n/gm, '').replaceAll('"', "'");

test.each([
  ['JSON', text],
  ['YAML', yaml],
])('a text of %s with changed characters is planned or refused', (_name, source) => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.nat(source.length),
          fc.nat(6),
          fc.constantFrom('', '"', "'", '{', ']', ': ', '\n', '\t', '&a ', '*a', '<<: ', '!Sub ', '\0', '|'),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      (edits) => {
        const edited = edits.reduce(
          (current, [at, length, inserted]) => current.slice(0, at) + inserted + current.slice(at + length),
          source,
        );
        expect(received(edited)).toMatch(/^(?:planned|ValidationError)$/);
      },
    ),
    { numRuns: 100 },
  );
});

test.each([
  ['deep objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  [
    'deep lists in a resource',
    `{"Resources":{"T":{"Type":"AWS::SNS::Topic","Properties":{"DisplayName":${'['.repeat(5000)}${']'.repeat(5000)}}}}}`,
  ],
  ['deep YAML', `Resources: ${'['.repeat(50_000)}`],
  ['nothing', ''],
  ['a null', 'null'],
  ['a list', '[]'],
  ['a byte order mark alone', '\uFEFF'],
  ['many aliases', `a: &a [x,x]\n${Array.from({ length: 40 }, (_, n) => `b${n}: &b${n} [*a,*a]`).join('\n')}\n`],
])('%s is refused', (_name, templateText) => {
  expect(received(templateText)).toBe('ValidationError');
});
