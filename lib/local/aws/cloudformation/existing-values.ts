import { own, scalarText } from '../../../constraints/json';
import type { Network, Tag } from '../services/ec2/network';
import { networkOf } from '../services/ec2/network';
import { zonesOf } from '../services/ec2/zones';
import { publicParameter } from '../services/ssm/public-parameters';
import type { Cloud } from '../state/cloud';

/** What parameter types and rule functions ask about what exists in the account and region of a stack. */
export interface ExistingValues {
  /** Whether a value of a parameter type names something that exists. */
  readonly exists: (type: string, value: string) => boolean | 'unknown';
  /** An attribute of something that exists, as `Fn::ValueOf` reads it; undefined when it is not known. */
  readonly attribute: (type: string, value: string, name: string) => string | undefined;
}

/** Types whose resources CloudFormation makes, with the resource type of each. */
const registered: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance::Id': 'AWS::EC2::Instance',
  'AWS::EC2::KeyPair::KeyName': 'AWS::EC2::KeyPair',
  'AWS::EC2::Volume::Id': 'AWS::EC2::Volume',
  'AWS::Route53::HostedZone::Id': 'AWS::Route53::HostedZone',
};

/** Answers from what the local cloud has: what stacks made, and the default VPC. */
export function existingValues(cloud: Cloud, account: string, region: string): ExistingValues {
  const network = (): Network => networkOf(cloud, account, region);
  const listed = (type: string): readonly string[] =>
    cloud.registry
      .list(type, account, type.startsWith('AWS::Route53') ? undefined : region)
      .map(({ physicalId }) => physicalId);
  return {
    exists: (type, value) => {
      const resource = own(registered, type);
      if (typeof resource === 'string') return listed(resource).includes(value);
      switch (type) {
        case 'AWS::EC2::AvailabilityZone::Name':
          return zonesOf(region).some(({ name }) => name === value);
        case 'AWS::EC2::VPC::Id':
          return network().vpcs.some(({ id }) => id === value);
        case 'AWS::EC2::Subnet::Id':
          return network().subnets.some(({ id }) => id === value);
        case 'AWS::EC2::SecurityGroup::Id':
          return groupExists(value, network(), listed('AWS::EC2::SecurityGroup'));
        case 'AWS::EC2::SecurityGroup::GroupName':
          return value === 'default' || groupNames(cloud, account, region).includes(value);
        case 'AWS::EC2::Image::Id':
          // No list of images is public: only the shape is known to be right.
          return /^ami-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(value) ? 'unknown' : false;
        case 'AWS::SSM::Parameter::Name':
          return (
            cloud.parameters(account, region).has(value) || publicParameter(value, region, cloud.ids) !== undefined
          );
        default:
          return true;
      }
    },
    attribute: (type, value, name) => attributeOf(network(), type, value, name),
  };
}

/** A VPC that a stack made has a default group too, whose id only EC2 knows. */
function groupExists(value: string, { defaultGroup, vpcs }: Network, made: readonly string[]): boolean | 'unknown' {
  if (value === defaultGroup || made.includes(value)) return true;
  return /^sg-[0-9a-f]+$/.test(value) && vpcs.length > 1 ? 'unknown' : false;
}

function groupNames(cloud: Cloud, account: string, region: string): readonly string[] {
  return cloud.registry
    .list('AWS::EC2::SecurityGroup', account, region)
    .flatMap(({ properties }) => scalarText(own(properties, 'GroupName')) ?? []);
}

/**
 * Source: CloudFormation template reference, rule-specific intrinsic functions, supported attributes, 2026-11-30: of a VPC its
 * default network ACL and security group and its tags, of a subnet its zone, VPC and tags, of a security group its tags.
 */
function attributeOf(network: Network, type: string, value: string, name: string): string | undefined {
  const kind = type.replace(/^List<(.+)>$/, '$1');
  const vpc = network.vpcs.find(({ id }) => kind === 'AWS::EC2::VPC::Id' && id === value);
  if (vpc !== undefined)
    return name === 'DefaultSecurityGroup' && vpc.isDefault ? network.defaultGroup : tagOf(vpc.tags, name);
  const subnet = network.subnets.find(({ id }) => kind === 'AWS::EC2::Subnet::Id' && id === value);
  if (subnet === undefined) return undefined;
  if (name === 'AvailabilityZone') return subnet.zone;
  return name === 'VpcId' ? subnet.vpcId : tagOf(subnet.tags, name);
}

function tagOf(tags: readonly Tag[], name: string): string | undefined {
  return tags.find(([key]) => `Tags.${key}` === name)?.[1];
}
