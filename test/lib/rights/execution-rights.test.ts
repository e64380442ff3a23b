import type { JsonObject } from '../../../lib/constraints/json';
import { executionRights } from '../../../lib/rights';
import { managedPolicySize, sizeOf } from '../../../lib/rights/policies';

const target = { partition: 'aws', account: '111111111111', region: 'eu-central-1' };

function rightsOf(resources: JsonObject) {
  return executionRights([{ name: 'notes-dev-foundation', template: { Resources: resources } }], target);
}

function statements(resources: JsonObject) {
  const found = rightsOf(resources);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value.statements;
}

function resourcesOf(resources: JsonObject, action: string): readonly string[] {
  return statements(resources).flatMap(({ Action: actions, Resource: on }) => (actions.includes(action) ? on : []));
}

const trust = (service: string) => ({
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
});

test.each<[string, JsonObject, string, readonly string[]]>([
  [
    'a name',
    { T: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q' } } },
    'sqs:CreateQueue',
    ['arn:aws:sqs:eu-central-1:111111111111:q'],
  ],
  [
    'no name',
    { T: { Type: 'AWS::SQS::Queue' } },
    'sqs:CreateQueue',
    ['arn:aws:sqs:eu-central-1:111111111111:notes-dev-foundation*'],
  ],
  [
    'no name, in lower case',
    { B: { Type: 'AWS::S3::Bucket' } },
    's3:CreateBucket',
    ['arn:aws:s3:::notes-dev-foundation*'],
  ],
  [
    'a name with account and region',
    { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'n-${AWS::AccountId}-${AWS::Region}' } } } },
    's3:CreateBucket',
    ['arn:aws:s3:::n-111111111111-eu-central-1'],
  ],
  [
    'a name that is joined with what is not known',
    { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Join': ['-', ['n', { Ref: 'Other' }]] } } } },
    's3:CreateBucket',
    ['arn:aws:s3:::n-*'],
  ],
  [
    'an index, whose name changes with its dimension: those of its bucket',
    {
      B: { Type: 'AWS::S3Vectors::VectorBucket', Properties: { VectorBucketName: 'notes' } },
      I: { Type: 'AWS::S3Vectors::Index', Properties: { VectorBucketName: { Ref: 'B' }, IndexName: 'documents-1024' } },
    },
    's3vectors:DeleteIndex',
    ['arn:aws:s3vectors:eu-central-1:111111111111:bucket/notes/index/*'],
  ],
  [
    'an index of a bucket that no stack has',
    { I: { Type: 'AWS::S3Vectors::Index', Properties: { VectorBucketName: 'theirs', IndexName: 'documents-1024' } } },
    's3vectors:DeleteIndex',
    ['arn:aws:s3vectors:eu-central-1:111111111111:bucket/*/index/documents-1024'],
  ],
  [
    'a path',
    {
      R: {
        Type: 'AWS::IAM::Role',
        Properties: { RoleName: 'r', Path: '/team/', AssumeRolePolicyDocument: trust('s') },
      },
    },
    'iam:CreateRole',
    ['arn:aws:iam::111111111111:role/team/r'],
  ],
  [
    'an identifier of the service',
    { V: { Type: 'AWS::EC2::VPC' } },
    'ec2:DeleteVpc',
    ['arn:aws:ec2:eu-central-1:111111111111:vpc/*'],
  ],
  ['an action without resources', { V: { Type: 'AWS::EC2::VPC' } }, 'ec2:DescribeVpcs', ['*']],
])('with %s an action is granted on what the template fixes', (_name, resources, action, expected) => {
  expect(resourcesOf(resources, action)).toEqual(expected);
});

