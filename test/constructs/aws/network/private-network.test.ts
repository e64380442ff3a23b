import type { PrivateNetworkProps } from '../../../../constructs/aws';
import { PrivateNetwork } from '../../../../constructs/aws';
import type { TemplateJson } from '../../../helpers/aws-app';
import {
  at,
  keyArn,
  listAt,
  onlyResource,
  resourcesOf,
  templateOf,
  testKey,
  testStack,
} from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

const zones = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'];

function synthesize(overrides: Partial<Omit<PrivateNetworkProps, 'encryptionKey'>> = {}): TemplateJson {
  const stack = testStack();
  new PrivateNetwork(stack, 'Network', {
    cidr: '10.20.0.0/16',
    availabilityZones: zones.slice(0, 2),
    interfaceEndpoints: ['kms', 'sagemaker.runtime'],
    gatewayEndpoints: ['s3', 'dynamodb'],
    flowLogRetentionDays: 30,
    dataRetention: 'destroy',
    ...overrides,
    encryptionKey: testKey(stack),
  });
  return templateOf(stack);
}

function subnetRanges(template: TemplateJson): readonly unknown[] {
  return resourcesOf(template, 'AWS::EC2::Subnet').map(([id, { Properties }]) => [id, Properties.CidrBlock]);
}

test('there is no internet gateway, no NAT and no route, and no function that could add one', () => {
  const types = new Set(Object.values(synthesize().Resources).map(({ Type }) => Type));
  for (const type of [
    'AWS::EC2::InternetGateway',
    'AWS::EC2::NatGateway',
    'AWS::EC2::Route',
    'AWS::Lambda::Function',
  ]) {
    expect(types).not.toContain(type);
  }
});

test('another zone moves no subnet, in the largest and the smallest range', () => {
  for (const cidr of ['10.20.0.0/16', '10.20.0.0/26']) {
    const two = subnetRanges(synthesize({ cidr }));
    const three = subnetRanges(synthesize({ cidr, availabilityZones: zones }));
    expect(three).toHaveLength(3);
    expect(three.slice(0, 2)).toEqual(two);
  }
});

test('interface endpoints admit HTTPS from the workload and nothing else', () => {
  const template = synthesize();
  const groups = resourcesOf(template, 'AWS::EC2::SecurityGroup');
  const [workloadId] = groups.find(([, { Properties }]) =>
    String(Properties.GroupDescription).startsWith('models'),
  ) ?? ['none'];
  const ingress = groups.flatMap(([, { Properties }]) => listAt(Properties, 'SecurityGroupIngress'));
  expect(ingress).toEqual([
    {
      Description: 'HTTPS from the workload',
      SourceSecurityGroupId: { 'Fn::GetAtt': [workloadId, 'GroupId'] },
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
    },
  ]);
});

test('every endpoint names its actions and admits principals of this account', () => {
  const endpoints = resourcesOf(synthesize(), 'AWS::EC2::VPCEndpoint');
  expect(endpoints).toHaveLength(4);
  for (const [, { Properties }] of endpoints) {
    const statement = at(Properties, 'PolicyDocument', 'Statement', 0);
    expect(JSON.stringify(at(statement, 'Action'))).not.toContain('*');
    expect(at(statement, 'Condition')).toEqual({ StringEquals: { 'aws:PrincipalAccount': '111111111111' } });
  }
});

test('the S3 endpoint admits image layers and no writes to other accounts', () => {
  const [, s3] =
    resourcesOf(synthesize(), 'AWS::EC2::VPCEndpoint').find(([, { Properties }]) =>
      JSON.stringify(Properties.ServiceName).includes('.s3'),
    ) ?? [];
  expect(listAt(s3?.Properties, 'PolicyDocument', 'Statement').slice(1)).toEqual([
    expect.objectContaining({
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*',
    }),
    expect.objectContaining({
      Effect: 'Deny',
      Action: 's3:PutObject',
      Condition: { StringNotEquals: { 'aws:ResourceAccount': '111111111111' } },
    }),
  ]);
});

test('fails on a service without a policy', async () => {
  expect(await codedErrorOf(() => synthesize({ interfaceEndpoints: ['quantum'] }))).toMatchObject({
    code: 'UnknownEndpointService',
    place: 'test/Network/Endpoints',
    got: 'quantum',
  });
});

test.each(['10.20.0.0', '10.20.0.0/15', '10.20.0.0/27', '10.256.0.0/16', 'ten'])(
  'fails on the address range %s',
  async (cidr) => {
    expect(await codedErrorOf(() => synthesize({ cidr }))).toMatchObject({
      code: 'InvalidProps',
      place: 'test/Network: cidr',
      got: cidr,
    });
  },
);

test('says everything that is wrong with a network at once', async () => {
  const error = await codedErrorOf(() =>
    synthesize({
      cidr: 'ten',
      availabilityZones: ['a', 'a', 'b', 'c', 'd'],
      interfaceEndpoints: ['logs', 'logs'],
      flowLogRetentionDays: 31,
    }),
  );
  expect(error).toMatchObject({ code: 'InvalidProps', place: 'test/Network' });
  expect(error.got).toEqual([
    'cidr: "ten"',
    'availabilityZones.length: 5',
    'availabilityZones: ["a"]',
    'interfaceEndpoints: ["logs"]',
    'flowLogRetentionDays: 31',
  ]);
});

test('a service that the kit does not know gets the actions of its prop', () => {
  const template = synthesize({ interfaceEndpoints: ['sqs'], endpointActions: { sqs: ['sqs:SendMessage'] } });
  const policies = resourcesOf(template, 'AWS::EC2::VPCEndpoint').map(([, { Properties }]) =>
    at(Properties, 'PolicyDocument', 'Statement', 0, 'Action'),
  );
  expect(policies).toContain('sqs:SendMessage');
});

test('every connection is logged, once the policy lets the role write', () => {
  const template = synthesize({ flowLogRetentionDays: 90 });
  expect(onlyResource(template, 'AWS::EC2::FlowLog')).toMatchObject({
    Properties: { TrafficType: 'ALL' },
    DependsOn: resourcesOf(template, 'AWS::IAM::Policy').flatMap(([id]) => (id.includes('FlowLog') ? [id] : [])),
  });
  expect(onlyResource(template, 'AWS::Logs::LogGroup').Properties).toMatchObject({
    RetentionInDays: 90,
    KmsKeyId: keyArn,
  });
});

test('refuses an interface endpoint of a service that has a gateway endpoint', async () => {
  const error = await codedErrorOf(() => synthesize({ interfaceEndpoints: ['s3'], gatewayEndpoints: ['s3'] }));
  expect(error).toMatchObject({ code: 'InvalidProps' });
  expect(error.message).toContain('interfaceEndpoints');
  expect(error.got).toEqual(['s3']);
});
