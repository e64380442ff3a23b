import type { JsonObject } from '../../../../../lib/constraints/json';
import { Ids } from '../../../../../lib/local/aws/ids';
import type { Identity } from '../../../../../lib/local/aws/schema/identity';
import { identityOf } from '../../../../../lib/local/aws/schema/identity';
import { testAccount, testRegion } from '../engine';

function identity(type: string, properties: JsonObject, generation = 0): Identity {
  const context = {
    stackName: 'Stack',
    stackId: 'arn:stack',
    account: testAccount,
    region: testRegion,
    partition: 'aws',
    urlSuffix: 'amazonaws.com',
  };
  return identityOf(
    { ...context, type, logicalId: 'Thing', properties, generation, createdAt: '2026-11-25T00:00:00.000Z' },
    new Ids('seed'),
  );
}

// Source of each row: "Return values" of the type in the CloudFormation template reference.
test.each<[string, JsonObject, RegExp]>([
  ['AWS::S3::Bucket', {}, /^stack-thing-[a-z0-9]{12}$/],
  ['AWS::S3::Bucket', { BucketName: 'data' }, /^data$/],
  ['AWS::KMS::Key', {}, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['AWS::IAM::Role', { RoleName: 'r' }, /^r$/],
  [
    'AWS::IAM::ManagedPolicy',
    { ManagedPolicyName: 'p', Path: '/team/' },
    /^arn:aws:iam::111111111111:policy\/team\/p$/,
  ],
  ['AWS::SSM::Parameter', { Name: '/a/b' }, /^\/a\/b$/],
  ['AWS::SNS::Topic', { TopicName: 't' }, /^arn:aws:sns:eu-central-1:111111111111:t$/],
  ['AWS::SQS::Queue', { QueueName: 'q' }, /^https:\/\/sqs\.eu-central-1\.amazonaws\.com\/111111111111\/q$/],
  [
    'AWS::SageMaker::Endpoint',
    { EndpointName: 'chat' },
    /^arn:aws:sagemaker:eu-central-1:111111111111:endpoint\/chat$/,
  ],
  [
    'AWS::ApplicationAutoScaling::ScalableTarget',
    { ResourceId: 'endpoint/a/variant/b', ScalableDimension: 'd', ServiceNamespace: 'sagemaker' },
    /^endpoint\/a\/variant\/b\|d\|sagemaker$/,
  ],
  ['AWS::Bedrock::KnowledgeBase', { Name: 'kb' }, /^[A-Z0-9]{10}$/],
  ['AWS::Bedrock::Guardrail', {}, /^arn:aws:bedrock:eu-central-1:111111111111:guardrail\/[a-z0-9]{12}$/],
  [
    'AWS::S3Vectors::Index',
    { VectorBucketArn: 'arn:aws:s3vectors:eu-central-1:111111111111:bucket/vb', IndexName: 'ix' },
    /^arn:aws:s3vectors:eu-central-1:111111111111:bucket\/vb\/index\/ix$/,
  ],
  ['AWS::EC2::Subnet', {}, /^subnet-[0-9a-f]{17}$/],
  ['AWS::EC2::Route', { RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0' }, /^rtb-1\|0\.0\.0\.0\/0$/],
  [
    'AWS::SecretsManager::Secret',
    { Name: 'db' },
    /^arn:aws:secretsmanager:eu-central-1:111111111111:secret:db-[A-Z0-9]{6}$/,
  ],
])('Ref of %s with %j', (type, properties, expected) => {
  expect(identity(type, properties).physicalId).toMatch(expected);
});

test.each<[string, JsonObject, string, RegExp]>([
  ['AWS::S3::Bucket', { BucketName: 'b' }, 'RegionalDomainName', /^b\.s3\.eu-central-1\.amazonaws\.com$/],
  ['AWS::SageMaker::Endpoint', { EndpointName: 'chat' }, 'EndpointName', /^chat$/],
  [
    'AWS::IAM::Role',
    { RoleName: 'r', Path: '/service-role/' },
    'Arn',
    /^arn:aws:iam::111111111111:role\/service-role\/r$/,
  ],
  ['AWS::Logs::LogGroup', { LogGroupName: '/x' }, 'Arn', /^arn:aws:logs:eu-central-1:111111111111:log-group:\/x:\*$/],
  [
    'AWS::ECR::Repository',
    { RepositoryName: 'r' },
    'RepositoryUri',
    /^111111111111\.dkr\.ecr\.eu-central-1\.amazonaws\.com\/r$/,
  ],
  ['AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }, 'CidrBlock', /^10\.0\.0\.0\/16$/],
  ['AWS::EC2::EIP', {}, 'AllocationId', /^eipalloc-[0-9a-f]{17}$/],
])('GetAtt of %s with %j: %s', (type, properties, name, expected) => {
  expect(identity(type, properties).attribute(name)).toMatch(expected);
});

test('identifier, ARN and attribute of one resource name the same thing', () => {
  const base = identity('AWS::Bedrock::KnowledgeBase', { Name: 'kb' });
  expect(base.attribute('KnowledgeBaseId')).toBe(base.physicalId);
  expect(base.attribute('KnowledgeBaseArn')).toBe(
    `arn:aws:bedrock:eu-central-1:111111111111:knowledge-base/${base.physicalId}`,
  );
  const guardrail = identity('AWS::Bedrock::Guardrail', {});
  expect(guardrail.physicalId.split('/').at(-1)).toBe(guardrail.attribute('GuardrailId'));
});

test('a replacement gets another generated identifier and keeps a given name', () => {
  expect(identity('AWS::KMS::Key', {}, 1).physicalId).not.toBe(identity('AWS::KMS::Key', {}).physicalId);
  expect(identity('AWS::S3::Bucket', { BucketName: 'b' }, 1).physicalId).toBe('b');
});

test.each<[string, JsonObject, boolean]>([
  ['AWS::S3::Bucket', { BucketName: 'b' }, true],
  ['AWS::S3::Bucket', {}, false],
  ['AWS::IAM::Policy', { PolicyName: 'inline' }, false],
  ['AWS::Bedrock::Guardrail', { Name: 'g' }, true],
  ['AWS::EC2::Route', { RouteTableId: 'r', DestinationCidrBlock: '0.0.0.0/0' }, true],
  ['AWS::EC2::Subnet', { CidrBlock: '10.0.0.0/24' }, false],
])('%s with %j claims a unique name: %s', (type, properties, unique) => {
  expect(identity(type, properties).uniqueKey !== undefined).toBe(unique);
});

test('an attribute the type lacks has no value', () => {
  expect(identity('AWS::SNS::Topic', {}).attribute('Arn')).toBeUndefined();
});

test('a security group has one id under each of its names', () => {
  const group = identity('AWS::EC2::SecurityGroup', { GroupDescription: 'd' });
  expect(group.physicalId).toMatch(/^sg-[0-9a-f]{17}$/);
  expect([group.attribute('GroupId'), group.attribute('Id')]).toEqual([group.physicalId, group.physicalId]);
});
