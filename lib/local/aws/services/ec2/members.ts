import type { Understood } from '../understood';

const all = ['Filter', 'DryRun=false'];

/** What each action of EC2 understands. Source: API model of EC2 in botocore 1.44.8 (2026-11). */
export const ec2Members: Understood = {
  DescribeAvailabilityZones: [...all, 'ZoneName', 'AllAvailabilityZones=false'],
  DescribeRouteTables: [...all, 'RouteTableId'],
  DescribeSubnets: [...all, 'SubnetId'],
  DescribeVpcs: [...all, 'VpcId'],
  DescribeVpnGateways: [...all, 'VpnGatewayId'],
};
