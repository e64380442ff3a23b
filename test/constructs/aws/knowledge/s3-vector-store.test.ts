import type { S3VectorStoreProps } from '../../../../constructs/aws/knowledge/s3-vector-store';
import { S3VectorStore } from '../../../../constructs/aws/knowledge/s3-vector-store';
import type { TemplateJson } from '../../../helpers/aws-app';
import { keyArn, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { knowledgeBaseSlice } from '../../../helpers/aws-plan-fixture';

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
    IndexName: 'documents',
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
  ['retain', 'RetainExceptOnCreate'],
  ['destroy', 'Delete'],
] as const)('with retention %s bucket and index have the policy %s', (dataRetention, policy) => {
  const policies = Object.values(synthesize({ dataRetention }).Resources).map(({ DeletionPolicy }) => DeletionPolicy);
  expect(policies).toEqual([policy, policy]);
});
