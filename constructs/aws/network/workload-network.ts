/** Where a managed service attaches the network interfaces of a workload: subnets without a route out. */
export interface WorkloadNetwork {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
}
