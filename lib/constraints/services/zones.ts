import type { Constraint, Surroundings } from '../constraint';
import type { Json } from '../json';
import { isList, scalarText } from '../json';
import { at, textAt } from '../value';

interface ZoneRow {
  readonly path: string;
  readonly problem: string;
}

/** Subnets that must lie in two zones. Source: the pages of the Create calls, botocore 1.44.8. */
const rows: Readonly<Record<string, ZoneRow>> = {
  'AWS::EKS::Cluster': {
    path: 'ResourcesVpcConfig/SubnetIds',
    problem: 'Subnets specified must be in at least two different AZs',
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    path: 'Subnets',
    problem: 'At least two subnets in two different Availability Zones must be specified',
  },
  'AWS::RDS::DBSubnetGroup': {
    path: 'SubnetIds',
    problem:
      "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Add subnets to cover at least 2 AZs",
  },
};

/** The name of a local zone, such as `us-west-2-lax-1a`, where one subnet is enough for a load balancer. */
const localZone = /^[a-z-]+-\d+-[a-z]+-\d+[a-z]$/;

/** The zones of subnets; undefined where one is not known. */
function zonesOf(subnets: readonly Json[], { named }: Surroundings): ReadonlySet<string> | undefined {
  const zones = subnets.map((subnet) => {
    const found = named(['AWS::EC2::Subnet'], subnet);
    return typeof found === 'string' ? undefined : textAt(found.properties, 'AvailabilityZone');
  });
  return zones.every((zone) => zone !== undefined) ? new Set(zones) : undefined;
}

/** A cluster, an application load balancer and a DB subnet group need subnets in two zones. */
export const twoZones: Constraint = {
  id: 'two-zones',
  types: Object.keys(rows),
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
    asOf: '2026-11-30',
  },
  check: ({ type, properties }, surroundings) => {
    const row = rows[type];
    if (row === undefined) return [];
    if (type.endsWith('::LoadBalancer') && (at(properties, 'Type') ?? 'application') !== 'application') return [];
    const subnets = at(properties, ...row.path.split('/'));
    if (!isList(subnets) || at(properties, 'OutpostConfig') !== undefined) return [];
    // A function that is not resolved may be several subnets.
    const plain = subnets.every((subnet) => scalarText(subnet) !== undefined);
    const different = new Set(subnets.map((subnet) => JSON.stringify(subnet)));
    const zones = zonesOf(subnets, surroundings);
    if (
      subnets.length > 0 &&
      !(plain && different.size < 2) &&
      (zones === undefined || zones.size >= 2 || [...zones].some((zone) => localZone.test(zone)))
    )
      return [];
    return [
      {
        pointer: `#/${row.path}`,
        problem: `${row.problem}. Given are ${subnets.length} subnets${zones === undefined || zones.size === 0 ? '' : ` in ${[...zones].join(', ')}`}`,
        fix: 'Name subnets in two Availability Zones.',
      },
    ];
  },
};
