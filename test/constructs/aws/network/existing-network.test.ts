import type { ExistingNetworkProps } from '../../../../constructs/aws';
import { ExistingNetwork } from '../../../../constructs/aws';
import type { TemplateJson } from '../../../helpers/aws-app';
import { onlyResource, resourcesOf, templateOf, testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

const vpcId = 'vpc-0123456789abcdef0';
const securityGroupId = 'sg-0123456789abcdef0';

function synthesize(overrides: Partial<ExistingNetworkProps> = {}): TemplateJson {
  const stack = testStack();
  new ExistingNetwork(stack, 'Network', {
    vpcId,
    subnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
    routeTableIds: [],
    interfaceEndpoints: [],
    gatewayEndpoints: [],
    ...overrides,
  });
  return templateOf(stack);
}

test('a network in which everything is there gets nothing', () => {
  // A template without resources has no key of them.
  expect(synthesize({ securityGroupId })).not.toHaveProperty('Resources');
});

test('without a security group the kit creates one in the VPC, for HTTPS only', () => {
  const { Properties } = onlyResource(synthesize(), 'AWS::EC2::SecurityGroup');
  expect(Properties).toMatchObject({
    VpcId: vpcId,
    SecurityGroupEgress: [{ CidrIp: '0.0.0.0/0', FromPort: 443, ToPort: 443, IpProtocol: 'tcp' }],
  });
  expect(Properties).not.toHaveProperty('SecurityGroupIngress');
});

test('missing endpoints are in the given subnets and route tables, and admit the given group', () => {
  const template = synthesize({
    securityGroupId,
    routeTableIds: ['rtb-0123456789abcdef0'],
    interfaceEndpoints: ['sagemaker.runtime', 'sqs'],
    gatewayEndpoints: ['s3'],
    endpointActions: { sqs: ['sqs:SendMessage'] },
  });
  const endpoints = resourcesOf(template, 'AWS::EC2::VPCEndpoint').map(([, { Properties }]) => Properties);
  expect(endpoints).toMatchObject([
    { VpcId: vpcId, VpcEndpointType: 'Gateway', RouteTableIds: ['rtb-0123456789abcdef0'] },
    { VpcId: vpcId, SubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'], PrivateDnsEnabled: true },
    { PolicyDocument: { Statement: [{ Action: 'sqs:SendMessage' }] } },
  ]);
  expect(onlyResource(template, 'AWS::EC2::SecurityGroup').Properties).toMatchObject({
    SecurityGroupIngress: [{ SourceSecurityGroupId: securityGroupId, FromPort: 443 }],
  });
});

test.each<[Partial<ExistingNetworkProps>, string]>([
  [{ vpcId: 'vpc-1' }, 'vpcId'],
  [{ subnetIds: [] }, 'subnetIds.length'],
  [{ subnetIds: ['eu-central-1a'] }, 'subnetIds[0]'],
  [{ securityGroupId: 'default' }, 'securityGroupId'],
  [{ routeTableIds: ['main'] }, 'routeTableIds[0]'],
  [{ gatewayEndpoints: ['s3'] }, 'routeTableIds.length'],
])('refuses %j at construction', async (overrides, prop) => {
  expect(await codedErrorOf(() => synthesize(overrides))).toMatchObject({
    code: 'InvalidProps',
    place: `test/Network: ${prop}`,
  });
});
