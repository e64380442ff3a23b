import { PrivateNetwork } from '../../../../constructs/aws';
import { ArchivedFlowLog } from '../../../../constructs/aws/network/archived-flow-log';
import { onlyResource, resourcesOf, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

const bucketArn = 'arn:aws:s3:::flow-logs/ai/';

test('all connections are logged to the bucket, without a role and a group', () => {
  const stack = testStack();
  new ArchivedFlowLog(stack, 'FlowLog', { vpcId: 'vpc-1', bucketArn });
  expect(Object.keys(templateOf(stack).Resources)).toHaveLength(1);
  expect(onlyResource(templateOf(stack), 'AWS::EC2::FlowLog').Properties).toEqual({
    ResourceId: 'vpc-1',
    ResourceType: 'VPC',
    TrafficType: 'ALL',
    LogDestinationType: 's3',
    LogDestination: bucketArn,
    MaxAggregationInterval: 600,
  });
});

test('a network with an archive has no log group of its own', () => {
  const stack = testStack();
  new PrivateNetwork(stack, 'Network', {
    cidr: '10.20.0.0/16',
    availabilityZones: ['eu-central-1a'],
    interfaceEndpoints: [],
    flowLogBucketArn: bucketArn,
    encryptionKey: testKey(stack),
  });
  const template = templateOf(stack);
  expect(onlyResource(template, 'AWS::EC2::FlowLog').Properties.LogDestination).toBe(bucketArn);
  expect(resourcesOf(template, 'AWS::Logs::LogGroup')).toEqual([]);
});

test('refuses the folder that the service makes', async () => {
  const stack = testStack();
  const make = () => new ArchivedFlowLog(stack, 'FlowLog', { vpcId: 'vpc-1', bucketArn: `${bucketArn}AWSLogs/` });
  expect(await codedErrorOf(make)).toMatchObject({ code: 'InvalidProps', place: 'test/FlowLog: bucketArn' });
});
