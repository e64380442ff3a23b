import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

/**
 * The security group of models and jobs: it opens HTTPS connections and takes none.
 *
 * Gateway endpoints have public addresses, and their prefix list has another id in each region. Without an internet route
 * the rule reaches only those endpoints and the network itself.
 */
export function workloadSecurityGroup(scope: Construct, vpcId: string): ec2.CfnSecurityGroup {
  return new ec2.CfnSecurityGroup(scope, 'Workload', {
    vpcId,
    groupDescription: 'models and jobs of the platform',
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
}
