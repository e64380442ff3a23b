import { templateConstraints } from '../../../../lib/constraints/template';
import { problems, topic } from './problems';

const named = (value: unknown) => ({ ...topic, Properties: { DisplayName: value } });
const when = (value: unknown) => ({ Conditions: { C: value } });

test('every rule has an id of its own and a source', () => {
  const ids = templateConstraints.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(templateConstraints.every(({ source }) => source.url.startsWith('https://') && source.asOf !== '')).toBe(true);
});

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['a small template', {}],
  [
    'a template whose macro may change everything',
    { Transform: 'Example', Resources: { T: { Type: 'Nope' } }, Nope: 1 },
  ],
  ['a template with an include', { Metadata: { 'Fn::Transform': { Name: 'AWS::Include' } }, Resources: { T: 1 } }],
  [
    'a SAM template',
    { Transform: ['AWS::Serverless-2016-10-31'], Resources: { F: { Type: 'AWS::Serverless::Function' } } },
  ],
  ['a type of another publisher', { Resources: { M: { Type: 'Example::Monitoring::Monitor' } } }],
  ['a module', { Resources: { M: { Type: 'Example::Network::Vpc::MODULE' } } }],
  [
    'a loop over the default of a parameter',
    {
      Transform: 'AWS::LanguageExtensions',
      Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'A,B' } },
      Resources: { 'Fn::ForEach::Topics': ['X', { Ref: 'Names' }, { 'Topic${X}': named({ Ref: 'X' }) }] },
      Outputs: { O: { Value: { 'Fn::GetAtt': ['TopicA', 'TopicName'] } } },
    },
  ],
  [
    'a loop over what is not known',
    {
      Transform: 'AWS::LanguageExtensions',
      Parameters: { Names: { Type: 'CommaDelimitedList' } },
      Resources: { 'Fn::ForEach::Topics': ['X', { Ref: 'Names' }, { 'Topic${X}': named({ Ref: 'X' }) }] },
      Outputs: { O: { Value: { Ref: 'TopicA' } } },
    },
  ],
  [
    'a circle that a condition may break',
    {
      Conditions: { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'x'] } },
      Resources: {
        A: named({ 'Fn::If': ['C', { Ref: 'B' }, 'x'] }),
        B: named({ 'Fn::If': ['C', 'x', { Ref: 'A' }] }),
      },
    },
  ],
  [
    'an attribute that a parameter names',
    {
      Parameters: { Attribute: { Type: 'String' } },
      Outputs: { O: { Value: { 'Fn::GetAtt': ['T', { Ref: 'Attribute' }] } } },
    },
  ],
  [
    'a default in place of a mapping',
    {
      Transform: 'AWS::LanguageExtensions',
      Resources: { T: named({ 'Fn::FindInMap': ['M', 'a', 'b', { DefaultValue: 'x' }] }) },
    },
  ],
  ['a description of a resource', { Resources: { T: { ...topic, Description: 'tells the team' } } }],
  ['a condition key in a policy', { Resources: { T: { ...topic, Properties: { X: { Condition: 'any text' } } } } }],
  [
    'the Ref of a function with the extensions',
    { Transform: 'AWS::LanguageExtensions', Resources: { T: named({ Ref: { 'Fn::Sub': 'x' } }) } },
  ],
])('says nothing about %s', (_name, sections) => {
  expect(problems(sections)).toEqual([]);
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['a condition of two functions', when({ 'Fn::Equals': ['a', 'b'], 'Fn::Not': [] }), 'is not a condition'],
  ['a condition that is text', when('x'), '/Conditions/C is not a condition'],
  ['a condition that is another function', when({ 'Fn::Join': ['', ['a']] }), '/Conditions/C is not a condition'],
  ['a condition named by a list', when({ Condition: ['x'] }), '/Conditions/C is not a condition'],
  ['Fn::Not of two', when({ 'Fn::Not': [{ 'Fn::Equals': [1, 1] }, { 'Fn::Equals': [1, 1] }] }), 'every Fn::Not object'],
  [
    'Fn::And of one',
    when({ 'Fn::And': [{ 'Fn::Equals': [1, 1] }] }),
    'every Fn::And object requires a list of at least 2',
  ],
  ['Fn::Or of eleven', when({ 'Fn::Or': Array(11).fill({ 'Fn::Equals': [1, 1] }) }), 'every Fn::Or object requires'],
  [
    'a fault inside Fn::Or',
    when({ 'Fn::Or': [{ 'Fn::Equals': [1, 1] }, 'x'] }),
    '/Conditions/C/Fn::Or/1 is not a condition',
  ],
  [
    'a condition that names none',
    when({ 'Fn::Not': [{ Condition: 'D' }] }),
    'Unresolved condition dependency D in the Conditions block',
  ],
  [
    'a condition that names a parameter nobody declared',
    when({ 'Fn::Equals': [{ Ref: 'P' }, 'x'] }),
    'Unresolved dependencies [P]. Cannot reference resources',
  ],
  [
    'a condition that reads a stack',
    when({ 'Fn::Equals': [{ 'Fn::GetStackOutput': { StackName: 'a', OutputName: 'b' } }, 'x'] }),
    'Cannot use Fn::GetStackOutput in Conditions',
  ],
  [
    'Fn::If of two',
    { Resources: { T: named({ 'Fn::If': ['C', 'x'] }) } },
    'Fn::If requires a list argument with three elements',
  ],
  [
    'Fn::If of a function',
    { Resources: { T: named({ 'Fn::If': [{ Ref: 'C' }, 'x', 'y'] }) } },
    'with the first element being a condition',
  ],
  [
    'a misspelt function',
    { Resources: { T: named({ 'Fn::Joni': ['', []] }) } },
    'unknown intrinsic function Fn::Joni at /Resources/T/Properties/DisplayName - did you mean Fn::Join?',
  ],
  ['Ref of a list', { Resources: { T: named({ Ref: ['T'] }) } }, 'every Ref object must have a single String value'],
  [
    'Fn::Select of text',
    { Resources: { T: named({ 'Fn::Select': [0, 'a'] }) } },
    'Fn::Select requires a list argument with two elements',
  ],
  [
    'Fn::Split of a list',
    { Resources: { T: named({ 'Fn::Split': [',', ['a']] }) } },
    'every Fn::Split object requires',
  ],
  [
    'Fn::Sub of a list of one',
    { Resources: { T: named({ 'Fn::Sub': ['a'] }) } },
    "Fn::Sub intrinsic functions don't specify expected arguments",
  ],
  ['Fn::Base64 of an object', { Resources: { T: named({ 'Fn::Base64': { a: 1, b: 2 } }) } }, 'every Fn::Base64 object'],
  [
    'Fn::GetAtt of one name',
    { Resources: { T: named({ 'Fn::GetAtt': 'T' }) } },
    'every Fn::GetAtt object requires two non-empty parameters',
  ],
  [
    'Fn::FindInMap of two',
    { Resources: { T: named({ 'Fn::FindInMap': ['M', 'a'] }) } },
    'every Fn::FindInMap object requires three parameters',
  ],
  ['Fn::Cidr of one', { Resources: { T: named({ 'Fn::Cidr': ['10.0.0.0/16'] }) } }, 'every Fn::Cidr object requires'],
  [
    'Fn::ImportValue of a list',
    { Resources: { T: named({ 'Fn::ImportValue': ['a'] }) } },
    'the attribute in Fn::ImportValue must be a string',
  ],
  [
    'Fn::GetStackOutput without an output',
    { Resources: { T: named({ 'Fn::GetStackOutput': { StackName: 'a' } }) } },
    'requires StackName and OutputName',
  ],
  [
    'a loop without a body',
    { Transform: 'AWS::LanguageExtensions', Resources: { 'Fn::ForEach::L': ['X', ['a']] } },
    'At least one Resources member',
  ],
  [
    'a mapping with two levels',
    { Mappings: { M: { a: 'b' } } },
    '[/Mappings/M/a] Every Mappings attribute must be an object',
  ],
  ['a mapping that is text', { Mappings: { M: 'x' } }, '[/Mappings/M] Every Mappings member must be an object'],
  ['a mapping key with a space', { Mappings: { M: { 'a b': { c: 'd' } } } }, "Mappings attribute name 'a b'"],
  [
    'a mapping with a hyphen in its name',
    { Mappings: { 'M-N': { a: { b: 'c' } } } },
    'Mapping name M-N is non alphanumeric',
  ],
  [
    'a parameter with a hyphen in its name',
    { Parameters: { 'P-Q': { Type: 'String' } } },
    'Parameter name P-Q is non alphanumeric',
  ],
  ['a parameter without a type', { Parameters: { P: {} } }, 'Every Parameters object must contain a Type member'],
  [
    'a parameter of an unknown type',
    { Parameters: { P: { Type: 'Strin' } } },
    'Unrecognized parameter type: Strin (/Parameters/P) - did you mean String?',
  ],
  [
    'a parameter whose default is a list',
    { Parameters: { P: { Type: 'CommaDelimitedList', Default: ['a'] } } },
    'Every Default member must be a string',
  ],
  [
    'a parameter whose allowed values are text',
    { Parameters: { P: { Type: 'String', AllowedValues: 'a' } } },
    'must be a list',
  ],
  ['an output with a hyphen in its name', { Outputs: { 'O-P': { Value: 1 } } }, 'Output name O-P is non alphanumeric'],
  [
    'a default above 4,096 bytes',
    { Parameters: { P: { Type: 'String', Default: 'x'.repeat(4097) } } },
    'has 4097 bytes; the maximum is 4096',
  ],
  ['a section that is text', { Conditions: 'x' }, 'Conditions must be an object'],
  [
    'a snapshot on replacement of a topic',
    { Resources: { T: { ...topic, UpdateReplacePolicy: 'Snapshot' } } },
    'does not support update replace policy Snapshot',
  ],
  [
    'a circle of three',
    {
      Resources: {
        A: { ...topic, DependsOn: 'B' },
        B: { ...topic, DependsOn: 'C' },
        C: { ...topic, DependsOn: ['A'] },
      },
    },
    'Circular dependency between resources: [A, B, C]',
  ],
  [
    'a resource that needs itself',
    { Resources: { A: named({ 'Fn::Sub': '${A}' }) } },
    'Circular dependency between resources: [A]',
  ],
  [
    'what is nested deeper than is read',
    { Metadata: JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`) as unknown },
    'template-nesting',
  ],
])('finds %s', (_name, sections, problem) => {
  expect(problems(sections).join('\n')).toContain(problem);
});

test.each<[unknown, string]>([
  [['X', ['a', 'b'], { Topic: topic }], 'Fn::ForEach makes the key Topic twice'],
  [['X', ['a']], 'Fn::ForEach at /Resources/Fn::ForEach::L is malformed'],
  [['X', ['a'], 'x'], 'Fn::ForEach at /Resources/Fn::ForEach::L is malformed'],
])('finds the loop %j', (loop, problem) => {
  const template = { Transform: 'AWS::LanguageExtensions', Resources: { T: topic, 'Fn::ForEach::L': loop } };
  expect(problems(template).join('\n')).toContain(problem);
});

test('a null in place of the argument of a function is one problem, not two', () => {
  expect(problems({ Resources: { T: named({ 'Fn::GetAZs': null }) } })).toEqual([
    expect.stringMatching(/^template-shape .*'null' values are not allowed in templates/),
  ]);
});
