import * as iam from 'aws-cdk-lib/aws-iam';
import { BedrockKnowledgeBase } from '../../../../constructs/aws/knowledge/bedrock-knowledge-base';
import type { Chunking } from '../../../../constructs/aws/knowledge/chunking';
import type { DataRetention } from '../../../../constructs/aws/retention/data-retention';
import type { TemplateJson } from '../../../helpers/aws-app';
import { at, keyArn, onlyResource, resourcesOf, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { knowledgeBaseSlice } from '../../../helpers/aws-plan-fixture';
import { statementsOf } from '../../../helpers/aws-policies';
import { codedErrorOf } from '../../../helpers/coded-error';

const indexArn = 'arn:aws:s3vectors:eu-central-1:111111111111:bucket/vectors/index/documents';
const slice = knowledgeBaseSlice();

function synthesize(chunking: Chunking = slice.chunking, dataRetention: DataRetention = 'destroy'): TemplateJson {
  const stack = testStack();
  const base = new BedrockKnowledgeBase(stack, 'Base', {
    ...slice,
    store: { ...slice, indexArn },
    documents: { bucketName: slice.sourceBucketName, prefix: slice.prefix, chunking },
    encryptionKey: testKey(stack),
    dataRetention,
  });
  base.grants.retrieve(new iam.Role(stack, 'Reader', { assumedBy: new iam.AccountRootPrincipal() }));
  base.grants.ingest(new iam.Role(stack, 'Writer', { assumedBy: new iam.AccountRootPrincipal() }));
  return templateOf(stack);
}

const template = synthesize();
const base = onlyResource(template, 'AWS::Bedrock::KnowledgeBase');

test('embeds with the model and the length of its props, into the given index', () => {
  expect(base.Properties).toMatchObject({
    Name: 'support-dev-handbook',
    KnowledgeBaseConfiguration: {
      Type: 'VECTOR',
      VectorKnowledgeBaseConfiguration: {
        EmbeddingModelArn: 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0',
        EmbeddingModelConfiguration: {
          BedrockEmbeddingModelConfiguration: { Dimensions: 1024, EmbeddingDataType: 'FLOAT32' },
        },
      },
    },
    StorageConfiguration: { Type: 'S3_VECTORS', S3VectorsConfiguration: { IndexArn: indexArn } },
  });
});

test('is created after the policy that Bedrock uses at creation', () => {
  const access = resourcesOf(template, 'AWS::IAM::Policy')
    .map(([id]) => id)
    .filter((id) => id.startsWith('BaseAccess'));
  expect(access).toHaveLength(1);
  expect(base.DependsOn).toEqual(access);
});

test('reads one prefix of a bucket of this account, and encrypts what it holds in transit', () => {
  expect(onlyResource(template, 'AWS::Bedrock::DataSource').Properties).toMatchObject({
    DataSourceConfiguration: {
      Type: 'S3',
      S3Configuration: {
        BucketArn: 'arn:aws:s3:::support-dev-knowledge-111111111111',
        BucketOwnerAccountId: '111111111111',
        InclusionPrefixes: ['handbook/'],
      },
    },
    ServerSideEncryptionConfiguration: { KmsKeyArn: keyArn },
  });
});

test('deleting the data source leaves the vectors in their index', () => {
  expect(onlyResource(template, 'AWS::Bedrock::DataSource').Properties.DataDeletionPolicy).toBe('RETAIN');
});

test.each([
  ['Reader', ['bedrock:Retrieve']],
  [
    'Writer',
    ['bedrock:GetDataSource', 'bedrock:GetIngestionJob', 'bedrock:ListIngestionJobs', 'bedrock:StartIngestionJob'],
  ],
])('%s may do what was granted on this knowledge base', (role, actions) => {
  const [id] = resourcesOf(template, 'AWS::Bedrock::KnowledgeBase').map(([logicalId]) => logicalId);
  const grants = statementsOf(template).filter(({ where }) => where.startsWith(`${role}DefaultPolicy`));
  expect(grants.map((grant) => [grant.actions, grant.resources])).toEqual([
    [actions, [{ 'Fn::GetAtt': [id, 'KnowledgeBaseArn'] }]],
  ]);
});

test.each([
  [
    { kind: 'fixed', maxTokens: 500, overlapPercentage: 10 },
    {
      ChunkingStrategy: 'FIXED_SIZE',
      FixedSizeChunkingConfiguration: { MaxTokens: 500, OverlapPercentage: 10 },
    },
  ],
  [{ kind: 'none' }, { ChunkingStrategy: 'NONE' }],
] as const)('splits documents as %j', (chunking, expected) => {
  const source = onlyResource(synthesize(chunking), 'AWS::Bedrock::DataSource').Properties;
  expect(at(source, 'VectorIngestionConfiguration', 'ChunkingConfiguration')).toEqual(expected);
});

test.each([
  [{ kind: 'fixed', maxTokens: 300, overlapPercentage: 20 }, 'support-dev-handbook-fixed-300-20'],
  [{ kind: 'fixed', maxTokens: 500, overlapPercentage: 20 }, 'support-dev-handbook-fixed-500-20'],
  [{ kind: 'fixed', maxTokens: 300, overlapPercentage: 10 }, 'support-dev-handbook-fixed-300-10'],
  [{ kind: 'none' }, 'support-dev-handbook-none'],
] as const)('a data source that splits as %j has a name of its own', (chunking, name) => {
  expect(onlyResource(synthesize(chunking), 'AWS::Bedrock::DataSource').Properties.Name).toBe(name);
});

test('refuses an index that cannot hold chunks, a prefix that is the bucket, and splits that Bedrock has not', async () => {
  const stack = testStack('app');
  const error = await codedErrorOf(
    () =>
      new BedrockKnowledgeBase(stack, 'Base', {
        ...slice,
        name: 'support dev',
        store: { ...slice, indexArn, nonFilterableMetadataKeys: [] },
        documents: {
          bucketName: 'Documents',
          prefix: '',
          chunking: { kind: 'fixed', maxTokens: 0, overlapPercentage: 200 },
        },
        encryptionKey: testKey(stack),
        dataRetention: 'destroy',
      }),
  );
  expect(error).toMatchObject({
    code: 'InvalidProps',
    place: 'app/Base',
    got: [
      'name: "support dev"',
      'store.nonFilterableMetadataKeys: []',
      'documents.bucketName: "Documents"',
      'documents.prefix: ""',
      'documents.chunking.maxTokens: 0',
      'documents.chunking.overlapPercentage: 200',
    ],
  });
  expect(error.fix).toContain(
    "create the index with nonFilterableMetadataKeys ['AMAZON_BEDROCK_METADATA', 'AMAZON_BEDROCK_TEXT']",
  );
});

test.each([
  ['retain', 'RetainExceptOnCreate'],
  ['destroy', 'Delete'],
] as const)('with retention %s knowledge base and data source have the policy %s', (dataRetention, policy) => {
  const stateful = Object.values(synthesize(undefined, dataRetention).Resources).filter(({ Type }) =>
    Type.startsWith('AWS::Bedrock'),
  );
  expect(stateful.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual([policy, policy]);
});
