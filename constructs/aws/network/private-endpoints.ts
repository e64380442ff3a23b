import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { endpointStatements } from './endpoint-policy';

/** Props of {@link PrivateEndpoints}. */
export interface PrivateEndpointsProps {
  readonly vpcId: string;
  /** Subnets of the interface endpoints, one per zone. */
  readonly subnetIds: readonly string[];
  /** Route tables of the gateway endpoints. */
  readonly routeTableIds: readonly string[];
  /** The only security group that may use the interface endpoints. */
  readonly workloadSecurityGroupId: string;
  /** Service names without the regional prefix, for example `sagemaker.runtime`. */
  readonly interfaceEndpoints: readonly string[];
  readonly gatewayEndpoints: readonly ('s3' | 'dynamodb')[];
  /** Actions of services that the kit does not know, or in place of those it knows, by service. @default - none */
  readonly endpointActions?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Private access to AWS services for a network without an internet route.
 *
 * Creates one VPC endpoint per service and one security group that admits HTTPS from the workload. Every endpoint has a
 * policy that names its actions and admits principals of this account. An interface endpoint is billed per hour and
 * zone; gateway endpoints are free.
 *
 * @throws CodedError `UnknownEndpointService` for a service without a policy
 */
export class PrivateEndpoints extends Construct {
  readonly securityGroup: ec2.CfnSecurityGroup;

  constructor(scope: Construct, id: string, props: PrivateEndpointsProps) {
    super(scope, id);
    this.securityGroup = new ec2.CfnSecurityGroup(this, 'SecurityGroup', {
      vpcId: props.vpcId,
      groupDescription: 'HTTPS from the workload to the private endpoints',
      securityGroupIngress: [
        {
          description: 'HTTPS from the workload',
          sourceSecurityGroupId: props.workloadSecurityGroupId,
          ipProtocol: 'tcp',
          fromPort: 443,
          toPort: 443,
        },
      ],
      // Endpoints open no connections. Without an egress rule EC2 would allow all of them.
      securityGroupEgress: [
        { description: 'nothing', cidrIp: '127.0.0.1/32', ipProtocol: 'tcp', fromPort: 443, toPort: 443 },
      ],
    });
    for (const service of props.gatewayEndpoints) {
      new ec2.CfnVPCEndpoint(this, service, {
        ...this.common(props, service),
        vpcEndpointType: 'Gateway',
        routeTableIds: [...props.routeTableIds],
      });
    }
    for (const service of props.interfaceEndpoints) {
      new ec2.CfnVPCEndpoint(this, service, {
        ...this.common(props, service),
        vpcEndpointType: 'Interface',
        privateDnsEnabled: true,
        subnetIds: [...props.subnetIds],
        securityGroupIds: [this.securityGroup.attrGroupId],
      });
    }
  }

  private common(props: PrivateEndpointsProps, service: string): ec2.CfnVPCEndpointProps {
    return {
      vpcId: props.vpcId,
      serviceName: `com.amazonaws.${Stack.of(this).region}.${service}`,
      policyDocument: new iam.PolicyDocument({
        statements: [...endpointStatements(this, service, props.endpointActions)],
      }),
    };
  }
}
