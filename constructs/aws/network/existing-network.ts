import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { Grammar } from '../props/prop-problem';
import { eachInGrammar, inGrammar, numberBetween, refuseProps } from '../props/prop-problem';
import { PrivateEndpoints } from './private-endpoints';
import type { WorkloadNetwork } from './private-network';
import { connectionsOf } from './workload-connections';
import { workloadSecurityGroup } from './workload-security-group';

/** Props of an {@link ExistingNetwork}. */
export interface ExistingNetworkProps {
  readonly vpcId: string;
  /** Subnets of workloads and interface endpoints, one for each zone. */
  readonly subnetIds: readonly string[];
  /** Security group of workloads. @default - one is created that may open HTTPS connections only */
  readonly securityGroupId?: string;
  /** Route tables of the gateway endpoints. */
  readonly routeTableIds: readonly string[];
  /** Services that get an endpoint, without the regional prefix. Empty where all of them can be reached. */
  readonly interfaceEndpoints: readonly string[];
  readonly gatewayEndpoints: readonly ('s3' | 'dynamodb')[];
  /** As of `PrivateNetworkProps`. @default - none */
  readonly endpointActions?: Readonly<Record<string, readonly string[]>>;
}

/** "Resource IDs" in the user guide of EC2, read 2026-11-30. */
const idOf = (kind: string): Grammar => ({
  pattern: new RegExp(`^${kind}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`),
  expected: `${kind}- and 8 or 17 hexadecimal digits`,
  fix: 'copy the id from the account',
});

/**
 * A network that exists already, and what a platform lacks in it.
 *
 * Creates the given endpoints, and a security group where none is given: nothing at all where everything is there. Routes, flow
 * logs and the default security group are left alone. No look-up: the ids are given. The subnets should have no route to
 * the internet. Interface endpoints are billed per hour and zone.
 *
 * @example
 * new ExistingNetwork(this, 'Network', {
 *   vpcId: 'vpc-0a1b2c3d4e5f60718',
 *   subnetIds: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'],
 *   routeTableIds: [],
 *   interfaceEndpoints: ['sagemaker.runtime'],
 *   gatewayEndpoints: [],
 * });
 * @throws CodedError `UnknownEndpointService`, `InvalidProps`
 */
export class ExistingNetwork extends Construct implements WorkloadNetwork, ec2.IConnectable {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: ExistingNetworkProps) {
    super(scope, id);
    const { vpcId, subnetIds, routeTableIds, interfaceEndpoints, gatewayEndpoints, endpointActions } = props;
    refuseProps(
      this,
      inGrammar('vpcId', vpcId, idOf('vpc')),
      numberBetween('subnetIds.length', subnetIds.length, { least: 1 }),
      eachInGrammar('subnetIds', subnetIds, idOf('subnet')),
      props.securityGroupId === undefined ? [] : inGrammar('securityGroupId', props.securityGroupId, idOf('sg')),
      eachInGrammar('routeTableIds', routeTableIds, idOf('rtb')),
      numberBetween('routeTableIds.length', routeTableIds.length, { least: gatewayEndpoints.length === 0 ? 0 : 1 }),
    );
    this.vpcId = vpcId;
    this.subnetIds = subnetIds;
    this.securityGroupId = props.securityGroupId ?? workloadSecurityGroup(this, vpcId).attrGroupId;
    if (interfaceEndpoints.length + gatewayEndpoints.length === 0) return;
    new PrivateEndpoints(this, 'Endpoints', {
      vpcId,
      subnetIds,
      routeTableIds,
      workloadSecurityGroupId: this.securityGroupId,
      interfaceEndpoints,
      gatewayEndpoints,
      ...(endpointActions === undefined ? {} : { endpointActions }),
    });
  }

  /** Connections of the workloads in it, such as to a database of the team. */
  get connections(): ec2.Connections {
    return connectionsOf(this, this.securityGroupId);
  }
}
