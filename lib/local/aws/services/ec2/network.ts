import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, own, scalarText } from '../../../../constraints/json';
import type { Cloud } from '../../state/cloud';
import type { ExistingResource } from '../../state/registry';
import { zonesOf } from './zones';

/** Key and value of a tag. */
export type Tag = readonly [key: string, value: string];

/** A VPC: the default one of the account and region, or one that a stack made. */
export interface Vpc {
  readonly id: string;
  readonly cidr: string;
  readonly isDefault: boolean;
  readonly tags: readonly Tag[];
}

/** A subnet of a VPC. */
export interface Subnet {
  readonly id: string;
  readonly vpcId: string;
  readonly cidr: string;
  readonly zone: string;
  readonly isDefault: boolean;
  readonly publicIp: boolean;
  readonly tags: readonly Tag[];
}

/** A route: its destination and what it goes to. */
export interface Route {
  readonly destination: string;
  readonly target: string;
}

/** A route table of a VPC. */
export interface RouteTable {
  readonly id: string;
  readonly vpcId: string;
  /** Whether it serves the subnets without a table of their own. */
  readonly main: boolean;
  readonly subnets: readonly string[];
  readonly routes: readonly Route[];
  readonly tags: readonly Tag[];
}

/** A virtual private gateway, and the VPC it is attached to. */
export interface VpnGateway {
  readonly id: string;
  readonly vpcId: string | undefined;
  readonly tags: readonly Tag[];
}

/** The networks of an account and region. */
export interface Network {
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  readonly vpnGateways: readonly VpnGateway[];
  /** The security group of the default VPC. */
  readonly defaultGroup: string;
}

/**
 * What exists in an account and region: what stacks made, and the default VPC with a subnet in each zone.
 *
 * Source of the default VPC: VPC user guide, default VPC components, 2026-11-30 (172.31.0.0/16, a public /20 subnet a zone, an
 * internet gateway, a main route table, a security group).
 */
export function networkOf(cloud: Cloud, account: string, region: string): Network {
  const id = (kind: string, name = ''): string =>
    `${kind}-${cloud.ids.hex(`default|${account}|${region}|${kind}|${name}`, 17)}`;
  const made = (type: string): readonly ExistingResource[] => cloud.registry.list(type, account, region);
  const vpc: Vpc = { id: id('vpc'), cidr: '172.31.0.0/16', isDefault: true, tags: [] };
  const subnets = zonesOf(region).map(({ name }, index) => ({
    id: id('subnet', name),
    vpcId: vpc.id,
    cidr: `172.31.${index * 16}.0/20`,
    zone: name,
    isDefault: true,
    publicIp: true,
    tags: [],
  }));
  const main: RouteTable = {
    id: id('rtb'),
    vpcId: vpc.id,
    main: true,
    subnets: [],
    routes: [
      { destination: vpc.cidr, target: 'local' },
      { destination: '0.0.0.0/0', target: id('igw') },
    ],
    tags: [],
  };
  const vpcs = made('AWS::EC2::VPC').map(madeVpc);
  return {
    vpcs: [vpc, ...vpcs],
    subnets: [...subnets, ...made('AWS::EC2::Subnet').map((subnet) => madeSubnet(subnet, region))],
    routeTables: [main, ...vpcs.map((one) => mainTable(one, id('rtb', one.id))), ...madeTables(made, vpcs)],
    vpnGateways: made('AWS::EC2::VPNGateway').map((gateway) => ({
      id: gateway.physicalId,
      vpcId: attachedTo(made('AWS::EC2::VPCGatewayAttachment'), 'VpnGatewayId', gateway.physicalId),
      tags: tagsOf(gateway),
    })),
    defaultGroup: id('sg'),
  };
}

