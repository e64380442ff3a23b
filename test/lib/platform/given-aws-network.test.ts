import { resolve } from '../../../lib/platform';
import { platformWith } from '../../helpers/spec-mistakes';

const target = { account: '111111111111', region: 'eu-central-1' };
const network = {
  vpcId: 'vpc-0123456789abcdef0',
  privateSubnetIds: ['subnet-0123456789abcdef0', 'subnet-01234567'],
  availabilityZones: ['eu-central-1a', 'eu-central-1b'],
  endpoints: 'existing',
};
const routeTableIds = ['rtb-0123456789abcdef0'];

/** Codes and paths below `environments.<key>.aws` of what one target reports. */
function issuesOf(aws: unknown, environment = 'dev'): readonly string[] {
  const prefix = `environments.${environment}.aws`;
  return resolve(platformWith([`environments/${environment}/aws`, aws])).issues.map(
    ({ code, path }) => `${code} ${path.replace(prefix, '')}`,
  );
}

test.each<[title: string, network: Readonly<Record<string, unknown>>, issues: readonly string[]]>([
  ['everything given', { securityGroupId: 'sg-01234567' }, []],
  ['endpoints of the kit', { endpoints: 'ours', routeTableIds }, []],
  ['the other endpoints of the kit', { endpoints: 'ours', existingEndpoints: ['s3', 'dynamodb', 'logs'] }, []],
  ['no route table', { endpoints: 'ours', existingEndpoints: ['s3'] }, ['NoRouteTables .network.routeTableIds']],
  [
    'fields without effect',
    { existingEndpoints: ['s3'], routeTableIds },
    ['UnusedNetworkField .network.existingEndpoints', 'UnusedNetworkField .network.routeTableIds'],
  ],
  [
    'ids of other kinds, each reported',
    { vpcId: 'my-vpc', privateSubnetIds: ['subnet-1', 'subnet-1'], securityGroupId: 'rtb-01234567' },
    [
      'InvalidAwsId .network.vpcId',
      'InvalidAwsId .network.privateSubnetIds[0]',
      'InvalidAwsId .network.privateSubnetIds[1]',
      'RepeatedEntry .network.privateSubnetIds[1]',
      'InvalidAwsId .network.securityGroupId',
    ],
  ],
  [
    'a zone of another region, and one too few',
    { availabilityZones: ['eu-west-1a'] },
    ['ZonesOfSubnets .network.availabilityZones[0]', 'ZonesOfSubnets .network.availabilityZones'],
  ],
  [
    'a local zone',
    { availabilityZones: ['eu-central-1a', 'eu-central-1-ham-1a'] },
    ['ZonesOfSubnets .network.availabilityZones[1]'],
  ],
  ['an unknown word', { endpoints: 'theirs' }, ['UnknownValue .network.endpoints']],
])('%s', (_title, overrides, expected) => {
  expect(issuesOf({ ...target, network: { ...network, ...overrides } })).toEqual(expected);
});

test('one zone is a warning in production only', () => {
  const one = { ...network, privateSubnetIds: ['subnet-01234567'], availabilityZones: ['eu-central-1a'] };
  expect(issuesOf({ ...target, network: one })).toEqual([]);
  const prod = { ...target, account: '333333333333', network: one };
  expect(issuesOf(prod, 'prod')).toEqual(['SingleZone .network.availabilityZones']);
});

test('a mix of a new and an existing network is refused with a fix that works, and so is neither', () => {
  const mixed = resolve(platformWith(['environments/dev/aws', { ...target, cidr: '10.20.0.0/16', network }])).issues;
  expect(mixed).toEqual([
    {
      code: 'TwoNetworks',
      path: 'environments.dev.aws.network',
      message: 'environments.dev.aws.cidr makes a new network, and environments.dev.aws.network names one that exists',
      expected: 'one of cidr and network',
      fix: 'remove environments.dev.aws.cidr to use the existing network',
    },
  ]);
  expect(issuesOf({ ...target, network })).toEqual([]);
  expect(issuesOf(target)).toEqual(['NoNetwork ']);
});

test('a bucket of flow logs has no effect beside a given network', () => {
  const logs = { flowLogBucketArn: 'arn:aws:s3:::flow-logs' };
  expect(issuesOf({ ...target, network, logs })).toEqual(['UnusedNetworkField .logs.flowLogBucketArn']);
});

test('a broken network is not reported as missing too', () => {
  expect(issuesOf({ ...target, network: { ...network, vpcId: undefined } })).toEqual(['MissingField .network.vpcId']);
  expect(issuesOf({ ...target, cidr: 10 })).toEqual(['WrongType .cidr']);
});
