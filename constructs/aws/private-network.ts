import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { DataRetention } from './data-retention';
import { FlowLog } from './flow-log';
import { PrivateEndpoints } from './private-endpoints';
import type { WorkloadNetwork } from './workload-network';

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
const ZONE_BITS = 2;

/**
 * A network with no way in and no way out but private endpoints.
 *
 * Creates a VPC with one isolated subnet per zone, no internet gateway and no NAT, endpoints for the services named,
 * and flow logs. Members of the workload security group may open HTTPS connections and nothing else.
 */
export class PrivateNetwork extends Construct implements WorkloadNetwork {
  readonly resource: ec2.Vpc;
  readonly workloadSecurityGroup: ec2.SecurityGroup;
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
          cidrMask: prefixLength(props.cidr) + ZONE_BITS,
        },
      ],
    });
    this.workloadSecurityGroup = new ec2.SecurityGroup(this, 'Workload', {
      vpc: this.resource,
      description: 'models and jobs of the platform',
      allowAllOutbound: false,
    });
    // Gateway endpoints answer on public addresses whose prefix list has another id in each region. Without a route out
    // the rule reaches those endpoints and this VPC, nothing else.
    this.workloadSecurityGroup.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS, 'HTTPS to private endpoints');
    new PrivateEndpoints(this, 'Endpoints', {
      vpc: this.resource,
      workloadSecurityGroup: this.workloadSecurityGroup,
      interfaceEndpoints: props.interfaceEndpoints,
      gatewayEndpoints: props.gatewayEndpoints,
    });
    new FlowLog(this, 'FlowLog', {
      vpcId: this.resource.vpcId,
      retentionDays: props.flowLogRetentionDays,
      encryptionKey: props.encryptionKey,
      dataRetention: props.dataRetention,
    });
    this.vpcId = this.resource.vpcId;
    this.subnetIds = this.resource.isolatedSubnets.map((subnet) => subnet.subnetId);
    this.securityGroupId = this.workloadSecurityGroup.securityGroupId;
  }
}

function prefixLength(cidr: string): number {
  const length = Number(cidr.split('/')[1]);
  if (!Number.isInteger(length))
    throw new Error(`got cidr ${JSON.stringify(cidr)}, expected a range such as 10.20.0.0/16`);
  return length;
}
