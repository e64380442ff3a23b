import type { ResourceNode } from '../../../../lib/graph';
import { readAssembly } from '../../../../lib/graph';
import { aws, changeFacts, changesBetween } from '../../../helpers/changes';
import { resourceNode } from '../../../helpers/resource-node';

const bucket = aws('AWS::S3::Bucket', 'Data', { BucketName: 'data' }, { stateful: true, retained: true });

test('equal graphs have no changes, whatever the order of keys', () => {
  const next = aws('AWS::Lambda::Function', 'F', { Role: 'r', Code: { S3Key: 'k' } });
  expect(changesBetween([next], [aws('AWS::Lambda::Function', 'F', { Code: { S3Key: 'k' }, Role: 'r' })])).toEqual([]);
});

test.each<[string, ResourceNode[], ResourceNode[], object]>([
  ['create', [], [bucket], { kind: 'create', losesData: false }],
  ['destroy what is retained', [bucket], [], { kind: 'destroy', losesData: false }],
  ['destroy what is not', [{ ...bucket, retained: false }], [], { kind: 'destroy', losesData: true }],
  ['destroy what holds no data', [aws('AWS::SNS::Topic', 'T', {})], [], { kind: 'destroy', losesData: false }],
  [
    'replace what is retained',
    [bucket],
    [{ ...bucket, properties: { BucketName: 'other' } }],
    { kind: 'replace', causes: ['BucketName'], losesData: false },
  ],
  [
    'replace what only a deletion of the stack retains',
    [bucket],
    [{ ...bucket, properties: { BucketName: 'other' }, retainedOnReplace: false }],
    { kind: 'replace', losesData: true },
  ],
  [
    'update',
    [bucket],
    [{ ...bucket, properties: { BucketName: 'data', AccessControl: 'Private' } }],
    { kind: 'update', causes: [], properties: [{ path: 'AccessControl', after: 'Private', effect: 'update' }] },
  ],
  [
    'a retention that ends',
    [bucket],
    [{ ...bucket, retained: false }],
    { kind: 'update', properties: [{ path: 'retained' }, { path: 'retainedOnReplace' }] },
  ],
  [
    'another type under the same address',
    [bucket],
    [{ ...bucket, type: 'AWS::S3::DirectoryBucket' }],
    { kind: 'replace', causes: ['Type'] },
  ],
])('%s', (_title, base, next, expected) => {
  expect(changesBetween(base, next)).toMatchObject([expected]);
});

test.each<[type: string, before: ResourceNode['properties'], after: ResourceNode['properties'], causes: string[]]>([
  [
    'AWS::Bedrock::KnowledgeBase',
    {
      KnowledgeBaseConfiguration: { Type: 'VECTOR', VectorKnowledgeBaseConfiguration: { EmbeddingModelArn: 'titan' } },
    },
    {
      KnowledgeBaseConfiguration: { Type: 'VECTOR', VectorKnowledgeBaseConfiguration: { EmbeddingModelArn: 'cohere' } },
    },
    ['KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn'],
  ],
  [
    'AWS::Bedrock::DataSource',
    { VectorIngestionConfiguration: { ChunkingConfiguration: { FixedSizeChunkingConfiguration: { MaxTokens: 300 } } } },
    { VectorIngestionConfiguration: { ChunkingConfiguration: { FixedSizeChunkingConfiguration: { MaxTokens: 512 } } } },
    ['VectorIngestionConfiguration.ChunkingConfiguration.FixedSizeChunkingConfiguration.MaxTokens'],
  ],
  ['AWS::S3Vectors::Index', { Dimension: 1024 }, { Dimension: 512 }, ['Dimension']],
  [
    'AWS::SageMaker::EndpointConfig',
    { ProductionVariants: [{ VariantName: 'a', InstanceType: 'ml.g6e.xlarge' }] },
    { ProductionVariants: [{ VariantName: 'a', InstanceType: 'ml.g6e.2xlarge' }] },
    ['ProductionVariants.0.InstanceType'],
  ],
  ['AWS::OpenSearchServerless::Collection', { Name: 'c' }, { Name: 'c', Tags: [{ Key: 'a', Value: 'b' }] }, ['Tags']],
  [
    'azure-native:cognitiveservices:Deployment',
    { properties: { model: { name: 'a' } } },
    { properties: { model: { name: 'b' } } },
    ['properties.model.name'],
  ],
])('%s is replaced because of what differs in it', (type, before, after, causes) => {
  const node = resourceNode({ type, properties: before });
  expect(changesBetween([node], [{ ...node, properties: after }])).toMatchObject([{ kind: 'replace', causes }]);
});

test('a type without schema may be replaced by any change', () => {
  const node = aws('Acme::Thing::It', 'It', { Size: 1 });
  const [change] = changesBetween([node], [{ ...node, properties: { Size: 2 } }]);
  expect(change).toMatchObject({ kind: 'replace', certain: false, causes: ['Size'] });
});

