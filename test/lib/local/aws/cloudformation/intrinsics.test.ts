import fc from 'fast-check';
import { cidrBlocks } from '../../../../../lib/local/aws/cloudformation/cidr';
import { resolve } from '../../../../../lib/local/aws/cloudformation/intrinsics';
import type { Scope } from '../../../../../lib/local/aws/cloudformation/scope';
import type { Json } from '../../../../../lib/local/aws/json';

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
  ['Sub keeps escaped placeholders', { 'Fn::Sub': '${!Literal}' }, '${Literal}'],
  ['Sub prefers local variables', { 'Fn::Sub': ['${Size}', { Size: { Ref: 'Bucket' } }] }, 'my-bucket'],
  ['Join of a list parameter', { 'Fn::Join': ['-', { Ref: 'Zones' }] }, 'a-b'],
  ['Split and Select', { 'Fn::Select': [1, { 'Fn::Split': ['-', 'x-y-z'] }] }, 'y'],
  ['Select with a text index', { 'Fn::Select': ['0', ['x']] }, 'x'],
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
  ['a list where Join needs text', { 'Fn::Join': ['', [['a']]] }, /expected a string, got \["a"\]/],
])('fails on %s and says where', (_name, expression, message) => {
  expect(() => resolve(expression, scope, '/x')).toThrow(message);
});

test('fails on Fn::Length without the language extensions transform', () => {
  expect(() => resolve({ 'Fn::Length': [1] }, { ...scope, languageExtensions: false }, '/x')).toThrow(
    /AWS::LanguageExtensions/,
  );
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
