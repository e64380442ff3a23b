import type { Breach, Constraint, DeclaredResource, KnownResource, Surroundings } from '../constraint';
import type { Json } from '../json';
import { sameJson } from '../json';
import { at, textAt } from '../value';
import { isWithin, overlaps, readCidr } from './cidr-block';

const sizes = 'a block from /16 to /28';

function invalid(cidr: string, expected: string): Breach {
  return {
    pointer: '#/CidrBlock',
    problem: `The CIDR '${cidr}' is invalid. Expected ${expected}`,
    fix: `Write ${expected}.`,
  };
}

/** A network or subnet has a block of IPv4 addresses from /16 to /28. */
export const networkBlock: Constraint = {
  id: 'network-block',
  types: ['AWS::EC2::VPC', 'AWS::EC2::VPCCidrBlock', 'AWS::EC2::Subnet'],
  source: { url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html', asOf: '2026-11-30' },
  check: ({ properties }) => {
    const text = textAt(properties, 'CidrBlock');
    if (text === undefined) return [];
    const block = readCidr(text);
    return block !== undefined && block.bits >= 16 && block.bits <= 28 ? [] : [invalid(text, sizes)];
  },
};

/** The blocks of a network; undefined where one of them is not known. */
function blocksOf(
  vpc: KnownResource,
  { list }: Surroundings,
  reference: Json | undefined,
): readonly string[] | undefined {
  const more = list('AWS::EC2::VPCCidrBlock').filter(({ properties }) => sameJson(at(properties, 'VpcId'), reference));
  const all = [vpc, ...more].map(({ properties }) => textAt(properties, 'CidrBlock'));
  return all.every((one) => one !== undefined) ? all : undefined;
}

function outside({ properties }: DeclaredResource, surroundings: Surroundings): readonly Breach[] {
  const text = textAt(properties, 'CidrBlock');
  const block = readCidr(text);
  const reference = at(properties, 'VpcId');
  const vpc = surroundings.named(['AWS::EC2::VPC'], reference);
  if (text === undefined || block === undefined || typeof vpc === 'string') return [];
  const outer = blocksOf(vpc, surroundings, reference);
  if (outer === undefined) return [];
  const fits = outer.some((one) => {
    const known = readCidr(one);
    return known === undefined || isWithin(block, known);
  });
  return fits ? [] : [invalid(text, `a part of the network's ${outer.join(' or ')}`)];
}

function conflict({ logicalId, properties }: DeclaredResource, { list }: Surroundings): readonly Breach[] {
  const text = textAt(properties, 'CidrBlock');
  const block = readCidr(text);
  const reference = at(properties, 'VpcId');
  if (text === undefined || block === undefined || reference === undefined) return [];
  const other = list('AWS::EC2::Subnet').find((subnet) => {
    const known = readCidr(textAt(subnet.properties, 'CidrBlock'));
    const same = sameJson(at(subnet.properties, 'VpcId'), reference);
    return subnet.logicalId !== logicalId && same && known !== undefined && overlaps(block, known);
  });
  return other === undefined
    ? []
    : [
        {
          pointer: '#/CidrBlock',
          problem: `The CIDR '${text}' conflicts with another subnet: ${other.logicalId} has ${textAt(other.properties, 'CidrBlock') ?? ''}`,
          fix: 'Write a block that no other subnet of the network has.',
        },
      ];
}

/** A subnet lies in its network, and shares no address with another subnet. Conditions of a template are not known here. */
export const subnetBlock: Constraint = {
  id: 'subnet-block',
  types: ['AWS::EC2::Subnet'],
  source: { url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html', asOf: '2026-11-30' },
  check: (resource, surroundings) => [
    ...outside(resource, surroundings),
    ...(surroundings.complete === true ? conflict(resource, surroundings) : []),
  ],
};
