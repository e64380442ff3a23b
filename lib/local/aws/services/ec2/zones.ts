/**
 * Zones of the regions that do not have a, b and c in this order, as letter and number of the zone id. Which letter an old
 * region gives a zone differs between accounts; this is the map of one.
 *
 * Source: getmoto/moto 5.2.5, ec2/models/availability_zones_and_regions.py; docs.aws.amazon.com/global-infrastructure, AWS
 * Availability Zones: each region has at least three, an account sees two of us-west-1 and cn-north-1. Read 2026-11-30.
 */
const exceptions: Readonly<Record<string, string>> = {
  'ap-northeast-1': 'a4 c1 d2',
  'ap-northeast-2': 'a1 b2 c3 d4',
  'ap-south-1': 'a1 b3 c2',
  'ap-southeast-2': 'a1 b3 c2',
  'ca-central-1': 'a1 b2 d4',
  'cn-north-1': 'a1 b2',
  'eu-west-1': 'a3 b1 c2',
  'eu-west-2': 'a2 b3 c1',
  'us-east-1': 'a6 b1 c2 d4 e3 f5',
  'us-west-1': 'a3 b1',
  'us-west-2': 'a2 b1 c3 d4',
};

/** One availability zone of a region. */
export interface Zone {
  /** `us-east-1a` */
  readonly name: string;
  /** The physical place, the same in every account: `use1-az6`. */
  readonly id: string;
}

/** The availability zones of a region, by name. */
export function zonesOf(region: string): readonly Zone[] {
  const zones = Object.hasOwn(exceptions, region) ? (exceptions[region] ?? '') : 'a1 b2 c3';
  return zones.split(' ').map((zone) => ({
    name: `${region}${zone.charAt(0)}`,
    id: `${shortName(region)}-az${zone.slice(1)}`,
  }));
}

/** `us-east-1` is `use1`, `ap-southeast-2` is `apse2`, `us-gov-west-1` is `usgw1`. */
function shortName(region: string): string {
  const [area = '', ...rest] = region.split('-');
  const directions = rest.map((part) =>
    /^\d+$/.test(part)
      ? part
      : part === 'gov'
        ? 'g'
        : [...part.matchAll(/north|south|east|west|central/g)].map(([word]) => word.charAt(0)).join(''),
  );
  return `${area}${directions.join('')}`;
}
