import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { refuseProps } from '../props/prop-problem';
import type { WorkloadNetwork } from './private-network';
import { workloadSecurityGroup } from './workload-security-group';

/** A place in a VPC of the app, or in an imported one. */
export interface VpcPlacement {
  readonly vpc: ec2.IVpc;
  /** @default - the isolated subnets; where the VPC has none, the private ones */
  readonly subnets?: ec2.SubnetSelection;
  /** @default - a group of its own, which opens HTTPS connections only and admits none */
  readonly securityGroup?: ec2.ISecurityGroup;
}

/**
 * The network of a workload, from a {@link WorkloadNetwork} such as a `PrivateNetwork` or from a VPC.
 *
 * @param scope - the construct that runs in the network; it gets the security group where none is given
 * @throws CodedError `InvalidProps` for public subnets: a managed workload gets no public address there
 */
export function workloadNetworkOf(scope: Construct, given: WorkloadNetwork | VpcPlacement): WorkloadNetwork {
  if (!('vpc' in given)) return given;
  const { vpc } = given;
  const { subnetIds, hasPublic } = vpc.selectSubnets(given.subnets ?? defaultSubnets(vpc));
  if (hasPublic || subnetIds.length === 0) {
    refuseProps(scope, [
      {
        prop: 'network.subnets',
        got: hasPublic ? 'public subnets' : 'no subnets',
        expected: 'isolated or private subnets: SageMaker gives its network interfaces no public address',
        fix: 'name subnets of the VPC: subnets: { subnets: [ … ] }',
      },
    ]);
  }
  const securityGroupId = given.securityGroup?.securityGroupId ?? workloadSecurityGroup(scope, vpc.vpcId).attrGroupId;
  return { vpcId: vpc.vpcId, subnetIds, securityGroupId };
}

function defaultSubnets({ isolatedSubnets }: ec2.IVpc): ec2.SubnetSelection {
  return {
    subnetType: isolatedSubnets.length > 0 ? SubnetType.PRIVATE_ISOLATED : SubnetType.PRIVATE_WITH_EGRESS,
  };
}
