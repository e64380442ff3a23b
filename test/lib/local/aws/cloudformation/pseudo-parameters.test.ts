import { pseudoParameters } from '../../../../../lib/constraints/template/sections';
import { partitionOf, pseudoParameter } from '../../../../../lib/local/aws/cloudformation/pseudo-parameters';

const pseudo = {
  account: '111111111111',
  region: 'eu-central-1',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
  stackId: 'arn:stack',
  stackName: 'Demo',
  notificationArns: ['arn:topic'],
};

test('each name has its value; NoValue and other names have none', () => {
  expect(Object.fromEntries([...pseudoParameters].map((name) => [name, pseudoParameter(name, pseudo)]))).toEqual({
    'AWS::AccountId': '111111111111',
    'AWS::NotificationARNs': ['arn:topic'],
    'AWS::NoValue': undefined,
    'AWS::Partition': 'aws',
    'AWS::Region': 'eu-central-1',
    'AWS::StackId': 'arn:stack',
    'AWS::StackName': 'Demo',
    'AWS::URLSuffix': 'amazonaws.com',
  });
  expect(pseudoParameter('AWS::Other', pseudo)).toBeUndefined();
});

test.each([
  ['eu-central-1', 'aws', 'amazonaws.com'],
  ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
])('%s is in partition %s with suffix %s', (region, partition, urlSuffix) => {
  expect(partitionOf(region)).toEqual({ partition, urlSuffix });
});
