import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { BedrockKnowledgeBaseProps } from '../../../../constructs/aws';
import { BedrockKnowledgeBase, documentsIn, S3VectorStore } from '../../../../constructs/aws';
import type { TemplateJson } from '../../../helpers/aws-app';
import { at, onlyResource, resourcesOf, templateOf, testStack } from '../../../helpers/aws-app';
import type { FoundStatement } from '../../../helpers/aws-policies';
import { statementsOf } from '../../../helpers/aws-policies';
import { codedErrorOf } from '../../../helpers/coded-error';

const titan = 'amazon.titan-embed-text-v2:0';

/** A knowledge base as a team writes it that has a bucket of its own. */
function smallBase(overrides: Partial<BedrockKnowledgeBaseProps> = {}): TemplateJson {
  const stack = testStack();
  const bucket = new s3.Bucket(stack, 'Handbook', { encryption: s3.BucketEncryption.KMS });
  new BedrockKnowledgeBase(stack, 'Base', { embeddingModelId: titan, documents: documentsIn(bucket), ...overrides });
  return templateOf(stack);
}

function rolesKeys(template: TemplateJson): readonly FoundStatement[] {
  return statementsOf(template).filter(
    ({ type, actions }) => type === 'AWS::IAM::Policy' && actions.some((action) => action.startsWith('kms:')),
  );
}

const keyId = (template: TemplateJson, start: string) =>
  resourcesOf(template, 'AWS::KMS::Key').find(([id]) => id.startsWith(start))?.[0];

test('a model and a bucket are enough: index, chunks, key and retention are those of production', () => {
  const template = smallBase();
  expect(onlyResource(template, 'AWS::S3Vectors::Index')).toMatchObject({
    Properties: {
      Dimension: 1024,
      DistanceMetric: 'cosine',
      MetadataConfiguration: { NonFilterableMetadataKeys: ['AMAZON_BEDROCK_METADATA', 'AMAZON_BEDROCK_TEXT'] },
    },
    DeletionPolicy: 'RetainExceptOnCreate',
  });
  const source = onlyResource(template, 'AWS::Bedrock::DataSource').Properties;
  expect(at(source, 'DataSourceConfiguration', 'S3Configuration', 'InclusionPrefixes')).toEqual(['documents/']);
  expect(at(source, 'VectorIngestionConfiguration', 'ChunkingConfiguration')).toMatchObject({
    FixedSizeChunkingConfiguration: { MaxTokens: 300, OverlapPercentage: 20 },
  });
});

test('the role decrypts documents with the key of the bucket, through S3 only, and uses the key of the base', () => {
  const template = smallBase();
  expect(rolesKeys(template)).toMatchObject([
    { resources: [{ 'Fn::GetAtt': [keyId(template, 'BaseKey'), 'Arn'] }] },
    {
      actions: ['kms:Decrypt'],
      resources: [{ 'Fn::GetAtt': [keyId(template, 'Handbook'), 'Arn'] }],
      condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
    },
  ]);
});

test('one key for documents, vectors and base is named once', () => {
  const stack = testStack();
  const encryptionKey = new kms.Key(stack, 'Key');
  const bucket = new s3.Bucket(stack, 'Handbook', { encryption: s3.BucketEncryption.KMS, encryptionKey });
  const store = new S3VectorStore(stack, 'Vectors', { dimension: 1024, encryptionKey });
  const documents = documentsIn(bucket);
  new BedrockKnowledgeBase(stack, 'Base', { embeddingModelId: titan, documents, store, encryptionKey });
  expect(rolesKeys(templateOf(stack))).toHaveLength(1);
});

test('the key of a store of another construct is among those of the role', () => {
  const stack = testStack();
  const bucket = new s3.Bucket(stack, 'Handbook');
  const store = new S3VectorStore(stack, 'Vectors', { dimension: 1024 });
  new BedrockKnowledgeBase(stack, 'Base', { embeddingModelId: titan, documents: documentsIn(bucket), store });
  expect(rolesKeys(templateOf(stack))[0]?.resources).toHaveLength(2);
});

test('the name follows the embedding model and the length of its vectors', () => {
  const nameOf = (props: Partial<BedrockKnowledgeBaseProps>) =>
    onlyResource(smallBase(props), 'AWS::Bedrock::KnowledgeBase').Properties.Name;
  const store = { indexArn: 'arn:i', nonFilterableMetadataKeys: ['AMAZON_BEDROCK_TEXT'] };
  const names = [
    nameOf({}),
    nameOf({ embeddingModelId: 'cohere.embed-english-v3' }),
    nameOf({ store: { ...store, dimension: 512 } }),
  ];
  expect(new Set(names).size).toBe(3);
  expect(nameOf({ store: { ...store, dimension: 1024 } })).toBe(names[0]);
});

test('a model whose length of vectors is not known needs a store', async () => {
  const error = await codedErrorOf(() => smallBase({ embeddingModelId: 'example.embed-v1' }));
  expect(error).toMatchObject({ code: 'InvalidProps', place: 'test/Base: embeddingModelId', got: 'example.embed-v1' });
});
