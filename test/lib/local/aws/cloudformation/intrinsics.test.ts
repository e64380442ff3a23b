import fc from 'fast-check';
import type { Json } from '../../../../../lib/constraints/json';
import { cidrBlocks } from '../../../../../lib/local/aws/cloudformation/cidr';
import { resolve } from '../../../../../lib/local/aws/cloudformation/intrinsics';
import type { Scope } from '../../../../../lib/local/aws/cloudformation/scope';

const scope: Scope = {
  pseudo: {
    account: '111111111111',
    region: 'eu-central-1',
    partition: 'aws',
    urlSuffix: 'amazonaws.com',
    stackId: 'arn:stack',
    stackName: 'Demo',
    notificationArns: [],
  },
  parameters: new Map<string, Json>([
    ['Size', '3'],
    ['Zones', ['a', 'b']],
  ]),
  mappings: { Ami: { 'eu-central-1': { id: 'ami-1' } } },
  languageExtensions: true,
  condition: (name) => name === 'Yes',
  resource: (logicalId) =>
    logicalId === 'Bucket'
      ? { physicalId: 'my-bucket', attribute: (name) => (name === 'Arn' ? 'arn:aws:s3:::my-bucket' : undefined) }
      : undefined,
  importValue: (name) => (name === 'shared' ? 'value' : undefined),
  stackOutput: (reference) => JSON.stringify(reference),
  existing: { exists: () => true, attribute: () => undefined },
};