/** The resources of the default VPC as they would be in the registry, for rules that ask whether something exists. */
export function defaultResources(cloud: Cloud, account: string, region: string): readonly ExistingResource[] {
  const { vpcs, subnets, defaultGroup } = networkOf(cloud, account, region);
  const resource = (type: string, physicalId: string, properties: JsonObject): ExistingResource => ({
    account,
    region,
    type,
    logicalId: 'default',
    stackId: '',
    physicalId,
    arn: `arn:aws:ec2:${region}:${account}:${type.replace(/^.*::/, '').toLowerCase()}/${physicalId}`,
    uniqueKey: undefined,
    properties,
  });
  const [vpc] = vpcs;
  if (vpc === undefined) return [];
  return [
    resource('AWS::EC2::VPC', vpc.id, { CidrBlock: vpc.cidr }),
    ...subnets
      .filter(({ isDefault }) => isDefault)
      .map(({ id, cidr, zone }) =>
        resource('AWS::EC2::Subnet', id, { VpcId: vpc.id, CidrBlock: cidr, AvailabilityZone: zone }),
      ),
    resource('AWS::EC2::SecurityGroup', defaultGroup, {
      VpcId: vpc.id,
      GroupDescription: 'default VPC security group',
    }),
  ];
}

function madeVpc(resource: ExistingResource): Vpc {
  return { id: resource.physicalId, cidr: text(resource, 'CidrBlock') ?? '', isDefault: false, tags: tagsOf(resource) };
}

function madeSubnet(resource: ExistingResource, region: string): Subnet {
  return {
    id: resource.physicalId,
    vpcId: text(resource, 'VpcId') ?? '',
    cidr: text(resource, 'CidrBlock') ?? '',
    // A subnet that names no zone gets one from EC2.
    zone: text(resource, 'AvailabilityZone') ?? zonesOf(region)[0]?.name ?? '',
    isDefault: false,
    publicIp: text(resource, 'MapPublicIpOnLaunch') === 'true',
    tags: tagsOf(resource),
  };
}

function mainTable(vpc: Vpc, id: string): RouteTable {
  const routes = [{ destination: vpc.cidr, target: 'local' }];
  return { id, vpcId: vpc.id, main: true, subnets: [], routes, tags: [] };
}

const targets = [
  'GatewayId',
  'NatGatewayId',
  'TransitGatewayId',
  'VpcPeeringConnectionId',
  'NetworkInterfaceId',
  'InstanceId',
  'EgressOnlyInternetGatewayId',
  'VpcEndpointId',
];

function madeTables(made: (type: string) => readonly ExistingResource[], vpcs: readonly Vpc[]): readonly RouteTable[] {
  return made('AWS::EC2::RouteTable').map((table) => {
    const id = table.physicalId;
    const vpcId = text(table, 'VpcId') ?? '';
    const local = vpcs.find((vpc) => vpc.id === vpcId)?.cidr;
    const routes = made('AWS::EC2::Route')
      .filter((route) => text(route, 'RouteTableId') === id)
      .map((route) => ({
        destination: text(route, 'DestinationCidrBlock') ?? text(route, 'DestinationIpv6CidrBlock') ?? '',
        target: targets.map((name) => text(route, name)).find((target) => target !== undefined) ?? '',
      }));
    const subnets = made('AWS::EC2::SubnetRouteTableAssociation')
      .filter((association) => text(association, 'RouteTableId') === id)
      .flatMap((association) => text(association, 'SubnetId') ?? []);
    return {
      id,
      vpcId,
      main: false,
      subnets,
      routes: [...(local === undefined ? [] : [{ destination: local, target: 'local' }]), ...routes],
      tags: tagsOf(table),
    };
  });
}

function attachedTo(attachments: readonly ExistingResource[], property: string, id: string): string | undefined {
  const found = attachments.find((attachment) => text(attachment, property) === id);
  return found === undefined ? undefined : text(found, 'VpcId');
}

function tagsOf({ properties }: ExistingResource): readonly Tag[] {
  const tags = own(properties, 'Tags');
  return (isList(tags) ? tags : []).map((tag: Json) => [
    scalarText(own(tag, 'Key')) ?? '',
    scalarText(own(tag, 'Value')) ?? '',
  ]);
}

function text({ properties }: ExistingResource, name: string): string | undefined {
  return scalarText(own(properties, name));
}
