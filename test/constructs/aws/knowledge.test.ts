import * as iam from 'aws-cdk-lib/aws-iam';
import type { Chunking, DataRetention } from '../../../constructs/aws';
import { BedrockKnowledgeBase, S3VectorStore } from '../../../constructs/aws';
import type { TemplateJson } from '../../helpers/aws-app';
import { at, keyArn, onlyResource, resourcesOf, templateOf, testKey, testStack } from '../../helpers/aws-app';
import { knowledgeBaseSlice } from '../../helpers/aws-plan-fixture';
import { statementsOf } from '../../helpers/aws-policies';

function synthesize(
  options: {
    readonly chunking?: Chunking;
    readonly dataRetention?: DataRetention;
    readonly keys?: readonly string[];
  } = {},
): TemplateJson {
  const stack = testStack();
  const kept = { encryptionKey: testKey(stack), dataRetention: options.dataRetention ?? 'destroy' } as const;
  const slice = knowledgeBaseSlice(options.keys === undefined ? {} : { nonFilterableMetadataKeys: options.keys });
  const store = new S3VectorStore(stack, 'Vectors', { ...slice, ...kept });
  const base = new BedrockKnowledgeBase(stack, 'Base', {
    ...slice,
    ...kept,
    indexArn: store.indexArn,
    documents: {
      bucketName: slice.sourceBucketName,
      prefix: slice.prefix,
      chunking: options.chunking ?? slice.chunking,
    },
  });
  base.grants.retrieve(new iam.Role(stack, 'Reader', { assumedBy: new iam.AccountRootPrincipal() }));
  return templateOf(stack);
}

test('the vectors have the length and the metric of the embedding, and the key of the environment', () => {
  const template = synthesize();
  const encryption = { SseType: 'aws:kms', KmsKeyArn: keyArn };
  expect(onlyResource(template, 'AWS::S3Vectors::VectorBucket').Properties.EncryptionConfiguration).toEqual(encryption);
  expect(onlyResource(template, 'AWS::S3Vectors::Index').Properties).toMatchObject({
    DataType: 'float32',
    Dimension: 1024,
    DistanceMetric: 'cosine',
    EncryptionConfiguration: encryption,
    MetadataConfiguration: { NonFilterableMetadataKeys: ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA'] },
  });
  const { Properties } = onlyResource(template, 'AWS::Bedrock::KnowledgeBase');
  const embedding = ['VectorKnowledgeBaseConfiguration', 'EmbeddingModelConfiguration'];
  expect(at(Properties, 'KnowledgeBaseConfiguration', ...embedding)).toEqual({
    BedrockEmbeddingModelConfiguration: { Dimensions: 1024, EmbeddingDataType: 'FLOAT32' },
  });
});

test('an index without metadata keys has no metadata configuration, whose list may not be empty', () => {
  const index = onlyResource(synthesize({ keys: [] }), 'AWS::S3Vectors::Index');
  expect(index.Properties).not.toHaveProperty('MetadataConfiguration');
});

test('the base is made after the policy Bedrock tries at its creation', () => {
  const template = synthesize();
  const policies = resourcesOf(template, 'AWS::IAM::Policy').map(([id]) => id);
  const access = policies.filter((id) => id.startsWith('BaseAccess'));
  expect(access).toHaveLength(1);
  expect(onlyResource(template, 'AWS::Bedrock::KnowledgeBase').DependsOn).toEqual(access);
});

test('the role embeds with one model, reads one prefix and uses one index', () => {
  const template = synthesize();
  const own = statementsOf(template).filter(({ where }) => where.startsWith('BaseAccessPolicy'));
  const [indexId] = resourcesOf(template, 'AWS::S3Vectors::Index').map(([id]) => id);
  expect(own.flatMap(({ resources }) => resources)).toEqual([
    'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0',
    'arn:aws:s3:::support-dev-knowledge-111111111111',
    'arn:aws:s3:::support-dev-knowledge-111111111111/handbook/*',
    { 'Fn::GetAtt': [indexId, 'IndexArn'] },
    keyArn,
  ]);
  const actions = own.flatMap((statement) => statement.actions);
  expect(actions).toContain('s3vectors:GetVectors');
  expect(actions.filter((action) => /Create|Update|DeleteKnowledge|DeleteIndex|PassRole/.test(action))).toEqual([]);
});

test('a reader may find passages and not start ingestion', () => {
  const grant = statementsOf(synthesize()).filter(({ where }) => where.startsWith('Reader'));
  expect(grant.flatMap(({ actions }) => actions)).toEqual(['sts:AssumeRole', 'bedrock:Retrieve']);
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
] as const)('documents are cut as %j', (chunking, expected) => {
  const source = onlyResource(synthesize({ chunking }), 'AWS::Bedrock::DataSource').Properties;
  expect(at(source, 'VectorIngestionConfiguration', 'ChunkingConfiguration')).toEqual(expected);
});

test('deleting the data source leaves the vectors to their own stack', () => {
  expect(onlyResource(synthesize(), 'AWS::Bedrock::DataSource').Properties).toMatchObject({
    DataDeletionPolicy: 'RETAIN',
    ServerSideEncryptionConfiguration: { KmsKeyArn: keyArn },
  });
});

test.each([
  ['retain', 'Retain'],
  ['destroy', 'Delete'],
] as const)('with retention %s everything that holds documents or vectors has policy %s', (dataRetention, policy) => {
  const template = synthesize({ dataRetention });
  const stateful = Object.values(template.Resources).filter(({ Type }) => /S3Vectors|Bedrock/.test(Type));
  expect(stateful.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual([policy, policy, policy, policy]);
});
