import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

/** Props of {@link TrainingMembers}. */
export interface TrainingMembersProps {
  readonly vpcId: string;
}

/**
 * The security group in which the instances of one training job reach each other.
 *
 * Creates a group that admits and opens every protocol from and to itself: distributed training uses ports of its own, and
 * encryption between the instances ESP and UDP 500. The group of the network admits nothing, so that no endpoint is
 * reachable by a job. It is free.
 *
 * https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html and train-encrypt.html, read 2026-11-30
 */
export class TrainingMembers extends Construct {
  readonly resource: ec2.CfnSecurityGroup;

  constructor(scope: Construct, id: string, props: TrainingMembersProps) {
    super(scope, id);
    this.resource = new ec2.CfnSecurityGroup(this, 'Resource', {
      vpcId: props.vpcId,
      groupDescription: 'instances of a training job, among themselves',
      // Without an egress rule EC2 would allow all of them.
      securityGroupEgress: [
        { description: 'nothing', cidrIp: '127.0.0.1/32', ipProtocol: 'tcp', fromPort: 443, toPort: 443 },
      ],
    });
    const groupId = this.resource.attrGroupId;
    new ec2.CfnSecurityGroupIngress(this, 'Ingress', {
      groupId,
      description: 'from members of the job',
      sourceSecurityGroupId: groupId,
      ipProtocol: '-1',
    });
    new ec2.CfnSecurityGroupEgress(this, 'Egress', {
      groupId,
      description: 'to members of the job',
      destinationSecurityGroupId: groupId,
      ipProtocol: '-1',
    });
  }
}
