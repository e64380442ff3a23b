import type { LocalAwsEvent } from '../../../../../lib/local/aws';
import type { TestTemplate } from '../engine';
import { Engine, failures, output } from '../engine';

const model = {
  Type: 'AWS::SageMaker::Model',
  Properties: { ModelName: 'm', ExecutionRoleArn: 'arn:aws:iam::111111111111:role/r' },
};
const config = (instance: string, more: Readonly<Record<string, unknown>> = {}): unknown => ({
  Type: 'AWS::SageMaker::EndpointConfig',
  DependsOn: 'M',
  Properties: {
    EndpointConfigName: 'cfg',
    ProductionVariants: [
      { VariantName: 'main', ModelName: 'm', InstanceType: instance, InitialInstanceCount: 1, InitialVariantWeight: 1 },
    ],
    ...more,
  },
});
const fn = (code: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}): TestTemplate => ({
  Resources: {
    B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'code' } },
    F: {
      Type: 'AWS::Lambda::Function',
      DependsOn: 'B',
      Properties: { Role: 'arn:aws:iam::111111111111:role/r', Code: code, ...more },
    },
  },
});
const parameter = (properties: Readonly<Record<string, unknown>>): TestTemplate => ({
  Resources: { P: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', ...properties } } },
});
const inline = (count: number): TestTemplate => ({
  Resources: {
    R: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r', AssumeRolePolicyDocument: {} } },
    ...Object.fromEntries(
      Array.from({ length: count }, (_unused, index) => [
        `Q${index}`,
        {
          Type: 'AWS::IAM::Policy',
          Properties: {
            PolicyName: `q${index}`,
            Roles: [{ Ref: 'R' }],
            PolicyDocument: { Statement: 'x'.repeat(6000) },
          },
        },
      ]),
    ),
  },
});
const assumed = (service: string): TestTemplate => ({
  Resources: {
    R: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: { Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { Service: service } },
        },
      },
    },
    F: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['R', 'Arn'] }, Code: { ZipFile: 'x' } } },
  },
});
const collection = (covered: string): TestTemplate => ({
  Resources: {
    P: {
      Type: 'AWS::OpenSearchServerless::SecurityPolicy',
      Properties: {
        Name: 'p',
        Type: 'encryption',
        Policy: JSON.stringify({ Rules: [{ ResourceType: 'collection', Resource: [covered] }] }),
      },
    },
    C: { Type: 'AWS::OpenSearchServerless::Collection', DependsOn: 'P', Properties: { Name: 'handbook' } },
  },
});
const endpoint = (name: unknown): unknown => ({
  Type: 'AWS::SageMaker::Endpoint',
  Properties: { EndpointName: 'chat', EndpointConfigName: name },
});
const target = (resourceId: unknown): unknown => ({
  Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
  DependsOn: 'E',
  Properties: {
    ServiceNamespace: 'sagemaker',
    ScalableDimension: 'sagemaker:variant:DesiredInstanceCount',
    ResourceId: resourceId,
    MinCapacity: 1,
    MaxCapacity: 2,
  },
});
const served = (resourceId: unknown): TestTemplate => ({
  Resources: {
    M: model,
    C: config('ml.g5.xlarge'),
    E: endpoint({ 'Fn::GetAtt': ['C', 'EndpointConfigName'] }),
    T: target(resourceId),
  },
});
const knowledge = (indexDimension: number, embedding: Readonly<Record<string, unknown>>): TestTemplate => ({
  Resources: {
    V: { Type: 'AWS::S3Vectors::VectorBucket', Properties: { VectorBucketName: 'vectors' } },
    I: {
      Type: 'AWS::S3Vectors::Index',
      DependsOn: 'V',
      Properties: {
        VectorBucketName: 'vectors',
        IndexName: 'handbook',
        DataType: 'float32',
        DistanceMetric: 'cosine',
        Dimension: indexDimension,
      },
    },
    K: {
      Type: 'AWS::Bedrock::KnowledgeBase',
      Properties: {
        Name: 'kb',
        RoleArn: 'arn:aws:iam::111111111111:role/kb',
        KnowledgeBaseConfiguration: {
          Type: 'VECTOR',
          VectorKnowledgeBaseConfiguration: {
            EmbeddingModelArn: 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0',
            ...embedding,
          },
        },
        StorageConfiguration: {
          Type: 'S3_VECTORS',
          S3VectorsConfiguration: { IndexArn: { 'Fn::GetAtt': ['I', 'IndexArn'] } },
        },
      },
    },
  },
});
const dimensions = (value: number) => ({
  EmbeddingModelConfiguration: { BedrockEmbeddingModelConfiguration: { Dimensions: value } },
});