const model = {
  Model: { Type: 'AWS::SageMaker::Model', Properties: { ExecutionRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: { RoleName: 'runs', AssumeRolePolicyDocument: trust('sagemaker.amazonaws.com') },
  },
};

test('a role is passed to the service that it trusts, and to no other', () => {
  expect(statements(model).filter(({ Action: actions }) => actions.includes('iam:PassRole'))).toEqual([
    {
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['arn:aws:iam::111111111111:role/runs'],
      Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    },
  ]);
});

test('a role that the environment is given is passed by its ARN', () => {
  const given = {
    Type: 'AWS::SageMaker::Model',
    Properties: { ExecutionRoleArn: 'arn:aws:iam::111111111111:role/theirs' },
  };
  expect(resourcesOf({ Model: given }, 'iam:PassRole')).toEqual(['arn:aws:iam::111111111111:role/theirs']);
});

test('with a permissions boundary only roles that have it are created', () => {
  const boundary = 'arn:aws:iam::111111111111:policy/boundary';
  const role = { ...model.Role, Properties: { ...model.Role.Properties, PermissionsBoundary: boundary } };
  const creating = statements({ role }).filter(({ Action: actions }) => actions.includes('iam:CreateRole'));
  expect(creating).toMatchObject([{ Condition: { StringEquals: { 'iam:PermissionsBoundary': boundary } } }]);
});

test('a boundary is not taken away', () => {
  const boundary = 'arn:aws:iam::111111111111:policy/boundary';
  const role = { ...model.Role, Properties: { ...model.Role.Properties, PermissionsBoundary: boundary } };
  expect(resourcesOf({ role }, 'iam:DeleteRolePermissionsBoundary')).toEqual([]);
});

test('a key that the environment is given is the only one that is used', () => {
  const key = 'arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-4000-8000-000000000001';
  const table = { Type: 'AWS::DynamoDB::Table', Properties: { SSESpecification: { KMSMasterKeyId: key } } };
  expect(resourcesOf({ table }, 'kms:Decrypt')).toEqual([key]);
});

test('what is retained is not deleted', () => {
  const kept = { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
  expect(resourcesOf({ kept }, 'sqs:DeleteQueue')).toEqual([]);
  // A creation that is rolled back deletes it.
  expect(resourcesOf({ kept: { ...kept, DeletionPolicy: 'RetainExceptOnCreate' } }, 'sqs:DeleteQueue')).toHaveLength(1);
});

test('every resource that cannot be narrowed is an issue of one run', () => {
  const found = rightsOf({
    Unknown: { Type: 'Acme::Own::Type' },
    Named: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: 'Name' } } },
    Passing: { Type: 'AWS::SageMaker::Model', Properties: { ExecutionRoleArn: { Ref: 'Role' } } },
    Scaled: { Type: 'AWS::ApplicationAutoScaling::ScalableTarget', Properties: { ServiceNamespace: 'dynamodb' } },
    Custom: { Type: 'Custom::Thing', Properties: { ServiceToken: { Ref: 'Function' } } },
  });
  expect(found.issues.map(({ code, path, got }) => [code, path, got])).toEqual([
    ['RightsNotNarrowed', 'notes-dev-foundation.Named', 'AWS::S3::Bucket'],
    ['RightsNotNarrowed', 'notes-dev-foundation.Unknown', 'Acme::Own::Type'],
    ['RightsNotNarrowed', 'notes-dev-foundation.Passing', 'AWS::SageMaker::Model'],
    ['RightsNotNarrowed', 'notes-dev-foundation.Scaled', 'AWS::ApplicationAutoScaling::ScalableTarget'],
    ['RightsNotNarrowed', 'notes-dev-foundation.Custom', 'Custom::Thing'],
  ]);
});

test('policies stay within the size, however much is needed, and more than a role takes are refused', () => {
  const queues = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_none, index) => [
        `Q${index}`,
        { Type: 'AWS::SQS::Queue', Properties: { QueueName: `queue-${index}` } },
      ]),
    );
  const some = rightsOf(queues(300));
  if (!some.ok) throw new Error(JSON.stringify(some.issues));
  expect(some.value.policies.length).toBeGreaterThan(1);
  for (const { Statement: all } of some.value.policies) expect(sizeOf(all)).toBeLessThanOrEqual(managedPolicySize);
  expect(rightsOf(queues(3000)).issues).toMatchObject([{ code: 'TooManyPolicies' }]);
});

test('the digest is of the rights: the same for the same templates, another for others', () => {
  const digest = (resources: JsonObject) => {
    const found = rightsOf(resources);
    return found.ok ? found.value.digest : '';
  };
  expect(digest(model)).toBe(digest({ ...model }));
  expect(digest(model)).not.toBe(digest({ Role: model.Role }));
});
