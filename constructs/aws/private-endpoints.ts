import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { endpointStatements } from './endpoint-policy';

export interface PrivateEndpointsProps {
  readonly vpc: ec2.Vpc;
  /** The only security group that may use the interface endpoints. */
  readonly workloadSecurityGroup: ec2.ISecurityGroup;
  /** Service names without the regional prefix, for example `sagemaker.runtime`. */
  readonly interfaceEndpoints: readonly string[];
  readonly gatewayEndpoints: readonly ('s3' | 'dynamodb')[];
}

/**
 * The services a network without a route out can reach.
 *
 * Creates one endpoint per service and one security group that admits HTTPS from the workload. Every endpoint has a
 * policy. An interface endpoint costs by the hour and zone, a gateway endpoint nothing.
 */
export class PrivateEndpoints extends Construct {
  readonly securityGroup: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, props: PrivateEndpointsProps) {
    super(scope, id);
    this.securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: props.vpc,
      description: 'HTTPS from the workload to the private endpoints',
      allowAllOutbound: false,
    });
    this.securityGroup.addIngressRule(props.workloadSecurityGroup, ec2.Port.HTTPS, 'HTTPS from the workload');
    for (const service of props.gatewayEndpoints) this.gateway(props.vpc, service);
    for (const service of props.interfaceEndpoints) this.interface(props.vpc, service);
  }

  private gateway(vpc: ec2.Vpc, service: 's3' | 'dynamodb'): void {
    const endpoint = new ec2.GatewayVpcEndpoint(this, service, {
      vpc,
      service: new ec2.GatewayVpcEndpointAwsService(service),
      subnets: [{ subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
    });
    for (const statement of endpointStatements(this, service)) endpoint.addToPolicy(statement);
  }

  private interface(vpc: ec2.Vpc, service: string): void {
    const endpoint = new ec2.InterfaceVpcEndpoint(this, service, {
      vpc,
      service: new ec2.InterfaceVpcEndpointService(`com.amazonaws.${Stack.of(this).region}.${service}`),
      privateDnsEnabled: true,
      subnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [this.securityGroup],
      // The default admits the whole address range of the VPC.
      open: false,
    });
    for (const statement of endpointStatements(this, service)) endpoint.addToPolicy(statement);
  }
}
