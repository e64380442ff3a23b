import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
  const { query } = client(cloud, testAccount, testRegion);
  const ref = (Ref: string) => ({ Ref });
  const Tags = [{ Key: 'Name', Value: 'platform' }];
  await query('cloudformation', 'CreateStack', {
    StackName: 'network',
    TemplateBody: JSON.stringify({
      Resources: {
        Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16', Tags } },
        Subnet: {
          Type: 'AWS::EC2::Subnet',
          Properties: { VpcId: ref('Vpc'), CidrBlock: '10.0.1.0/24', AvailabilityZone: 'eu-central-1b' },
        },
        Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: ref('Vpc') } },
        Association: {
          Type: 'AWS::EC2::SubnetRouteTableAssociation',
          Properties: { SubnetId: ref('Subnet'), RouteTableId: ref('Table') },
        },
        Gateway: { Type: 'AWS::EC2::InternetGateway' },
        Attachment: {
          Type: 'AWS::EC2::VPCGatewayAttachment',
          Properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('Gateway') },
        },
        Route: {
          Type: 'AWS::EC2::Route',
          DependsOn: 'Attachment',
          Properties: { RouteTableId: ref('Table'), DestinationCidrBlock: '0.0.0.0/0', GatewayId: ref('Gateway') },
        },
        Vpn: { Type: 'AWS::EC2::VPNGateway', Properties: { Type: 'ipsec.1' } },
        VpnAttachment: {
          Type: 'AWS::EC2::VPCGatewayAttachment',
          Properties: { VpcId: ref('Vpc'), VpnGatewayId: ref('Vpn') },
        },
      },
    }),
  });
  for (let polls = 0; polls < 200; polls++) {
    const { text } = await query('cloudformation', 'DescribeStacks', { StackName: 'network' });
    if (text.includes('CREATE_COMPLETE')) return;
    await new Promise((later) => setTimeout(later, 5));
  }
});
afterAll(() => cloud.close());

const ec2 = async (action: string, parameters: Readonly<Record<string, string>> = {}, region = testRegion) => {
  const answer = await client(cloud, testAccount, region).query('ec2', action, parameters);
  const all = (tag: string): readonly string[] =>
    [...answer.text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, text]) => text ?? '');
  return { ...answer, all };
};
const filter = (name: string, ...values: readonly string[]): Readonly<Record<string, string>> => ({
  'Filter.1.Name': name,
  ...Object.fromEntries(values.map((value, index) => [`Filter.1.Value.${index + 1}`, value])),
});

test.each([
  ['us-east-1', ['us-east-1a', 'us-east-1b', 'us-east-1c', 'us-east-1d', 'us-east-1e', 'us-east-1f'], 'use1-az6'],
  ['us-west-1', ['us-west-1a', 'us-west-1b'], 'usw1-az3'],
  ['ap-northeast-1', ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'], 'apne1-az4'],
  ['eu-central-1', ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'], 'euc1-az1'],
  ['us-gov-west-1', ['us-gov-west-1a', 'us-gov-west-1b', 'us-gov-west-1c'], 'usgw1-az1'],
])('%s has the zones %j', async (region, names, first) => {
  const { all } = await ec2('DescribeAvailabilityZones', {}, region);
  expect(all('zoneName')).toEqual(names);
  expect(all('zoneId')[0]).toBe(first);
  expect(new Set(all('zoneState'))).toEqual(new Set(['available']));
});

test('an account has a default VPC with a public subnet in each zone, of its own', async () => {
  const { all } = await ec2('DescribeVpcs', filter('isDefault', 'true'));
  expect(all('cidrBlock')).toEqual(['172.31.0.0/16']);
  const [id = ''] = all('vpcId');
  expect(id).toMatch(/^vpc-[0-9a-f]{17}$/);
  const subnets = await ec2('DescribeSubnets', filter('vpc-id', id));
  expect(subnets.all('cidrBlock')).toEqual(['172.31.0.0/20', '172.31.16.0/20', '172.31.32.0/20']);
  const tables = await ec2('DescribeRouteTables', filter('vpc-id', id));
  expect(tables.all('main')).toEqual(['true']);
  expect(tables.all('gatewayId')).toEqual(['local', expect.stringMatching(/^igw-/)]);
  const other = await client(cloud, '222222222222', testRegion).query('ec2', 'DescribeVpcs', {});
  expect(other.text).not.toContain(id);
});

test('what a stack made is found by tag, with its routes and gateway', async () => {
  const { all } = await ec2('DescribeVpcs', filter('tag:Name', 'plat*'));
  expect(all('cidrBlock')).toEqual(['10.0.0.0/16']);
  const [id = ''] = all('vpcId');
  const subnets = await ec2('DescribeSubnets', filter('vpc-id', id));
  expect(subnets.all('availabilityZone')).toEqual(['eu-central-1b']);
  const tables = await ec2('DescribeRouteTables', filter('association.subnet-id', ...subnets.all('subnetId')));
  expect(tables.all('destinationCidrBlock')).toEqual(['10.0.0.0/16', '0.0.0.0/0']);
  const gateways = await ec2('DescribeVpnGateways', filter('attachment.vpc-id', id));
  expect(gateways.all('vpnGatewayId')).toHaveLength(1);
  expect((await ec2('DescribeVpnGateways', filter('attachment.vpc-id', 'vpc-other'))).all('vpnGatewayId')).toEqual([]);
  expect((await ec2('DescribeVpcs', { 'VpcId.1': id })).all('vpcId')).toEqual([id]);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['DescribeVpcs', filter('constructor', 'x'), 'InvalidParameterValue'],
  ['DescribeVpcs', { 'VpcId.1': 'vpc-0' }, 'InvalidVpcID.NotFound'],
  ['DescribeSubnets', { 'SubnetId.1': 'subnet-0' }, 'InvalidSubnetID.NotFound'],
  ['DescribeAvailabilityZones', { 'ZoneName.1': 'eu-central-1x' }, 'InvalidParameterValue'],
  ['RunInstances', {}, 'InvalidAction'],
  ['constructor', {}, 'InvalidAction'],
])('%s of %j is refused in the format of EC2', async (action, parameters, code) => {
  const answer = await ec2(action, parameters);
  expect(answer.status).toBe(400);
  expect(answer.xml).toMatchObject({ Response: { Errors: { Error: { Code: code } } } });
});
