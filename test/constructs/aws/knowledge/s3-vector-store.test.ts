import type { S3VectorStoreProps } from '../../../../constructs/aws/knowledge/s3-vector-store';
import { S3VectorStore } from '../../../../constructs/aws/knowledge/s3-vector-store';
import type { TemplateJson } from '../../../helpers/aws-app';
import { keyArn, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { knowledgeBaseSlice } from '../../../helpers/aws-plan-fixture';
import { codedErrorOf } from '../../../helpers/coded-error';

const encryption = { SseType: 'aws:kms', KmsKeyArn: keyArn };

function synthesize(props: Partial<S3VectorStoreProps> = {}): TemplateJson {
  const stack = testStack();
  const encryptionKey = testKey(stack);
  new S3VectorStore(stack, 'Vectors', { ...knowledgeBaseSlice(), encryptionKey, dataRetention: 'destroy', ...props });
  return templateOf(stack);
}

const template = synthesize();

test('bucket and index are encrypted with the customer key', () => {
  expect(onlyResource(template, 'AWS::S3Vectors::VectorBucket').Properties).toEqual({
    VectorBucketName: 'support-dev-handbook-vectors',
    EncryptionConfiguration: encryption,
  });
  expect(onlyResource(template, 'AWS::S3Vectors::Index').Properties.EncryptionConfiguration).toEqual(encryption);
});

test('the index has length, metric and metadata keys of its props', () => {
  expect(onlyResource(template, 'AWS::S3Vectors::Index').Properties).toMatchObject({
    IndexName: 'documents-1024-cosine',
    DataType: 'float32',
    Dimension: 1024,
    DistanceMetric: 'cosine',
    MetadataConfiguration: { NonFilterableMetadataKeys: ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA'] },
  });
});

test('an index without metadata keys has no metadata configuration, whose list may not be empty', () => {
  const index = onlyResource(synthesize({ nonFilterableMetadataKeys: [] }), 'AWS::S3Vectors::Index');
  expect(index.Properties).not.toHaveProperty('MetadataConfiguration');
});

test.each([
  ['dimension', { dimension: 4097 }, 4097],
  ['dimension', { dimension: 0 }, 0],
  ['vectorBucketName', { vectorBucketName: 'a.b.c' }, 'a.b.c'],
  ['indexName', { indexName: 'Documents' }, 'Documents'],
  ['nonFilterableMetadataKeys[0]', { nonFilterableMetadataKeys: [''] }, ''],
  ['nonFilterableMetadataKeys.length', { nonFilterableMetadataKeys: 'abcdefghijk'.split('') }, 11],
] as const)('refuses %s with %j', async (prop, props, got) => {
  expect(await codedErrorOf(() => synthesize(props))).toMatchObject({
    code: 'InvalidProps',
    place: `test/Vectors: ${prop}`,
    got,
  });
});

test('hands a knowledge base what it must know of the index', () => {
  const stack = testStack();
  const store = new S3VectorStore(stack, 'Vectors', {
    ...knowledgeBaseSlice(),
    encryptionKey: testKey(stack),
    dataRetention: 'destroy',
  });
  expect(store).toMatchObject({
    dimension: 1024,
    nonFilterableMetadataKeys: ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA'],
  });
});

test.each([
  ['retain', 'RetainExceptOnCreate'],
  ['destroy', 'Delete'],
] as const)('with retention %s bucket and index have the policy %s', (dataRetention, policy) => {
  const policies = Object.values(synthesize({ dataRetention }).Resources).map(({ DeletionPolicy }) => DeletionPolicy);
  expect(policies).toEqual([policy, policy]);
});
