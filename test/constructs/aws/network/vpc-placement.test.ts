import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { workloadNetworkOf } from '../../../../constructs/aws/network/vpc-placement';
import { network, onlyResource, templateOf, testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

const zones = ['eu-central-1a', 'eu-central-1b'];

function imported(scope: Stack, subnets: Partial<ec2.VpcAttributes>): ec2.IVpc {
  return ec2.Vpc.fromVpcAttributes(scope, 'Vpc', {
    vpcId: 'vpc-1',
    availabilityZones: zones,
    // The CDK warns about subnets without one.
    ...(subnets.privateSubnetIds && { privateSubnetRouteTableIds: ['rtb-a', 'rtb-b'] }),
    ...(subnets.isolatedSubnetIds && { isolatedSubnetRouteTableIds: ['rtb-a', 'rtb-b'] }),
    ...(subnets.publicSubnetIds && { publicSubnetRouteTableIds: ['rtb-a', 'rtb-b'] }),
    ...subnets,
  });
}

test('a network of the kit is taken as it is', () => {
  const stack = testStack();
  expect(workloadNetworkOf(stack, network)).toBe(network);
  expect(templateOf(stack).Resources).toBeUndefined();
});

test.each([
  [
    'isolated subnets come first',
    { isolatedSubnetIds: ['i-a', 'i-b'], privateSubnetIds: ['p-a', 'p-b'] },
    ['i-a', 'i-b'],
  ],
  ['private subnets where none is isolated', { privateSubnetIds: ['p-a', 'p-b'] }, ['p-a', 'p-b']],
])('%s', (_, subnets, expected) => {
  const stack = testStack();
  expect(workloadNetworkOf(stack, { vpc: imported(stack, subnets) }).subnetIds).toEqual(expected);
  expect(onlyResource(templateOf(stack), 'AWS::EC2::SecurityGroup').Properties).toMatchObject({
    VpcId: 'vpc-1',
    SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }],
  });
});

test('a given security group is used, and none is made', () => {
  const stack = testStack();
  const vpc = imported(stack, { privateSubnetIds: ['p-a', 'p-b'] });
  const securityGroup = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-given');
  expect(workloadNetworkOf(stack, { vpc, securityGroup })).toMatchObject({
    vpcId: 'vpc-1',
    securityGroupId: 'sg-given',
  });
  expect(templateOf(stack).Resources).toBeUndefined();
});

test('public subnets are refused', async () => {
  const stack = testStack();
  const vpc = imported(stack, { publicSubnetIds: ['o-a', 'o-b'] });
  const error = await codedErrorOf(() =>
    workloadNetworkOf(stack, { vpc, subnets: { subnetType: ec2.SubnetType.PUBLIC } }),
  );
  expect(error).toMatchObject({ code: 'InvalidProps', place: 'test: network.subnets', got: 'public subnets' });
});
