import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { isWithin, overlaps, readCidr } from '../../../../lib/constraints/services/cidr-block';
import { networkBlock, subnetBlock } from '../../../../lib/constraints/services/network';
import { securityGroup } from '../../../../lib/constraints/services/security-group';
import { wafScope } from '../../../../lib/constraints/services/waf-scope';
import { twoZones } from '../../../../lib/constraints/services/zones';
import { breachesOf, cloud, known, template } from '../llm/around';

const text = (expected: RegExp | undefined) =>
  expected === undefined ? [] : [expect.stringMatching(expected) as string];

test.each<[string, ReturnType<typeof readCidr>]>([
  ['10.0.0.0/16', { first: 167_772_160, last: 167_837_695, bits: 16 }],
  ['10.0.200.9/16', { first: 167_772_160, last: 167_837_695, bits: 16 }],
  ['0.0.0.0/0', { first: 0, last: 4_294_967_295, bits: 0 }],
  ['10.0.0.0', undefined],
  ['10.0.0.256/24', undefined],
  ['10.0.0.0/33', undefined],
  ['::/0', undefined],
])('the block %s', (cidr, expected) => {
  expect(readCidr(cidr)).toEqual(expected);
});

test.each<[string, string, boolean, boolean]>([
  ['10.0.1.0/24', '10.0.0.0/16', true, true],
  ['10.0.0.0/16', '10.0.1.0/24', false, true],
  ['10.1.0.0/24', '10.0.0.0/16', false, false],
  ['10.0.0.0/25', '10.0.0.128/25', false, false],
])('%s and %s', (one, other, within, shared) => {
  const [left, right] = [readCidr(one), readCidr(other)];
  expect(left !== undefined && right !== undefined && isWithin(left, right)).toBe(within);
  expect(left !== undefined && right !== undefined && overlaps(left, right)).toBe(shared);
});