test.each<[string, Json, Json | undefined]>([
  ['Ref of a resource is its physical id', { Ref: 'Bucket' }, 'my-bucket'],
  ['Ref of a list parameter is a list', { Ref: 'Zones' }, ['a', 'b']],
  ['Ref of a pseudo parameter', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
  ['NoValue removes a key', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
  ['NoValue removes a list element', [1, { Ref: 'AWS::NoValue' }, 2], [1, 2]],
  ['GetAtt as a list', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:aws:s3:::my-bucket'],
  ['GetAtt as text', { 'Fn::GetAtt': 'Bucket.Arn' }, 'arn:aws:s3:::my-bucket'],
  [
    'Sub with parameters, attributes and pseudo parameters',
    { 'Fn::Sub': '${Size}/${Bucket.Arn}/${AWS::Region}' },
    '3/arn:aws:s3:::my-bucket/eu-central-1',
  ],
  [
    'GetStackOutput with functions inside',
    { 'Fn::GetStackOutput': { StackName: { 'Fn::Sub': 'net-${Size}' }, OutputName: 'Id', Region: 'us-east-1' } },
    '{"stackName":"net-3","outputName":"Id","region":"us-east-1"}',
  ],
  ['Ref of a function', { Ref: { 'Fn::Sub': 'Size' } }, '3'],
  ['GetAtt of functions', { 'Fn::GetAtt': [{ 'Fn::Sub': 'Bucket' }, 'Arn'] }, 'arn:aws:s3:::my-bucket'],
  ['Sub keeps escaped placeholders', { 'Fn::Sub': '${!Literal}' }, '${Literal}'],
  ['Sub prefers local variables', { 'Fn::Sub': ['${Size}', { Size: { Ref: 'Bucket' } }] }, 'my-bucket'],
  ['Join of a list parameter', { 'Fn::Join': ['-', { Ref: 'Zones' }] }, 'a-b'],
  ['Split and Select', { 'Fn::Select': [1, { 'Fn::Split': ['-', 'x-y-z'] }] }, 'y'],
  ['Select with a text index', { 'Fn::Select': ['0', ['x']] }, 'x'],
  ['Sub of a number variable', { 'Fn::Sub': ['${N}', { N: 3 }] }, '3'],
  ['Sub of a dotted local variable', { 'Fn::Sub': ['${a.b}', { 'a.b': 'v' }] }, 'v'],
  ['Sub trims its names', { 'Fn::Sub': '${ Size }' }, '3'],
  ['Cidr without host bits', { 'Fn::Cidr': ['10.0.0.0/16', 1] }, ['10.0.0.0/24']],
  ['GetAZs of a region', { 'Fn::GetAZs': 'us-west-1' }, ['us-west-1a', 'us-west-1b']],
  ['Equals as a value', { 'Fn::Equals': [1, '1'] }, true],
  ['Not as a value', { 'Fn::Not': [{ 'Fn::Equals': [1, 1] }] }, false],
  ['an object with two keys is data', { Ref: 'Bucket', Other: 1 }, { Ref: 'Bucket', Other: 1 }],
  ['If takes the true branch', { 'Fn::If': ['Yes', 1, { Ref: 'Missing' }] }, 1],
  ['If may remove a value', { a: { 'Fn::If': ['No', 1, { Ref: 'AWS::NoValue' }] } }, {}],
  ['FindInMap with a computed key', { 'Fn::FindInMap': ['Ami', { Ref: 'AWS::Region' }, 'id'] }, 'ami-1'],
  ['FindInMap with a default', { 'Fn::FindInMap': ['Ami', 'x', 'id', { DefaultValue: 'none' }] }, 'none'],
  ['GetAZs of the empty region', { 'Fn::GetAZs': '' }, ['eu-central-1a', 'eu-central-1b', 'eu-central-1c']],
  ['ImportValue', { 'Fn::ImportValue': 'shared' }, 'value'],
  ['Base64', { 'Fn::Base64': 'hi' }, 'aGk='],
  ['Cidr', { 'Fn::Cidr': ['10.0.0.0/16', 2, '8'] }, ['10.0.0.0/24', '10.0.1.0/24']],
  ['Length', { 'Fn::Length': { Ref: 'Zones' } }, 2],
  ['ToJsonString', { 'Fn::ToJsonString': { a: { Ref: 'Size' } } }, '{"a":"3"}'],
  [
    'a policy document keeps its Condition block',
    { Condition: { StringEquals: { a: 'b' } } },
    { Condition: { StringEquals: { a: 'b' } } },
  ],
])('%s', (_name, expression, expected) => {
  expect(resolve(expression, scope, '/x')).toEqual(expected);
});

test.each<[string, Json, RegExp]>([
  ['a reference to nothing', { Ref: 'Nothing' }, /Unresolved resource dependencies \[Nothing\] at \/x/],
  ['an attribute the resource lacks', { 'Fn::GetAtt': ['Bucket', 'Colour'] }, /does not support attribute type Colour/],
  ['an index past the end', { 'Fn::Select': [5, ['a']] }, /nonexistent value at index 5/],
  [
    'an unknown mapping key',
    { 'Fn::FindInMap': ['Ami', 'us-east-1', 'id'] },
    /Unable to get mapping for Ami::us-east-1::id/,
  ],
  ['an export that does not exist', { 'Fn::ImportValue': 'absent' }, /No export named absent found/],
  ['an unknown function', { 'Fn::Frobnicate': 1 }, /unknown intrinsic function Fn::Frobnicate at \/x/],
  ['a transform', { 'Fn::Transform': { Name: 'x' } }, /runs no transforms/],
  ['a function with other keys', { 'Fn::Join': ['', []], other: 1 }, /must be the only key/],
  [
    'a Join without a list',
    { 'Fn::Join': ['-', 'a'] },
    /Fn::Join at \/x is malformed: expected a delimiter and a list/,
  ],
  ['a Join whose delimiter is a number', { 'Fn::Join': [1, ['a']] }, /expected a delimiter and a list/],
  [
    'a Join of three elements',
    { 'Fn::Join': ['-', ['a'], 1] },
    /Fn::Join at \/x is malformed: expected a list of 2 elements/,
  ],
  ['a Select from text', { 'Fn::Select': [0, 'a'] }, /the second element must be a list/],
  ['a Select before the start', { 'Fn::Select': [-1, ['a']] }, /nonexistent value at index -1/],
  ['a Split by a number', { 'Fn::Split': [1, 'a'] }, /the delimiter must be a string/],
  ['a Split of a list', { 'Fn::Split': ['-', ['a']] }, /expected a string, got \["a"\]/],
  ['an If of two elements', { 'Fn::If': ['Yes', 1] }, /expected a list of 3 elements/],
  ['an If whose condition is no name', { 'Fn::If': [true, 1, 2] }, /the first element must be a condition name/],
  ['a Ref that is no name', { Ref: ['A'] }, /Ref at \/x is malformed: expected a name/],
  ['a GetAtt without an attribute', { 'Fn::GetAtt': 'Bucket' }, /expected a logical id and an attribute name/],
  ['a GetAtt of nothing', { 'Fn::GetAtt': ['Gone', 'Arn'] }, /references undefined resource Gone at \/x/],
  ['a Sub of a number', { 'Fn::Sub': 1 }, /expected a string, or a string and a map/],
  ['a Sub whose variables are a list', { 'Fn::Sub': ['a', ['b']] }, /expected a string, or a string and a map/],
  ['a Sub of nothing', { 'Fn::Sub': '${Nothing}' }, /Unresolved resource dependencies \[Nothing\]/],
  ['a Sub of a list', { 'Fn::Sub': '${Zones}' }, /Fn::Sub at \/x is malformed: expected a string, got \["a","b"\]/],
  ['a Cidr that is no list', { 'Fn::Cidr': 'x' }, /Fn::Cidr at \/x is malformed/],
  ['a Cidr with too many blocks', { 'Fn::Cidr': ['10.0.0.0/24', 2, 8] }, /Fn::Cidr at \/x is malformed: cannot divide/],
  ['a Length of text', { 'Fn::Length': 'abc' }, /Fn::Length at \/x is malformed: expected a list/],
  ['a FindInMap that is no list', { 'Fn::FindInMap': 'Ami' }, /Fn::FindInMap at \/x is malformed/],
  ['a Base64 of NoValue', { 'Fn::Base64': { Ref: 'AWS::NoValue' } }, /expected a string, got AWS::NoValue/],
  ['an error inside, with its path', { A: [{ B: { Ref: 'Nothing' } }] }, /\[Nothing\] at \/x\/A\/0\/B/],
  ['a list where Join needs text', { 'Fn::Join': ['', [['a']]] }, /expected a string, got \["a"\]/],
])('fails on %s and says where', (_name, expression, message) => {
  expect(() => resolve(expression, scope, '/x')).toThrow(message);
});

test('fails on Fn::Length without the language extensions transform', () => {
  expect(() => resolve({ 'Fn::Length': [1] }, { ...scope, languageExtensions: false }, '/x')).toThrow(
    /AWS::LanguageExtensions/,
  );
});

test('FindInMap takes its default only with the language extensions, and only when there is no value', () => {
  const find = (key: string): Json => ({ 'Fn::FindInMap': ['Ami', key, 'id', { DefaultValue: { Ref: 'Size' } }] });
  expect(resolve(find('eu-central-1'), scope, '/x')).toBe('ami-1');
  expect(resolve(find('other'), scope, '/x')).toBe('3');
  expect(() => resolve(find('other'), { ...scope, languageExtensions: false }, '/x')).toThrow('Unable to get mapping');
});

test('Cidr blocks never overlap and stay inside the block they were cut from', () => {
  const address = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  fc.assert(
    fc.property(
      fc.integer({ min: 8, max: 24 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 16 }),
      (prefix, bits, count) => {
        const blocks = cidrBlocks(`10.0.0.0/${prefix}`, count, bits);
        const room = 2 ** (32 - prefix - bits);
        if (bits > 32 - prefix || count > room) return blocks === undefined;
        const starts = (blocks ?? []).map((block) => address(block.split('/')[0] ?? ''));
        const end = address('10.0.0.0') + 2 ** (32 - prefix);
        return (
          starts.length === count &&
          starts.every((start, index) => start === address('10.0.0.0') + index * 2 ** bits && start + 2 ** bits <= end)
        );
      },
    ),
  );
});

test('Cidr cuts IPv6 blocks of 64 host bits', () => {
  expect(cidrBlocks('2001:db8:1234:1a00::/56', 2, 64)).toEqual(['2001:db8:1234:1a00::/64', '2001:db8:1234:1a01::/64']);
});
