import { Stack, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { ownKey } from '../encryption/own-key';
import { logRetentionSteps } from '../props/grammars';
import type { Grammar, PropProblem } from '../props/prop-problem';
import { inGrammar, numberBetween, oneOf, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import { ArchivedFlowLog } from './archived-flow-log';
import { ClosedDefaultGroup } from './closed-default-group';
import { FlowLog } from './flow-log';
import { PrivateEndpoints } from './private-endpoints';
import { connectionsOf } from './workload-connections';
import { workloadSecurityGroup } from './workload-security-group';

/** Props of a {@link PrivateNetwork}. */
export interface PrivateNetworkProps {
  /** Address range in CIDR notation, /16 to /26: EC2 has no VPC above /16 and no subnet below /28. */
  readonly cidr: string;
  /** Zone names, one to four, each once. */
  readonly availabilityZones: readonly string[];
  /** Service names without the regional prefix, for example `sagemaker.runtime`. */
  readonly interfaceEndpoints: readonly string[];
  /** @default ['s3'] */
  readonly gatewayEndpoints?: readonly ('s3' | 'dynamodb')[];
  /**
   * Actions that the endpoints of further services allow, by service; for a service that the kit knows, in place of its
   * own. @default - none
   */
  readonly endpointActions?: Readonly<Record<string, readonly string[]>>;
  /** Days that flow logs are kept; one of CloudWatch's retention periods. @default 365 */
  readonly flowLogRetentionDays?: number;
  /** ARN of a bucket of others that gets the flow logs. @default - a log group that is kept for `flowLogRetentionDays` */
  readonly flowLogBucketArn?: string;
  /** @default - a key of its own, which is billed per month */
  readonly encryptionKey?: IKey;
  /** @default 'retain' */
  readonly dataRetention?: DataRetention;
}

/** Each zone has a quarter of the range, used or not, so that adding or removing a zone moves no subnet. */
const zoneBits = 2;
const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const addressRange: Grammar = {
  pattern: new RegExp(`^${octet}(?:\\.${octet}){3}/(?:1[6-9]|2[0-6])$`),
  expected: 'an IPv4 range from /16 to /26, for example 10.20.0.0/16',
  fix: 'use a range such as 10.20.0.0/16',
};

/**
 * A network that reaches AWS services through private endpoints only.
 *
 * Creates a VPC with one isolated subnet per zone, a workload security group that may open HTTPS connections only, the
 * given endpoints and flow logs. There is no internet gateway and no NAT. A runbook of AWS removes the rules of the
 * default security group once, after the deployment. Interface endpoints are billed per hour and zone, flow logs per GB;
 * the VPC is free.
 *
 * @example
 * new PrivateNetwork(this, 'Network', {
 *   cidr: '10.40.0.0/16',
 *   availabilityZones: ['eu-central-1a', 'eu-central-1b'],
 *   interfaceEndpoints: ['sagemaker.runtime', 'logs', 'kms'],
 * });
 * @throws CodedError `UnknownEndpointService`, `InvalidProps`
 */
export class PrivateNetwork extends Construct implements WorkloadNetwork, ec2.IConnectable {
  readonly resource: ec2.Vpc;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: PrivateNetworkProps) {
    super(scope, id);
    const zones = props.availabilityZones;
    const { dataRetention, logRetentionDays } = keptByDefault;
    const kept = { flowLogRetentionDays: logRetentionDays, dataRetention, gatewayEndpoints: gateways, ...props };
    refuseProps(
      this,
      inGrammar('cidr', props.cidr, addressRange),
      numberBetween('availabilityZones.length', zones.length, { least: 1, most: 2 ** zoneBits }),
      repeated('availabilityZones', zones),
      repeated('interfaceEndpoints', [...kept.gatewayEndpoints, ...props.interfaceEndpoints]),
      oneOf('flowLogRetentionDays', kept.flowLogRetentionDays, logRetentionSteps),
    );
    const subnetMask = Number(props.cidr.split('/')[1]) + zoneBits;
    this.resource = withZones(
      this,
      zones,
      () =>
        new ec2.Vpc(this, 'Vpc', {
          ipAddresses: ec2.IpAddresses.cidr(props.cidr),
          availabilityZones: [...zones],
          natGateways: 0,
          createInternetGateway: false,
          // The CDK empties the default group with a custom resource. `ClosedDefaultGroup` needs no function of ours.
          restrictDefaultSecurityGroup: false,
          subnetConfiguration: [
            { name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: subnetMask },
          ],
        }),
    );
    Validations.of(this.resource).acknowledge({
      id: 'CloudFormation-Validate::W3010',
      reason: 'the plan names the zones, so that synthesis asks no account and a subnet never moves to another zone',
    });
    new ClosedDefaultGroup(this, 'DefaultGroup', { securityGroupId: this.resource.vpcDefaultSecurityGroup });
    this.vpcId = this.resource.vpcId;
    this.subnetIds = this.resource.isolatedSubnets.map((subnet) => subnet.subnetId);
    this.securityGroupId = workloadSecurityGroup(this, this.vpcId).attrGroupId;
    new PrivateEndpoints(this, 'Endpoints', {
      vpcId: this.vpcId,
      subnetIds: this.subnetIds,
      routeTableIds: this.resource.isolatedSubnets.map((subnet) => subnet.routeTable.routeTableId),
      workloadSecurityGroupId: this.securityGroupId,
      interfaceEndpoints: props.interfaceEndpoints,
      gatewayEndpoints: kept.gatewayEndpoints,
      ...(props.endpointActions === undefined ? {} : { endpointActions: props.endpointActions }),
    });
    this.logFlows(kept);
  }

  /** Connections of the workloads in it, such as to a database of the team. */
  get connections(): ec2.Connections {
    return connectionsOf(this, this.securityGroupId);
  }

  private logFlows(
    kept: Pick<PrivateNetworkProps, 'encryptionKey' | 'flowLogBucketArn'> &
      Required<Pick<PrivateNetworkProps, 'dataRetention' | 'flowLogRetentionDays'>>,
  ): void {
    const { vpcId } = this;
    if (kept.flowLogBucketArn !== undefined) {
      new ArchivedFlowLog(this, 'FlowLog', { vpcId, bucketArn: kept.flowLogBucketArn });
      return;
    }
    new FlowLog(this, 'FlowLog', {
      vpcId,
      retentionDays: kept.flowLogRetentionDays,
      encryptionKey: kept.encryptionKey ?? ownKey(this, kept.dataRetention),
      dataRetention: kept.dataRetention,
    });
  }
}

const gateways: readonly ('s3' | 'dynamodb')[] = ['s3'];

/**
 * A VPC compares its zones with those of its stack, and the stack looks them up in the account. Here the props name them, so
 * the stack has these while the VPC is made.
 */
function withZones(scope: Construct, zones: readonly string[], make: () => ec2.Vpc): ec2.Vpc {
  const stack = Stack.of(scope);
  // Named by the app itself.
  if (Object.hasOwn(stack, 'availabilityZones')) return make();
  Object.defineProperty(stack, 'availabilityZones', { configurable: true, get: () => [...zones] });
  try {
    return make();
  } finally {
    Reflect.deleteProperty(stack, 'availabilityZones');
  }
}

function repeated(prop: string, values: readonly string[]): readonly PropProblem[] {
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  return twice.length === 0 ? [] : [{ prop, got: twice, expected: 'each value once', fix: 'remove the second one' }];
}

/** Where a managed service attaches the network interfaces of a workload: subnets without an internet route. */
export interface WorkloadNetwork {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
}