test.each<[Json, boolean]>([
  ['10.0.0.0/16', true],
  ['10.0.0.0/28', true],
  [{ Ref: 'Block' }, true],
  ['10.0.0.0/15', false],
  ['10.0.0.0/29', false],
  ['10.0.0.0', false],
])('a network of %j', (CidrBlock, accepted) => {
  for (const type of ['AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::EC2::VPCCidrBlock']) {
    expect(breachesOf(networkBlock, type, { CidrBlock })).toEqual(
      text(accepted ? undefined : /^#\/CidrBlock: The CIDR .* is invalid\. Expected a block from \/16 to \/28$/),
    );
  }
});

describe('a subnet', () => {
  const vpc = known('AWS::EC2::VPC', 'V', { CidrBlock: '10.0.0.0/16' }, 'vpc-1');
  const more = known('AWS::EC2::VPCCidrBlock', 'M', { VpcId: 'vpc-1', CidrBlock: '10.9.0.0/16' });
  const unknownBlock = known('AWS::EC2::VPCCidrBlock', 'M', { VpcId: 'vpc-1', Ipv4IpamPoolId: 'x' });
  const other = (id: string, CidrBlock: string, VpcId = 'vpc-1') => known('AWS::EC2::Subnet', id, { VpcId, CidrBlock });
  test.each<[string, string, ReturnType<typeof cloud>, RegExp | undefined]>([
    ['inside', '10.0.1.0/24', cloud([vpc]), undefined],
    ['in another block', '10.9.1.0/24', cloud([vpc, more]), undefined],
    ['where a block is not known', '10.9.1.0/24', cloud([vpc, unknownBlock]), undefined],
    ['of an unknown network', '10.9.1.0/24', template(), undefined],
    ['outside', '10.9.1.0/24', cloud([vpc]), /'10\.9\.1\.0\/24' is invalid\. .*10\.0\.0\.0\/16$/],
    ['larger than the network', '10.0.0.0/15', cloud([vpc]), /is invalid/],
    ['beside another', '10.0.1.0/24', cloud([vpc, other('S', '10.0.2.0/24')]), undefined],
    ['over another', '10.0.1.0/24', cloud([vpc, other('S', '10.0.0.0/23')]), /conflicts with another subnet: S has/],
    ['over itself', '10.0.1.0/24', cloud([vpc, other('It', '10.0.1.0/24')]), undefined],
    ['over one of another network', '10.0.1.0/24', cloud([vpc, other('S', '10.0.1.0/24', 'vpc-2')]), undefined],
    ['over one under another condition', '10.0.1.0/24', template(vpc, other('S', '10.0.1.0/24')), undefined],
  ])('%s', (_name, CidrBlock, around, expected) => {
    expect(breachesOf(subnetBlock, 'AWS::EC2::Subnet', { VpcId: 'vpc-1', CidrBlock }, around)).toEqual(text(expected));
  });
});

test.each<[JsonObject, RegExp | undefined]>([
  [{ IpProtocol: 'tcp', FromPort: 1, ToPort: 2, Description: 'a-z (1)' }, undefined],
  [{ IpProtocol: '-1' }, undefined],
  [{ IpProtocol: 'icmp', FromPort: 8, ToPort: -1 }, undefined],
  [{ IpProtocol: { Ref: 'P' } }, undefined],
  [{ IpProtocol: 'tcp', FromPort: { Ref: 'P' }, ToPort: 2 }, undefined],
  [{ IpProtocol: 'tcp', FromPort: 3, ToPort: 2 }, /FromPort: Invalid TCP port range \(3-2\)/],
  [{ IpProtocol: 'udp', FromPort: '3', ToPort: '2' }, /Invalid UDP port range/],
  [{ IpProtocol: 'tcp', FromPort: 1 }, /Must specify both from and to ports/],
  [{ IpProtocol: '-1', Description: 'a > b' }, /Description: Invalid rule description.*'a > b'$/],
])('a rule of a security group: %j', (rule, expected) => {
  expect(breachesOf(securityGroup, 'AWS::EC2::SecurityGroup', { SecurityGroupEgress: [rule] })).toEqual(text(expected));
  expect(breachesOf(securityGroup, 'AWS::EC2::SecurityGroupIngress', rule)).toEqual(text(expected));
});

describe('two zones', () => {
  const subnet = (id: string, zone?: Json) =>
    known('AWS::EC2::Subnet', id, zone === undefined ? {} : { AvailabilityZone: zone });
  const around = cloud([
    subnet('a1', 'eu-central-1a'),
    subnet('a2', 'eu-central-1a'),
    subnet('b1', 'eu-central-1b'),
    subnet('x'),
    subnet('l', 'us-west-2-lax-1a'),
  ]);
  test.each<[Json, boolean]>([
    [['a1', 'b1'], true],
    [['a1', 'x'], true],
    [['l'], false],
    [{ Ref: 'Subnets' }, true],
    [[{ Ref: 'Subnets' }], true],
    [['a1', 'a2'], false],
    [['a1'], false],
    [[], false],
  ])('%j', (subnets, accepted) => {
    const types: readonly (readonly [string, JsonObject])[] = [
      ['AWS::EKS::Cluster', { ResourcesVpcConfig: { SubnetIds: subnets } }],
      ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: subnets }],
      ['AWS::RDS::DBSubnetGroup', { SubnetIds: subnets }],
    ];
    for (const [type, properties] of types) {
      expect(breachesOf(twoZones, type, properties, around)).toHaveLength(accepted ? 0 : 1);
    }
  });

  test('are not needed by a network load balancer, nor by a load balancer in a local zone', () => {
    const balancer = (properties: JsonObject) =>
      breachesOf(twoZones, 'AWS::ElasticLoadBalancingV2::LoadBalancer', properties, around);
    expect(balancer({ Type: 'network', Subnets: ['a1'] })).toEqual([]);
    expect(balancer({ Subnets: [{ Ref: 'l' }] })).toEqual([]);
    expect(balancer({ Subnets: [{ Ref: 'a1' }] })).toEqual(text(/Given are 1 subnets in eu-central-1a$/));
  });
});

test('the scope of CloudFront is for us-east-1, and an unknown region may be it', () => {
  const acl = (Scope: string, region?: string) =>
    breachesOf(
      wafScope,
      'AWS::WAFv2::WebACL',
      { Scope },
      { ...template(), ...(region === undefined ? {} : { region }) },
    );
  expect(acl('CLOUDFRONT')).toEqual(text(/^#\/Scope: The scope is not valid.*eu-central-1, expected us-east-1$/));
  expect(acl('CLOUDFRONT', 'us-east-1')).toEqual([]);
  expect(acl('REGIONAL')).toEqual([]);
});
