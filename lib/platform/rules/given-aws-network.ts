import type { EnvironmentSpec } from '../environment';
import type { AwsGivenNetwork } from '../given-network';
import type { Issue } from '../issue';
import { repeated } from './repeated';

/** Eight or seventeen hexadecimal digits: "Resource IDs" in the user guide of EC2, read 2026-11-30. */
const digits = '(?:[0-9a-f]{8}|[0-9a-f]{17})';

/** A VPC of the company: ids in the grammar of EC2, and a zone of the region for each subnet. */
export function givenAwsNetworkIssues(path: string, { tier, aws }: EnvironmentSpec): readonly Issue[] {
  const network = aws?.network;
  if (network === undefined) return [];
  const at = `${path}.aws.network`;
  return [
    ...awsId(`${at}.vpcId`, 'vpc', network.vpcId),
    ...awsIds(`${at}.privateSubnetIds`, 'subnet', network.privateSubnetIds),
    ...(network.securityGroupId === undefined ? [] : awsId(`${at}.securityGroupId`, 'sg', network.securityGroupId)),
    ...awsIds(`${at}.routeTableIds`, 'rtb', network.routeTableIds ?? []),
    ...zoneIssues(at, network, aws?.region ?? ''),
    ...(tier === 'production' && network.availabilityZones.length === 1 ? [singleZone(at, network)] : []),
    ...endpointIssues(at, network),
  ];
}

/** The id of a resource of EC2. */
function awsId(path: string, kind: string, got: string): readonly Issue[] {
  if (new RegExp(`^${kind}-${digits}$`).test(got)) return [];
  return [
    {
      code: 'InvalidAwsId',
      path,
      message: `not an id that begins with ${kind}-`,
      got,
      expected: `${kind}- and 8 or 17 hexadecimal digits`,
      fix: `copy it from 'aws ec2 ${listings[kind] ?? 'describe-vpcs'}'`,
    },
  ];
}

const listings: Readonly<Record<string, string>> = {
  subnet: 'describe-subnets',
  sg: 'describe-security-groups',
  rtb: 'describe-route-tables',
};

function awsIds(path: string, kind: string, got: readonly string[]): readonly Issue[] {
  return [...got.flatMap((id, index) => awsId(`${path}[${index}]`, kind, id)), ...repeated(path, got)];
}

function zoneIssues(path: string, network: AwsGivenNetwork, region: string): readonly Issue[] {
  const { availabilityZones: zones, privateSubnetIds: subnets } = network;
  const at = `${path}.availabilityZones`;
  const elsewhere = zones.flatMap((zone, index): readonly Issue[] =>
    zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length))
      ? []
      : [
          {
            code: 'ZonesOfSubnets',
            path: `${at}[${index}]`,
            message: `not a zone of ${region}`,
            got: zone,
            expected: `the name of a zone of ${region}, for example ${region}a`,
            fix: "copy AvailabilityZone from 'aws ec2 describe-subnets'",
          },
        ],
  );
  return [...elsewhere, ...repeated(at, zones), ...(zones.length === subnets.length ? [] : [unequal(at, network)])];
}

function unequal(path: string, { availabilityZones: zones, privateSubnetIds: subnets }: AwsGivenNetwork): Issue {
  return {
    code: 'ZonesOfSubnets',
    path,
    message: `${subnets.length} subnets and ${zones.length} zones`,
    got: zones,
    expected: 'one zone for each subnet, in the same order',
    fix: 'write the zone of each subnet, and one subnet for each zone',
  };
}

function singleZone(path: string, { availabilityZones }: AwsGivenNetwork): Issue {
  return {
    code: 'SingleZone',
    path: `${path}.availabilityZones`,
    message: 'the loss of one zone stops production',
    got: availabilityZones,
    expected: 'subnets in at least two zones',
    fix: `add a subnet in another zone to ${path}.privateSubnetIds, and its zone`,
  };
}

const gateways: readonly string[] = ['s3', 'dynamodb'];

function endpointIssues(path: string, network: AwsGivenNetwork): readonly Issue[] {
  const { endpoints, existingEndpoints = [], routeTableIds } = network;
  if (endpoints === 'existing') {
    return (['existingEndpoints', 'routeTableIds'] as const).flatMap((field) =>
      network[field] === undefined ? [] : [unused(`${path}.${field}`, network[field])],
    );
  }
  const missing = gateways.filter((service) => !existingEndpoints.includes(service));
  return [
    ...repeated(`${path}.existingEndpoints`, existingEndpoints),
    ...(missing.length > 0 && routeTableIds === undefined ? [noRouteTables(path, missing)] : []),
  ];
}

function unused(path: string, got: readonly string[]): Issue {
  return {
    code: 'UnusedNetworkField',
    path,
    message: "it has no effect with endpoints: 'existing'",
    got,
    expected: "nothing, or endpoints: 'ours'",
    fix: `remove ${path}`,
  };
}

function noRouteTables(path: string, missing: readonly string[]): Issue {
  return {
    code: 'NoRouteTables',
    path: `${path}.routeTableIds`,
    message: `the gateway endpoints of ${missing.join(' and ')} need the route tables of the subnets`,
    expected: 'the ids of the route tables, or existing endpoints of s3 and dynamodb',
    fix: `add ${path}.routeTableIds, or add ${missing.join(' and ')} to ${path}.existingEndpoints`,
  };
}
