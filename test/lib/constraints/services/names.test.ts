import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { resourceSchema } from '../../../../lib/constraints/schema/service-spec';
import { fifoName } from '../../../../lib/constraints/services/fifo-name';
import { nameRows } from '../../../../lib/constraints/services/name-rows';
import { resourceName } from '../../../../lib/constraints/services/resource-name';
import { tagRules } from '../../../../lib/constraints/services/tags';
import { breachesOf } from '../llm/around';

const text = (expected: RegExp | undefined) =>
  expected === undefined ? [] : [expect.stringMatching(expected) as string];

test.each(nameRows)('$type has the property $property', ({ type, property }) => {
  expect(Object.keys(resourceSchema(type)?.properties ?? {})).toContain(property);
});

test.each<[string, string, readonly string[], readonly string[]]>([
  [
    'AWS::S3::Bucket',
    'BucketName',
    ['abc', 'a'.repeat(63), 'a.b-c', 'my-xn--a', 'a-s3alias-b'],
    ['ab', 'a'.repeat(64), 'A-b', 'a..b', '1.2.3.4', 'xn--a', 'sthree-a', 'amzn-s3-demo-a', 'a-s3alias', 'a--ol-s3'],
  ],
  ['AWS::SageMaker::Endpoint', 'EndpointName', ['a', 'a'.repeat(63), 'a--b'], ['', 'a'.repeat(64), '-a', 'a-', 'a_b']],
  ['AWS::Bedrock::Agent', 'AgentName', ['a', 'a-b_c', 'a'.repeat(100)], ['a--b', '-a', 'a'.repeat(101)]],
  ['AWS::KMS::Alias', 'AliasName', ['alias/a', 'alias/a/b'], ['a', 'alias/', 'alias/aws/s3', 'alias/a b']],
  ['AWS::SSM::Parameter', 'Name', ['/a/b', 'a.b'], ['/aws/x', 'ssm', 'AWS/x', 'a b']],
  ['AWS::ECR::Repository', 'RepositoryName', ['ab', 'a/b-c'], ['a', 'A', 'a//b', 'a-', 'a'.repeat(257)]],
  ['AWS::SQS::Queue', 'QueueName', ['a', 'a.fifo'], ['a.b', 'a'.repeat(81)]],
  ['AWS::Logs::LogGroup', 'LogGroupName', ['/aws/lambda/a', 'a#b'], ['', 'a b', 'a'.repeat(513)]],
])('%s: %s', (type, property, good, bad) => {
  for (const name of good) expect(breachesOf(resourceName, type, { [property]: name })).toEqual([]);
  for (const name of bad) {
    expect(breachesOf(resourceName, type, { [property]: name })).toEqual([
      expect.stringMatching(
        new RegExp(`^#/${property}: Value '.*' \\(${name.length} characters\\) is not a valid name: expected .+$`),
      ),
    ]);
  }
});

test('a generated name and one that is a function are not judged', () => {
  expect(breachesOf(resourceName, 'AWS::S3::Bucket', {})).toEqual([]);
  expect(breachesOf(resourceName, 'AWS::S3::Bucket', { BucketName: { Ref: 'Name' } })).toEqual([]);
});

describe.each([
  ['AWS::SQS::Queue', 'QueueName', 'FifoQueue'],
  ['AWS::SNS::Topic', 'TopicName', 'FifoTopic'],
])('%s', (type, name, flag) => {
  test.each<[JsonObject, RegExp | undefined]>([
    [{ [name]: 'a.fifo', [flag]: true }, undefined],
    [{ [name]: 'a.fifo', [flag]: 'true' }, undefined],
    [{ [name]: 'a' }, undefined],
    [{ [name]: 'a', [flag]: { Ref: 'Fifo' } }, undefined],
    [{ [name]: { Ref: 'Name' }, [flag]: true }, undefined],
    [{ [flag]: true, ContentBasedDeduplication: true }, undefined],
    [{ ContentBasedDeduplication: false }, undefined],
    [{ [name]: 'a', [flag]: true }, /must end with \.fifo suffix\. The name is 'a'$/],
    [{ [name]: 'a.fifo' }, /suffix \.fifo is for a FIFO/],
    [{ ContentBasedDeduplication: true }, /^#\/ContentBasedDeduplication: .*is not true$/],
  ])('%j', (properties, expected) => {
    expect(breachesOf(fifoName, type, properties)).toEqual(text(expected));
  });
});

describe('tags', () => {
  const list = (...keys: readonly string[]) => keys.map((Key) => ({ Key, Value: 'v' }));
  test.each<[string, Json, RegExp | undefined]>([
    ['a list', list('team', 'aws-cdk:x', 'Team'), undefined],
    ['an object', { team: 'a', 'my:aws:key': 'b' }, undefined],
    ['a function', { 'Fn::If': ['a', list('aws:x'), []] }, undefined],
    ['a function in a list', [{ 'Fn::If': ['a', { Key: 'aws:x' }, { Ref: 'AWS::NoValue' }] }], undefined],
    ['a reserved key in a list', list('a', 'aws:b'), /^#\/Tags\/1\/Key: Tag keys starting with 'aws:'.*'aws:b'$/],
    ['a reserved key in another case', list('AWS:b'), /reserved/],
    ['a reserved key in an object', { 'aws:b': 'c' }, /^#\/Tags\/aws:b: .*reserved/],
    ['a reserved key of KMS tags', [{ TagKey: 'aws:b', TagValue: 'c' }], /^#\/Tags\/0\/TagKey: /],
    ['a key twice', list('a', 'a'), /^#\/Tags\/1\/Key: Duplicate tag keys found/],
    ['a long key', list('k'.repeat(129)), /has 129 characters/],
    ['an empty key', list(''), /has 0 characters/],
    ['a long value', { a: 'v'.repeat(257) }, /'a' has 257 characters/],
    ['51 tags', list(...Array.from({ length: 51 }, (_unused, index) => `k${index}`)), /has 51 tags/],
  ])('%s', (_name, Tags, expected) => {
    expect(breachesOf(tagRules, 'AWS::S3::Bucket', { Tags })).toEqual(text(expected));
  });

  test('of other properties, and of a custom resource', () => {
    expect(breachesOf(tagRules, 'AWS::EFS::FileSystem', { FileSystemTags: list('aws:x') })).toHaveLength(1);
    expect(breachesOf(tagRules, 'Custom::Thing', { Tags: list('aws:x') })).toEqual([]);
  });
});
