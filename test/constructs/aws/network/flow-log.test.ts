import { FlowLog } from '../../../../constructs/aws/network/flow-log';
import type { DataRetention } from '../../../../constructs/aws/retention/data-retention';
import type { TemplateJson } from '../../../helpers/aws-app';
import { at, keyArn, onlyResource, resourcesOf, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

function synthesize(dataRetention: DataRetention): TemplateJson {
  const stack = testStack();
  new FlowLog(stack, 'FlowLog', { vpcId: 'vpc-1', retentionDays: 90, encryptionKey: testKey(stack), dataRetention });
  return templateOf(stack);
}

const template = synthesize('retain');
const [groupId] = resourcesOf(template, 'AWS::Logs::LogGroup').map(([id]) => id);

test('logs accepted and refused connections, once its role may write', () => {
  expect(onlyResource(template, 'AWS::EC2::FlowLog')).toMatchObject({
    Properties: {
      ResourceId: 'vpc-1',
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 'cloud-watch-logs',
      LogGroupName: { Ref: groupId },
    },
    DependsOn: resourcesOf(template, 'AWS::IAM::Policy').map(([id]) => id),
  });
});

test('the log group is encrypted with the customer key and kept for the given days', () => {
  expect(onlyResource(template, 'AWS::Logs::LogGroup')).toMatchObject({
    Properties: { RetentionInDays: 90, KmsKeyId: keyArn },
    DeletionPolicy: 'RetainExceptOnCreate',
  });
  expect(onlyResource(synthesize('destroy'), 'AWS::Logs::LogGroup').DeletionPolicy).toBe('Delete');
});

test('the role writes this group only, for flow logs of this account', () => {
  const policy = statementsOf(template).filter(({ type }) => type === 'AWS::IAM::Policy');
  expect(policy.map(({ actions, resources }) => [actions, resources])).toEqual([
    [['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], [{ 'Fn::GetAtt': [groupId, 'Arn'] }]],
  ]);
  expect(
    at(onlyResource(template, 'AWS::IAM::Role').Properties, 'AssumeRolePolicyDocument', 'Statement', 0, 'Condition'),
  ).toEqual({
    StringEquals: { 'aws:SourceAccount': '111111111111' },
    ArnLike: { 'aws:SourceArn': 'arn:aws:ec2:eu-central-1:111111111111:vpc-flow-log/*' },
  });
});
