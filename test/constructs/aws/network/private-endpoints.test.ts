import { PrivateEndpoints } from '../../../../constructs/aws/network/private-endpoints';
import { at, onlyResource, resourcesOf, templateOf, testStack } from '../../../helpers/aws-app';

const stack = testStack();
new PrivateEndpoints(stack, 'Endpoints', {
  vpcId: 'vpc-1',
  subnetIds: ['subnet-a', 'subnet-b'],
  routeTableIds: ['rtb-a', 'rtb-b'],
  workloadSecurityGroupId: 'sg-workload',
  interfaceEndpoints: ['kms'],
  gatewayEndpoints: ['s3'],
});
const template = templateOf(stack);
const groupIds = resourcesOf(template, 'AWS::EC2::SecurityGroup').map(([id]) => ({ 'Fn::GetAtt': [id, 'GroupId'] }));
const [gateway, endpoint] = resourcesOf(template, 'AWS::EC2::VPCEndpoint').map(([, { Properties }]) => Properties);

test('admits HTTPS from the workload only, and opens no connections', () => {
  expect(onlyResource(template, 'AWS::EC2::SecurityGroup').Properties).toMatchObject({
    VpcId: 'vpc-1',
    SecurityGroupIngress: [{ SourceSecurityGroupId: 'sg-workload', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }],
    SecurityGroupEgress: [{ CidrIp: '127.0.0.1/32' }],
  });
});

test('an interface endpoint has the private name of its service, in every subnet', () => {
  expect(endpoint).toMatchObject({
    ServiceName: 'com.amazonaws.eu-central-1.kms',
    VpcEndpointType: 'Interface',
    PrivateDnsEnabled: true,
    SubnetIds: ['subnet-a', 'subnet-b'],
    SecurityGroupIds: groupIds,
  });
});

test('a gateway endpoint is in every route table', () => {
  expect(gateway).toMatchObject({
    ServiceName: 'com.amazonaws.eu-central-1.s3',
    VpcEndpointType: 'Gateway',
    RouteTableIds: ['rtb-a', 'rtb-b'],
  });
});

test('every endpoint has the policy of its service', () => {
  expect([gateway, endpoint].map((one) => at(one, 'PolicyDocument', 'Statement', 0, 'Action'))).toEqual([
    ['s3:GetBucketLocation', 's3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:PutObject'],
    ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
  ]);
});
