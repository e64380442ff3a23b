import { SageMakerExecutionRole } from '../../../../constructs/aws/identity/sagemaker-execution-role';
import { at, keyArn, network, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

const stack = testStack();
new SageMakerExecutionRole(stack, 'Execution', {
  description: 'loads and serves a model',
  network,
  encryptionKey: testKey(stack),
  imageUri: '763104351884.dkr.ecr.eu-central-1.amazonaws.com/vllm@sha256:a1',
  logGroupName: '/aws/sagemaker/Endpoints/chat',
  readPrefixes: ['s3://artifacts/models/chat/'],
  writePrefixes: ['s3://artifacts/output/'],
});
const template = templateOf(stack);
const policy = statementsOf(template).filter(({ type }) => type === 'AWS::IAM::Policy');
const arn = 'arn:aws:ec2:eu-central-1:111111111111';

function allowing(action: string) {
  return policy.filter(({ actions }) => actions.includes(action));
}

test('SageMaker assumes it for resources of this account only', () => {
  expect(at(onlyResource(template, 'AWS::IAM::Role').Properties, 'AssumeRolePolicyDocument', 'Statement', 0)).toEqual({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Service: 'sagemaker.amazonaws.com' },
    Condition: {
      StringEquals: { 'aws:SourceAccount': '111111111111' },
      ArnLike: { 'aws:SourceArn': 'arn:aws:sagemaker:eu-central-1:111111111111:*' },
    },
  });
});

test.each([
  ['ecr:BatchGetImage', ['arn:aws:ecr:eu-central-1:763104351884:repository/vllm']],
  ['ecr:GetAuthorizationToken', ['*']],
  ['s3:GetObject', ['arn:aws:s3:::artifacts/models/chat/*']],
  ['s3:ListBucket', ['arn:aws:s3:::artifacts']],
  ['s3:PutObject', ['arn:aws:s3:::artifacts/output/*']],
  ['kms:Decrypt', [keyArn]],
  ['kms:CreateGrant', [keyArn]],
  [
    'logs:PutLogEvents',
    [
      'arn:aws:logs:eu-central-1:111111111111:log-group:/aws/sagemaker/Endpoints/chat',
      'arn:aws:logs:eu-central-1:111111111111:log-group:/aws/sagemaker/Endpoints/chat:*',
    ],
  ],
  [
    'ec2:CreateNetworkInterface',
    [`${arn}:network-interface/*`, `${arn}:security-group/sg-1`, `${arn}:subnet/subnet-a`, `${arn}:subnet/subnet-b`],
  ],
  ['ec2:DeleteNetworkInterface', [`${arn}:network-interface/*`]],
  ['cloudwatch:PutMetricData', ['*']],
])('may use %s on %j only', (action, resources) => {
  expect(
    allowing(action)
      .flatMap((statement) => statement.resources)
      .toSorted(),
  ).toEqual(resources);
});

test.each([
  ['s3:ListBucket', { StringLike: { 's3:prefix': ['models/chat/*'] } }],
  ['kms:CreateGrant', { Bool: { 'kms:GrantIsForAWSResource': 'true' } }],
  ['ec2:DeleteNetworkInterface', { ArnEquals: { 'ec2:Vpc': `${arn}:vpc/vpc-1` } }],
  [
    'cloudwatch:PutMetricData',
    {
      StringEquals: {
        'cloudwatch:namespace': [
          '/aws/sagemaker/Endpoints',
          '/aws/sagemaker/InferenceComponents',
          '/aws/sagemaker/TrainingJobs',
        ],
      },
    },
  ],
])('%s is limited by %j', (action, condition) => {
  expect(allowing(action).map((statement) => statement.condition)).toEqual([condition]);
});

test('has no action that is a pattern', () => {
  expect(policy.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
});

test('decrypts with the key of a bucket of others only what S3 reads for it', () => {
  const others = testStack('others');
  const readKeyArn = 'arn:aws:kms:eu-central-1:222222222222:key/00000000-0000-4000-8000-000000000002';
  new SageMakerExecutionRole(others, 'Execution', {
    description: 'loads and serves a model',
    network,
    encryptionKey: testKey(others),
    imageUri: '763104351884.dkr.ecr.eu-central-1.amazonaws.com/vllm@sha256:a1',
    logGroupName: '/aws/sagemaker/Endpoints/chat',
    readPrefixes: ['s3://others/models/chat/'],
    readKeyArns: [readKeyArn],
  });
  const found = statementsOf(templateOf(others)).filter(({ resources }) => resources.includes(readKeyArn));
  expect(found.map(({ actions, condition }) => [actions, condition])).toEqual([
    [['kms:Decrypt'], { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } }],
  ]);
});
