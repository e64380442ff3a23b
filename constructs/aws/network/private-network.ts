import { Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { DataRetention } from '../retention/data-retention';
import { FlowLog } from './flow-log';
import { PrivateEndpoints } from './private-endpoints';

export interface PrivateNetworkProps {
  /** Address range, /16 to /22. */
  readonly cidr: string;
  readonly availabilityZones: readonly string[];
  /** Service names without the regional prefix, for example `sagemaker.runtime`. */
  readonly interfaceEndpoints: readonly string[];
  readonly gatewayEndpoints: readonly ('s3' | 'dynamodb')[];
  /** Days; one of CloudWatch's retention steps. */
  readonly flowLogRetentionDays: number;
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/** A zone more or less must move no address, so that each zone owns a quarter of the range whether it is used or not. */
const zoneBits = 2;

/**
 * A network with no way in and no way out but private endpoints.
 *
 * Creates a VPC with one isolated subnet per zone, no internet gateway and no NAT, endpoints for the services named,
 * and flow logs. Members of the workload security group may open HTTPS connections and nothing else.
 */
export class PrivateNetwork extends Construct implements WorkloadNetwork {
  readonly resource: ec2.Vpc;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: PrivateNetworkProps) {
    super(scope, id);
    this.resource = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr(props.cidr),
      availabilityZones: [...props.availabilityZones],
      natGateways: 0,
      createInternetGateway: false,
      // Emptying the default group takes a custom resource with a function of its own. Nothing is ever put into that
      // group: every interface here names its group.
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        {
          name: 'isolated',
          subnetType: ec2.SubnetType.PRIVATE_ISOLATED,
          cidrMask: prefixLength(props.cidr) + zoneBits,
        },
      ],
    });
    Validations.of(this.resource).acknowledge({
      id: 'CloudFormation-Validate::W3010',
      reason: 'the plan names the zones, so that synthesis asks no account and a subnet never moves to another zone',
    });
    this.vpcId = this.resource.vpcId;
    this.subnetIds = this.resource.isolatedSubnets.map((subnet) => subnet.subnetId);
    const workload = new ec2.CfnSecurityGroup(this, 'Workload', {
      vpcId: this.vpcId,
      groupDescription: 'models and jobs of the platform',
      // Gateway endpoints answer on public addresses whose prefix list has another id in each region. Without a route
      // out the rule reaches those endpoints and this VPC, nothing else.
      securityGroupEgress: [
        {
          description: 'HTTPS to private endpoints',
          cidrIp: '0.0.0.0/0',
          ipProtocol: 'tcp',
          fromPort: 443,
          toPort: 443,
        },
      ],
    });
    this.securityGroupId = workload.attrGroupId;
    new PrivateEndpoints(this, 'Endpoints', {
      vpcId: this.vpcId,
      subnetIds: this.subnetIds,
      routeTableIds: this.resource.isolatedSubnets.map((subnet) => subnet.routeTable.routeTableId),
      workloadSecurityGroupId: this.securityGroupId,
      interfaceEndpoints: props.interfaceEndpoints,
      gatewayEndpoints: props.gatewayEndpoints,
    });
    new FlowLog(this, 'FlowLog', {
      vpcId: this.vpcId,
      retentionDays: props.flowLogRetentionDays,
      encryptionKey: props.encryptionKey,
      dataRetention: props.dataRetention,
    });
  }
}

function prefixLength(cidr: string): number {
  const length = Number(cidr.split('/')[1]);
  if (!Number.isInteger(length))
    throw new Error(`got cidr ${JSON.stringify(cidr)}, expected a range such as 10.20.0.0/16`);
  return length;
}

/** Where a managed service attaches the network interfaces of a workload: subnets without a route out. */
export interface WorkloadNetwork {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
}
