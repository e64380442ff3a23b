import type { PlantedFault } from '../planted';
import type { Written } from './resources';
import { resource, templateOf } from './resources';

const vpc = (cidr: string): ReturnType<typeof templateOf> =>
  templateOf({ V: resource('EC2::VPC', { CidrBlock: cidr }) });
const subnets = (...cidrs: readonly string[]): ReturnType<typeof templateOf> =>
  templateOf({
    V: resource('EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
    ...Object.fromEntries(
      cidrs.map((cidr, index) => [
        `S${index}`,
        {
          ...resource('EC2::Subnet', { VpcId: { Ref: 'V' }, CidrBlock: cidr }),
          ...(index === 0 ? {} : { DependsOn: `S${index - 1}` }),
        },
      ]),
    ),
  });
const group = (more: Written): ReturnType<typeof templateOf> =>
  templateOf({
    V: resource('EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
    G: resource('EC2::SecurityGroup', { GroupDescription: 'of planted', VpcId: { Ref: 'V' }, ...more }),
  });
const ingress = (more: Written): Written => ({
  SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/16', ...more }],
});

/** Faults of networks. */
export const networkFaults: readonly PlantedFault[] = [
  {
    id: 'vpc_bad_cidr',
    fault: 'a network of /8',
    broken: vpc('10.0.0.0/8'),
    valid: vpc('10.0.0.0/16'),
    reason: /#\/CidrBlock: The CIDR '10\.0\.0\.0\/8' is invalid/,
  },
  {
    id: 'subnet_outside',
    fault: 'a subnet outside its network',
    broken: subnets('10.1.0.0/24'),
    valid: subnets('10.0.0.0/24'),
    reason: /#\/CidrBlock: The CIDR '10\.1\.0\.0\/24' is invalid.*10\.0\.0\.0\/16/,
  },
  {
    id: 'subnet_overlap',
    fault: 'two subnets that overlap',
    broken: subnets('10.0.0.0/24', '10.0.0.128/25'),
    valid: subnets('10.0.0.0/24', '10.0.1.128/25'),
    reason: /#\/CidrBlock: The CIDR '10\.0\.0\.128\/25' conflicts with another subnet/,
  },
  {
    id: 'vpc_absent',
    fault: 'a security group in a network that does not exist',
    broken: group({ VpcId: 'vpc-0123456789abcdef0' }),
    valid: group({}),
    reason: /#\/VpcId: The vpc ID 'vpc-0123456789abcdef0' does not exist/,
  },
  {
    id: 'sg_desc_chars',
    fault: 'a description with a character that EC2 does not take',
    broken: group({ GroupDescription: 'client → server' }),
    valid: group({ GroupDescription: 'client to server' }),
    reason: /#\/GroupDescription: .*pattern.*given client → server/,
  },
  {
    id: 'sg_rule_desc_chars',
    fault: 'the same in a rule',
    broken: group(ingress({ Description: 'a > b' })),
    valid: group(ingress({ Description: 'a to b' })),
    reason: /#\/SecurityGroupIngress\/0\/Description: Invalid rule description/,
  },
  {
    id: 'sg_ports',
    fault: 'a range of ports from high to low',
    broken: group(ingress({ FromPort: 444 })),
    valid: group(ingress({})),
    reason: /#\/SecurityGroupIngress\/0\/FromPort: Invalid TCP port range \(444-443\)/i,
  },
];
