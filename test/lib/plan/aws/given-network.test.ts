import type { AwsGivenNetwork } from '../../../../lib/platform';
import { awsPlan } from '../../../helpers/plan';
import { awsPlatform } from '../../../helpers/platform';

const given: AwsGivenNetwork = {
  vpcId: 'vpc-0123456789abcdef0',
  privateSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
  availabilityZones: ['eu-central-1b', 'eu-central-1c'],
  endpoints: 'existing',
};
const needed = [
  'bedrock-agent',
  'bedrock-agent-runtime',
  'bedrock-runtime',
  'logs',
  'monitoring',
  's3vectors',
  'sagemaker.api',
  'sagemaker.runtime',
  'ssm',
  'sts',
];
const path = 'environments.dev.aws.network';

function planned(overrides: Partial<AwsGivenNetwork> = {}) {
  const aws = { account: '111111111111', region: 'eu-central-1', network: { ...given, ...overrides } };
  const { network } = awsPlan(awsPlatform({ environments: { dev: { tier: 'development', aws } } })).foundation;
  if (!('vpcId' in network)) throw new Error('the network is new');
  return network;
}

test('everything that exists is given by the config, and nothing is created or paid', () => {
  const network = planned({ securityGroupId: 'sg-0123456789abcdef0' });
  expect(network.vpcId).toEqual({
    value: given.vpcId,
    because: [{ rule: 'spec.pinned', text: `pinned by ${path}.vpcId` }],
    rejected: [],
  });
  expect(network.subnetIds.value).toEqual(given.privateSubnetIds);
  expect(network.availabilityZones.value).toEqual(given.availabilityZones);
  expect(network.securityGroupId?.value).toBe('sg-0123456789abcdef0');
  expect(network.interfaceEndpoints.value).toEqual([]);
  expect(network.interfaceEndpoints.because).toEqual([
    { rule: 'network.given', text: `${needed.join(', ')}: not created, given by ${path}.endpoints` },
  ]);
  expect(network.gatewayEndpoints.value).toEqual([]);
  expect(network.existingEndpoints.value).toEqual(['dynamodb', 's3', ...needed].toSorted());
  expect(network).not.toHaveProperty('usdPerMonth');
  expect(network).not.toHaveProperty('cidr');
  expect(network).not.toHaveProperty('flowLogRetentionDays');
});

test('the kit creates the endpoints that are missing, and plans what they cost in the given zones', () => {
  const routeTableIds = ['rtb-0123456789abcdef0'];
  const all = planned({ endpoints: 'ours', routeTableIds });
  expect(all.interfaceEndpoints.value).toEqual(needed);
  expect(all.gatewayEndpoints.value).toEqual(['s3', 'dynamodb']);
  expect(all.routeTableIds.value).toEqual(routeTableIds);
  expect(all.existingEndpoints.value).toEqual([]);
  const some = planned({ endpoints: 'ours', existingEndpoints: ['s3', 'dynamodb', 'logs', 'ssm', 'sts'] });
  expect(some.interfaceEndpoints.value).toEqual(needed.filter((name) => !['logs', 'ssm', 'sts'].includes(name)));
  expect(some.interfaceEndpoints.because[0]?.text).toBe(
    `logs, ssm, sts: not created, given by ${path}.existingEndpoints`,
  );
  expect(some.gatewayEndpoints.value).toEqual([]);
  expect(some.existingEndpoints.value).toEqual(['dynamodb', 'logs', 's3', 'ssm', 'sts']);
  const [whole, part] = [all.usdPerMonth?.value ?? NaN, some.usdPerMonth?.value ?? NaN];
  expect(part / whole).toBeCloseTo(7 / 10, 3);
});
