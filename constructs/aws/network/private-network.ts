import { Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { CodedError } from '../../../lib/messages';
import type { DataRetention } from '../retention/data-retention';
import { FlowLog } from './flow-log';
import { PrivateEndpoints } from './private-endpoints';

/** Props of a {@link PrivateNetwork}. */
export interface PrivateNetworkProps {
  /** Address range in CIDR notation, /16 to /26: EC2 has no VPC above /16 and no subnet below /28. */
  readonly cidr: string;
  /** Zone names, at most four. */
  readonly availabilityZones: readonly string[];
  /** Service names without the regional prefix, for example `sagemaker.runtime`. */
  readonly interfaceEndpoints: readonly string[];
  readonly gatewayEndpoints: readonly ('s3' | 'dynamodb')[];
  /** Days that flow logs are kept; one of CloudWatch's retention periods. */
  readonly flowLogRetentionDays: number;
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/** Each zone has a quarter of the range, used or not, so that adding or removing a zone moves no subnet. */
const zoneBits = 2;
const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const addressRange = new RegExp(`^${octet}(?:\\.${octet}){3}/(1[6-9]|2[0-6])$`);

/**
 * A network that reaches AWS services through private endpoints only.
 *
 * Creates a VPC with one isolated subnet per zone, a workload security group that may open HTTPS connections only, the
 * given endpoints and flow logs. There is no internet gateway and no NAT. Interface endpoints are billed per hour and
 * zone, flow logs per GB; the VPC is free.
 *
 * @example
 * new PrivateNetwork(this, 'Network', {
 *   cidr: '10.40.0.0/16',
 *   availabilityZones: ['eu-central-1a', 'eu-central-1b'],
 *   interfaceEndpoints: ['sagemaker.runtime', 'logs', 'kms'],
 *   gatewayEndpoints: ['s3'],
 *   flowLogRetentionDays: 90,
 *   encryptionKey,
 *   dataRetention: 'retain',
 * });
 * @throws CodedError `UnknownEndpointService`, `InvalidCidr`
 */
export class PrivateNetwork extends Construct implements WorkloadNetwork {
  readonly resource: ec2.Vpc;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: PrivateNetworkProps) {
    super(scope, id);
    const subnetMask = this.prefixLength(props.cidr) + zoneBits;
    this.resource = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr(props.cidr),
      availabilityZones: [...props.availabilityZones],
      natGateways: 0,
      createInternetGateway: false,
      // Emptying the default group needs a custom resource with a Lambda function. No interface is in that group,
      // because every interface here names its security group.
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [{ name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: subnetMask }],
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
      // Gateway endpoints have public addresses, and their prefix list has another id in each region. Without an
      // internet route the rule reaches only those endpoints and this VPC.
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

  private prefixLength(cidr: string): number {
    const length = addressRange.exec(cidr)?.[1];
    if (length !== undefined) return Number(length);
    throw new CodedError('InvalidCidr', {
      place: `${this.node.path}: cidr`,
      message: 'this is no IPv4 address range that a VPC can have',
      got: cidr,
      expected: 'a range from /16 to /26, for example 10.20.0.0/16',
    });
  }
}

/** Where a managed service attaches the network interfaces of a workload: subnets without an internet route. */
export interface WorkloadNetwork {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
}