test('the provider has the last word about kind and causes', () => {
  const node = resourceNode({ type: 'aws_s3_bucket', properties: { bucket: 'a' } });
  const next = { ...node, properties: { bucket: 'b' } };
  const facts = { ...changeFacts, verdictOf: () => ({ kind: 'update', causes: [] }) as const };
  expect(changesBetween([node], [next], facts)).toMatchObject([{ kind: 'update', causes: [] }]);
  expect(changesBetween([node], [next], { ...facts, verdictOf: () => ({ kind: 'none', causes: [] }) })).toEqual([]);
  expect(changesBetween([], [node], { ...facts, verdictOf: () => ({ kind: 'import', causes: [] }) })).toMatchObject([
    { kind: 'import' },
  ]);
});

test('what a provider forgets stays in the account, with its data', () => {
  const node = resourceNode({ type: 'aws_s3_bucket', properties: {}, stateful: true });
  expect(changesBetween([node], [])).toMatchObject([{ kind: 'destroy', losesData: true }]);
  const facts = { ...changeFacts, verdictOf: () => ({ kind: 'forget', causes: [] }) as const };
  expect(changesBetween([node], [], facts)).toMatchObject([{ kind: 'destroy', losesData: false }]);
});

describe('downstream of a replacement', () => {
  const template = (instance: string) => ({
    environment: 'dev',
    stack: 'app',
    template: {
      Resources: {
        Model: { Type: 'AWS::SageMaker::Model', Properties: { ExecutionRoleArn: 'role' } },
        Config: {
          Type: 'AWS::SageMaker::EndpointConfig',
          Properties: {
            ProductionVariants: [
              { VariantName: 'a', ModelName: { 'Fn::GetAtt': ['Model', 'ModelName'] }, InstanceType: instance },
            ],
          },
        },
        Endpoint: {
          Type: 'AWS::SageMaker::Endpoint',
          Properties: { EndpointConfigName: { 'Fn::GetAtt': ['Config', 'EndpointConfigName'] } },
        },
        Waits: { Type: 'AWS::SNS::Topic', Properties: {}, DependsOn: 'Config' },
      },
    },
  });

  test('an endpoint whose configuration is replaced is updated, and what only waits for it is not', () => {
    const changes = changesBetween(
      readAssembly([template('ml.g6e.xlarge')]),
      readAssembly([template('ml.g6e.2xlarge')]),
    );
    expect(changes).toMatchObject([
      { address: 'app/Config', kind: 'replace', causes: ['ProductionVariants.0.InstanceType'] },
      {
        address: 'app/Endpoint',
        kind: 'update',
        properties: [{ path: 'EndpointConfigName', effect: 'update' }],
        downstreamOf: ['app/Config'],
      },
    ]);
  });

  test('a replacement goes on through create-only references, as certain as they are', () => {
    const base = readAssembly([template('ml.g6e.xlarge')]);
    const next = base.map((node) =>
      node.address === 'app/Model' ? { ...node, properties: { ExecutionRoleArn: 'other' } } : node,
    );
    expect(changesBetween(base, next)).toMatchObject([
      { address: 'app/Config', kind: 'replace', certain: false, downstreamOf: ['app/Model'] },
      { address: 'app/Endpoint', kind: 'update', downstreamOf: ['app/Config'] },
      { address: 'app/Model', kind: 'replace' },
    ]);
  });

  test('a parameter hands a new value on to another stack', () => {
    const parameter = aws('AWS::SSM::Parameter', 'P', { Value: 'a' });
    const taker = resourceNode({ type: 'AWS::SNS::Topic', address: 'other/T', stack: 'other', dependsOn: ['app/P'] });
    const changes = changesBetween([parameter, taker], [{ ...parameter, properties: { Value: 'b' } }, taker]);
    expect(changes).toMatchObject([
      { address: 'app/P' },
      { address: 'other/T', kind: 'update', downstreamOf: ['app/P'] },
    ]);
  });

  test('a ring of references ends', () => {
    const one = aws('AWS::S3Vectors::Index', 'A', { IndexName: { Ref: 'B' } }, { dependsOn: ['app/B'] });
    const two = aws('AWS::S3Vectors::Index', 'B', { IndexName: { Ref: 'A' }, Dimension: 1 }, { dependsOn: ['app/A'] });
    const changes = changesBetween([one, two], [one, { ...two, properties: { ...two.properties, Dimension: 2 } }]);
    expect(changes.map(({ address, kind }) => `${address} ${kind}`)).toEqual(['app/A replace', 'app/B replace']);
  });
});

test('10,000 resources are compared with a number of steps in proportion to them', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => aws('AWS::SNS::Topic', `Topic${i}`, { TopicName: `t${i}` }));
  let asked = 0;
  const facts = {
    placesOf: (type: string) => {
      asked += 1;
      return changeFacts.placesOf(type);
    },
  };
  const base = many(10_000);
  const next = base.map((node, i) => (i % 100 === 0 ? { ...node, properties: { TopicName: `n${i}` } } : node));
  expect(changesBetween(base, next, facts)).toHaveLength(100);
  expect(asked).toBe(1);
});