test.each<[string, TestTemplate]>([
  [
    'an endpoint with a scalable target on its variant',
    served({ 'Fn::Sub': 'endpoint/${E.EndpointName}/variant/main' }),
  ],
  [
    'a KMS key where the instance has no local NVMe',
    { Resources: { M: model, C: config('ml.m5.xlarge', { KmsKeyId: 'k' }) } },
  ],
  ['a local NVMe instance without a KMS key', { Resources: { M: model, C: config('ml.g6e.12xlarge') } }],
  ['a function role Lambda may assume', assumed('lambda.amazonaws.com')],
  ['a collection an encryption policy covers', collection('collection/hand*')],
  ['a parameter of the advanced tier', parameter({ Value: 'x'.repeat(4097), Tier: 'Advanced' })],
  ['an inline policy within its quota', inline(1)],
  ['an environment of 4 KB', fn({ ZipFile: 'x' }, { Environment: { Variables: { A: 'x'.repeat(4088) } } })],
  ['an index of the configured dimension', knowledge(512, dimensions(512))],
  ['an index of the model default dimension', knowledge(1024, {})],
])('accepts %s', (_name, template) => {
  const engine = new Engine();
  expect(failures(engine.deploy(engine.stack('S'), template))).toEqual([]);
});

test.each<[string, TestTemplate, RegExp]>([
  [
    'a KMS key on a local NVMe instance',
    { Resources: { M: model, C: config('ml.g6e.12xlarge', { KmsKeyId: 'k' }) } },
    /^C: .*KmsKeyId is not supported for instance type ml\.g6e\.12xlarge.*#\/KmsKeyId/,
  ],
  [
    'a variant of a model that does not exist',
    {
      Resources: {
        M: { ...model, Properties: { ...model.Properties, ModelName: 'other' } },
        C: config('ml.g5.xlarge'),
      },
    },
    /^C: .*Could not find model "m".*#\/ProductionVariants\/0\/ModelName/,
  ],
  [
    'function code that was never uploaded',
    fn({ S3Bucket: 'code', S3Key: 'a.zip' }),
    /^F: .*NoSuchKey.*#\/Code\/S3Key/,
  ],
  ['function code in a bucket that does not exist', fn({ S3Bucket: 'none', S3Key: 'a.zip' }), /^F: .*NoSuchBucket/],
  [
    'an endpoint whose configuration does not exist',
    { Resources: { E: endpoint('absent') } },
    /^E: .*Could not find endpoint configuration "absent"/,
  ],
  [
    'a scalable target on an endpoint that does not exist',
    served('endpoint/other/variant/main'),
    /^T: .*names endpoint other, which does not exist/,
  ],
  [
    'a scalable target on a variant the endpoint lacks',
    served('endpoint/chat/variant/canary'),
    /^T: .*names variant canary; endpoint chat has \[main\]/,
  ],
  [
    'a scalable target with a malformed resource id',
    served('chat'),
    /^T: .*is not of the form endpoint\/<endpoint name>/,
  ],
  [
    'an index dimension other than the configured one',
    knowledge(1024, dimensions(256)),
    /^K: .*dimension 256 .* does not match the dimension 1024/,
  ],
  [
    'an index dimension other than the model default',
    knowledge(256, {}),
    /^K: .*dimension 1024 .* does not match the dimension 256/,
  ],
])('fails on %s', (_name, template, reason) => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), template);
  expect(stack.status).toBe('ROLLBACK_COMPLETE');
  expect(failures(stack)[0]).toMatch(reason);
});

test('a role that no stack created is reported as unchecked', () => {
  const seen: LocalAwsEvent[] = [];
  const engine = new Engine('test', (event) => seen.push(event));
  const stack = engine.deploy(engine.stack('S'), { Resources: { M: model } });
  expect(stack.status).toBe('CREATE_COMPLETE');
  expect(seen.filter(({ kind }) => kind === 'unverified')).toMatchObject([
    { logicalId: 'M', what: expect.stringContaining('role/r was not created in the local cloud') as unknown },
  ]);
});

test('a stand-in gives a custom resource its attributes and is reported; another attribute is refused', () => {
  const seen: LocalAwsEvent[] = [];
  const engine = new Engine('test', (event) => seen.push(event), {
    'Custom::Lookup': { what: 'answers 42', attributes: ({ Key }) => ({ Answer: `${JSON.stringify(Key)}=42` }) },
  });
  const template = (attribute: string): TestTemplate => ({
    Resources: { C: { Type: 'Custom::Lookup', Properties: { ServiceToken: 'arn:x', Key: 'k' } } },
    Outputs: { O: { Value: { 'Fn::GetAtt': ['C', attribute] } } },
  });
  expect(output(engine.deploy(engine.stack('S'), template('Answer')), 'O')).toBe(`"k"=42`);
  expect(seen.filter(({ kind }) => kind === 'simulated')).toMatchObject([{ logicalId: 'C', what: 'answers 42' }]);
  expect(() => engine.plan(engine.stack('T'), template('Other'))).toThrow(
    /resource C does not support attribute type Other/,
  );
});
