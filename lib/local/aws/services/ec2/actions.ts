import { ServiceError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import type { QueryAction } from '../service';
import type { FilterValues } from './filters';
import { filtered, withTags } from './filters';
import type { Network, Route, RouteTable, Subnet, Tag, Vpc, VpnGateway } from './network';
import { networkOf } from './network';
import type { Zone } from './zones';
import { zonesOf } from './zones';

/** The EC2 actions of the local cloud: those that look-ups of the CDK call. */
export const ec2Actions: Readonly<Record<string, QueryAction>> = {
  DescribeAvailabilityZones: answering(describeZones),
  DescribeRouteTables: answering(describeRouteTables),
  DescribeSubnets: answering(describeSubnets),
  DescribeVpcs: answering(describeVpcs),
  DescribeVpnGateways: answering(describeVpnGateways),
};

type Fields = Readonly<Record<string, Xml>>;

/** Answers of EC2 begin with the id of the request. */
function answering(describe: (parameters: QueryParameters, context: CallContext) => Fields): QueryAction {
  return (parameters, context) => ({ requestId: context.requestId, ...describe(parameters, context) });
}

function network({ cloud, account, region }: CallContext): Network {
  return networkOf(cloud, account, region);
}

function describeZones(parameters: QueryParameters, { region }: CallContext): Fields {
  const values =
    ({ name, id }: Zone): FilterValues =>
    (filter) =>
      ({
        'zone-name': [name],
        'zone-id': [id],
        'region-name': [region],
        'zone-type': ['availability-zone'],
        'opt-in-status': ['opt-in-not-required'],
        state: ['available'],
      })[filter];
  const named = chosen(zonesOf(region), parameters, 'ZoneName', ({ name }) => name);
  return {
    availabilityZoneInfo: filtered(named, parameters, values).map(({ name, id }) => ({
      zoneName: name,
      zoneId: id,
      zoneState: 'available',
      regionName: region,
      zoneType: 'availability-zone',
      optInStatus: 'opt-in-not-required',
      groupName: region,
      networkBorderGroup: region,
      messageSet: [],
    })),
  };
}

function describeVpcs(parameters: QueryParameters, context: CallContext): Fields {
  const values = (vpc: Vpc): FilterValues =>
    withTags(
      vpc.tags,
      (filter) =>
        ({
          'vpc-id': [vpc.id],
          cidr: [vpc.cidr],
          'cidr-block': [vpc.cidr],
          isDefault: [String(vpc.isDefault)],
          'is-default': [String(vpc.isDefault)],
          'owner-id': [context.account],
          state: ['available'],
        })[filter],
    );
  const vpcs = chosen(network(context).vpcs, parameters, 'VpcId', ({ id }) => id);
  return {
    vpcSet: filtered(vpcs, parameters, values).map((vpc) => ({
      vpcId: vpc.id,
      ownerId: context.account,
      state: 'available',
      cidrBlock: vpc.cidr,
      isDefault: vpc.isDefault,
      instanceTenancy: 'default',
      tagSet: tagSet(vpc.tags),
    })),
  };
}

function describeSubnets(parameters: QueryParameters, context: CallContext): Fields {
  const values = (subnet: Subnet): FilterValues =>
    withTags(
      subnet.tags,
      (filter) =>
        ({
          'subnet-id': [subnet.id],
          'vpc-id': [subnet.vpcId],
          'availability-zone': [subnet.zone],
          availabilityZone: [subnet.zone],
          'cidr-block': [subnet.cidr],
          cidr: [subnet.cidr],
          'default-for-az': [String(subnet.isDefault)],
          'map-public-ip-on-launch': [String(subnet.publicIp)],
          'owner-id': [context.account],
          state: ['available'],
        })[filter],
    );
  const subnets = chosen(network(context).subnets, parameters, 'SubnetId', ({ id }) => id);
  return {
    subnetSet: filtered(subnets, parameters, values).map((subnet) => ({
      subnetId: subnet.id,
      subnetArn: `arn:aws:ec2:${context.region}:${context.account}:subnet/${subnet.id}`,
      ownerId: context.account,
      state: 'available',
      vpcId: subnet.vpcId,
      cidrBlock: subnet.cidr,
      availabilityZone: subnet.zone,
      availabilityZoneId: zonesOf(context.region).find(({ name }) => name === subnet.zone)?.id,
      defaultForAz: subnet.isDefault,
      mapPublicIpOnLaunch: subnet.publicIp,
      tagSet: tagSet(subnet.tags),
    })),
  };
}

function describeRouteTables(parameters: QueryParameters, context: CallContext): Fields {
  const values = (table: RouteTable): FilterValues =>
    withTags(
      table.tags,
      (filter) =>
        ({
          'route-table-id': [table.id],
          'vpc-id': [table.vpcId],
          'association.main': [String(table.main)],
          'association.subnet-id': table.subnets,
          'owner-id': [context.account],
        })[filter],
    );
  const tables = chosen(network(context).routeTables, parameters, 'RouteTableId', ({ id }) => id);
  return {
    routeTableSet: filtered(tables, parameters, values).map((table) => ({
      routeTableId: table.id,
      vpcId: table.vpcId,
      ownerId: context.account,
      associationSet: [
        ...(table.main ? [association(table, 'main', { main: true })] : []),
        ...table.subnets.map((subnetId) => association(table, subnetId, { main: false, subnetId })),
      ],
      routeSet: table.routes.map(routeView),
      tagSet: tagSet(table.tags),
    })),
  };
}

function association({ id }: RouteTable, name: string, fields: Readonly<Record<string, Xml>>): Xml {
  return {
    routeTableAssociationId: `rtbassoc-${id.slice('rtb-'.length)}-${name}`,
    routeTableId: id,
    ...fields,
    associationState: { state: 'associated' },
  };
}

/** Prefixes of targets, and the element that names each. */
const targetElements: Readonly<Record<string, string>> = {
  nat: 'natGatewayId',
  tgw: 'transitGatewayId',
  pcx: 'vpcPeeringConnectionId',
  eni: 'networkInterfaceId',
  i: 'instanceId',
  eigw: 'egressOnlyInternetGatewayId',
};

function routeView({ destination, target }: Route): Xml {
  const [prefix = ''] = target.split('-');
  const element = Object.hasOwn(targetElements, prefix) ? (targetElements[prefix] ?? 'gatewayId') : 'gatewayId';
  return {
    [destination.includes(':') ? 'destinationIpv6CidrBlock' : 'destinationCidrBlock']: destination,
    [element]: target,
    state: 'active',
    origin: target === 'local' ? 'CreateRouteTable' : 'CreateRoute',
  };
}

function describeVpnGateways(parameters: QueryParameters, context: CallContext): Fields {
  const values = (gateway: VpnGateway): FilterValues =>
    withTags(
      gateway.tags,
      (filter) =>
        ({
          'vpn-gateway-id': [gateway.id],
          'attachment.vpc-id': gateway.vpcId === undefined ? [] : [gateway.vpcId],
          'attachment.state': gateway.vpcId === undefined ? ['detached'] : ['attached'],
          state: ['available'],
          type: ['ipsec.1'],
        })[filter],
    );
  const gateways = chosen(network(context).vpnGateways, parameters, 'VpnGatewayId', ({ id }) => id);
  return {
    vpnGatewaySet: filtered(gateways, parameters, values).map(({ id, vpcId, tags }) => ({
      vpnGatewayId: id,
      state: 'available',
      type: 'ipsec.1',
      attachments: vpcId === undefined ? [] : [{ vpcId, state: 'attached' }],
      tagSet: tagSet(tags),
    })),
  };
}

function tagSet(tags: readonly Tag[]): Xml {
  return tags.map(([key, value]) => ({ key, value }));
}

/** The things that a request names, or all. @throws ServiceError (`Invalid…ID.NotFound`) for one that does not exist */
function chosen<Thing>(
  things: readonly Thing[],
  parameters: QueryParameters,
  parameter: string,
  idOf: (thing: Thing) => string,
): readonly Thing[] {
  const wanted = parameters.numberedTexts(parameter);
  const missing = wanted.filter((id) => !things.some((thing) => idOf(thing) === id));
  if (missing.length > 0) {
    const kind = parameter.replace(/(?:Id|Name)$/, '');
    const code = parameter.endsWith('Name') ? 'InvalidParameterValue' : `Invalid${kind}ID.NotFound`;
    throw new ServiceError(code, `The ${kind} '${missing.join(', ')}' does not exist`);
  }
  return wanted.length === 0 ? things : things.filter((thing) => wanted.includes(idOf(thing)));
}
