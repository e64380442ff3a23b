import type { AwsRegionFamilyRow } from '../row-types';

/** Both snapshots are undated; their prices of us-east-1 equal those of 2026-07-20. */
const asOf = '2026-07-20';
const v8 = 'skypilot-org/skypilot-catalog catalogs/v8 aws/vms.csv @00148f2';
const v7 = 'skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d';

/** Regions in which a list has a price of a family on EC2. Of other families, and of SageMaker, no such list is known. */
export const awsRegionFamilies: readonly AwsRegionFamilyRow[] = [
  { family: 'g4dn', regions: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'], source: `${v8}, g4dn.xlarge`, asOf },
  { family: 'g5', regions: ['us-east-1', 'us-east-2', 'us-west-2', 'ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-2'], source: `${v8}, g5.12xlarge`, asOf },
  { family: 'g6', regions: ['us-east-1', 'us-east-2', 'us-west-2', 'ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-west-2', 'eu-west-3', 'ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-2'], source: `${v7}, g6.xlarge`, asOf },
  { family: 'g6e', regions: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-north-1', 'ap-northeast-1', 'ap-northeast-2'], source: `${v7}, g6e.12xlarge`, asOf },
];
