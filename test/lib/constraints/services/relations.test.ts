import { keyUsage } from '../../../../lib/constraints/iam/key-usage';
import type { JsonObject } from '../../../../lib/constraints/json';
import { alarm } from '../../../../lib/constraints/services/alarm';
import { bucket } from '../../../../lib/constraints/services/bucket';
import { capacity } from '../../../../lib/constraints/services/capacity';
import { databasePassword } from '../../../../lib/constraints/services/database-password';
import { eventSource } from '../../../../lib/constraints/services/event-source';
import { logPolicies } from '../../../../lib/constraints/services/log-policies';
import { tagRules } from '../../../../lib/constraints/services/tags';
import { vpcEndpoint } from '../../../../lib/constraints/services/vpc-endpoint';
import { breaches, breachesOf, cloud, known, template } from '../llm/around';

const text = (expected: RegExp | undefined) =>
  expected === undefined ? [] : [expect.stringMatching(expected) as string];

describe('an event source', () => {
  const around = cloud([
    known('AWS::SQS::Queue', 'Slow', { VisibilityTimeout: 300 }, 'arn:slow'),
    known('AWS::SQS::Queue', 'Quick', {}, 'arn:quick'),
    known('AWS::SQS::Queue', 'Fifo', { FifoQueue: true, VisibilityTimeout: 300 }, 'arn:fifo'),
    known('AWS::Lambda::Function', 'F', { Timeout: 60 }, 'f'),
    known('AWS::Lambda::Function', 'G', {}, 'g'),
  ]);
  const stream = 'arn:aws:kinesis:eu-central-1:111111111111:stream/s';
  test.each<[JsonObject, RegExp | undefined]>([
    [{ EventSourceArn: 'arn:slow', FunctionName: 'f' }, undefined],
    [{ EventSourceArn: 'arn:quick', FunctionName: 'g' }, undefined],
    [{ EventSourceArn: 'arn:slow', FunctionName: 'f', BatchSize: 100, MaximumBatchingWindowInSeconds: 5 }, undefined],
    [{ EventSourceArn: { Ref: 'Elsewhere' }, FunctionName: 'f', BatchSize: 100 }, undefined],
    [{ EventSourceArn: stream, FunctionName: 'f', StartingPosition: 'LATEST' }, undefined],
    [
      { EventSourceArn: 'arn:quick', FunctionName: 'f' },
      /^#\/EventSourceArn: Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds$/,
    ],
    [
      { EventSourceArn: 'arn:slow', FunctionName: 'f', BatchSize: 11 },
      /batch window in seconds must be greater than 0/,
    ],
    [{ EventSourceArn: 'arn:fifo', FunctionName: 'f', BatchSize: 11 }, /^#\/BatchSize: Batch size of FIFO queues/],
    [{ EventSourceArn: stream, FunctionName: 'f' }, /^#: StartingPosition is required for event sources of kinesis/],
  ])('%j', (properties, expected) => {
    expect(breaches(eventSource, properties, around)).toEqual(text(expected));
  });
});

const metric = (more: JsonObject = {}): JsonObject => ({
  MetricName: 'm',
  Namespace: 'n',
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 3,
  ...more,
});
const math: JsonObject = { Metrics: [], EvaluationPeriods: 3 };
test.each<[JsonObject, RegExp | undefined]>([
  [metric(), undefined],
  [metric({ Period: 10 }), undefined],
  [metric({ Period: 3600, EvaluationPeriods: 168 }), undefined],
  [metric({ Period: { Ref: 'P' } }), undefined],
  [math, undefined],
  [{ EvaluationCriteria: {} }, undefined],
  [{ EvaluationPeriods: 3 }, /either MetricName, Metrics or EvaluationCriteria\. Given are none of them$/],
  [{ ...metric(), Metrics: [] }, /Given are MetricName and Metrics$/],
  [{ ...math, Period: 60 }, /^#\/Period: Period must not be specified beside Metrics/],
  [{ MetricName: 'm', Namespace: 'n', Period: 60, EvaluationPeriods: 1 }, /needs Statistic or ExtendedStatistic$/],
  [metric({ Period: 90 }), /^#\/Period: .*multiple of 60\. It is 90$/],
  [metric({ Period: 300, EvaluationPeriods: 289 }), /must be <= 86400\. It is 289 \* 300 = 86700$/],
  [metric({ Period: 3600, EvaluationPeriods: 169 }), /must be <= 604800/],
  [metric({ DatapointsToAlarm: 4 }), /^#\/DatapointsToAlarm: /],
  [metric({ ExtendedStatistic: 'p90' }), /^#\/ExtendedStatistic: /],
])('an alarm %j', (properties, expected) => {
  expect(breaches(alarm, properties)).toEqual(text(expected));
});

test.each<[string, JsonObject, RegExp | undefined]>([
  ['AWS::AutoScaling::AutoScalingGroup', { MinSize: '1', MaxSize: '3', DesiredCapacity: '2' }, undefined],
  ['AWS::AutoScaling::AutoScalingGroup', { MinSize: '1', MaxSize: { Ref: 'M' }, DesiredCapacity: '2' }, undefined],
  ['AWS::AutoScaling::AutoScalingGroup', { MinSize: '4', MaxSize: '3' }, /^#\/MinSize: MinSize 4 is above MaxSize 3$/],
  [
    'AWS::AutoScaling::AutoScalingGroup',
    { MinSize: '1', MaxSize: '3', DesiredCapacity: '5' },
    /Desired capacity:5 must/,
  ],
  [
    'AWS::EKS::Nodegroup',
    { ScalingConfig: { MinSize: 2, MaxSize: 3, DesiredSize: 1 } },
    /^#\/ScalingConfig\/DesiredSize: /,
  ],
  [
    'AWS::RDS::DBCluster',
    { ServerlessV2ScalingConfiguration: { MinCapacity: 4, MaxCapacity: 2 } },
    /^#\/ServerlessV2ScalingConfiguration\/MinCapacity: /,
  ],
])('%s %j', (type, properties, expected) => {
  expect(breachesOf(capacity, type, properties)).toEqual(text(expected));
});

test.each<[JsonObject, RegExp | undefined]>([
  [{ RouteTableIds: ['a'] }, undefined],
  [{ VpcEndpointType: 'Interface', SubnetIds: ['a'], PrivateDnsEnabled: true }, undefined],
  [{ VpcEndpointType: 'GatewayLoadBalancer', SubnetIds: ['a'] }, undefined],
  [{ VpcEndpointType: { Ref: 'T' }, SubnetIds: ['a'] }, undefined],
  [{ PrivateDnsEnabled: false, SubnetIds: [] }, undefined],
  [{ SubnetIds: ['a'] }, /^#\/SubnetIds: .*only supported for Interface type.*Gateway, the default$/],
  [{ VpcEndpointType: 'Interface', RouteTableIds: ['a'] }, /^#\/RouteTableIds: .*The type is Interface$/],
])('an endpoint %j', (properties, expected) => {
  expect(breaches(vpcEndpoint, properties)).toEqual(text(expected));
});

test.each<[JsonObject, RegExp | undefined]>([
  [{}, undefined],
  [{ EnableKeyRotation: true }, undefined],
  [{ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }, undefined],
  [{ KeySpec: 'NEW_SPEC', KeyUsage: 'SIGN_VERIFY' }, undefined],
  [{ KeySpec: { Ref: 'S' }, KeyUsage: 'SIGN_VERIFY' }, undefined],
  [
    { KeyUsage: 'SIGN_VERIFY' },
    /^#\/KeyUsage: .*not compatible with KeySpec SYMMETRIC_DEFAULT\. Expected ENCRYPT_DECRYPT$/,
  ],
  [{ KeySpec: 'ECC_NIST_P256' }, /^#: KeyUsage ENCRYPT_DECRYPT is not compatible/],
  [{ KeySpec: 'RSA_2048', EnableKeyRotation: true }, /^#\/EnableKeyRotation: /],
])('a key %j', (properties, expected) => {
  expect(breaches(keyUsage, properties)).toEqual(text(expected));
});

const replication: JsonObject = { ReplicationConfiguration: { Role: 'r' } };
test.each<[JsonObject, RegExp | undefined]>([
  [{}, undefined],
  [{ ...replication, VersioningConfiguration: { Status: 'Enabled' } }, undefined],
  [{ ...replication, VersioningConfiguration: { 'Fn::If': ['a', {}, {}] } }, undefined],
  [{ LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 1 }] } }, undefined],
  [{ LoggingConfiguration: { DestinationBucketName: 'logs' } }, undefined],
  [replication, /^#\/ReplicationConfiguration: Versioning must be 'Enabled'/],
  [{ ...replication, VersioningConfiguration: { Status: 'Suspended' } }, /Versioning must be 'Enabled'/],
  [
    { LifecycleConfiguration: { Rules: [{ Status: 'Enabled' }] } },
    /^#\/LifecycleConfiguration\/Rules\/0: At least one/,
  ],
  [{ LoggingConfiguration: { DestinationBucketName: 'none' } }, /target bucket for logging does not exist.*none$/],
])('a bucket %j', (properties, expected) => {
  expect(breaches(bucket, properties, cloud([], { logs: [] }))).toEqual(text(expected));
});

test('a database has a password of its own or a managed one', () => {
  const password = (more: JsonObject) => breaches(databasePassword, { MasterUserPassword: 'x', ...more });
  expect(password({ ManageMasterUserPassword: true })).toEqual(text(/^#\/MasterUserPassword: You can't specify/));
  expect(password({ ManageMasterUserPassword: false })).toEqual([]);
  expect(breaches(databasePassword, { ManageMasterUserPassword: true })).toEqual([]);
});

test('tags of what a launch template makes', () => {
  const specification = [{ ResourceType: 'instance', Tags: [{ Key: 'aws:x', Value: 'y' }] }];
  const properties = { LaunchTemplateData: { TagSpecifications: specification } };
  expect(breachesOf(tagRules, 'AWS::EC2::LaunchTemplate', properties, template())).toEqual(
    text(/^#\/LaunchTemplateData\/TagSpecifications\/0\/Tags\/0\/Key: /),
  );
});

describe('log policies of an account', () => {
  const policy = (index: number) =>
    known('AWS::Logs::ResourcePolicy', `P${index}`, { PolicyName: `p${index}`, PolicyDocument: '{}' }, `p${index}`);
  const account = (count: number) => cloud(Array.from({ length: count }, (_, index) => policy(index)));
  test.each([
    ['the tenth', 9, 'New', 'new', undefined],
    ['the eleventh', 10, 'New', 'new', /^#: Resource limit exceeded: .* at most 10 .* and 10 come before/],
    ['a change of one that is there', 10, 'P9', 'p9', undefined],
  ])('%s', (_, there, logicalId, PolicyName, expected) => {
    const declared = { type: 'AWS::Logs::ResourcePolicy', logicalId, properties: { PolicyName, PolicyDocument: '{}' } };
    const found = logPolicies.check(declared, account(there)).map(({ pointer, problem }) => `${pointer}: ${problem}`);
    expect(found).toEqual(text(expected));
  });
});
