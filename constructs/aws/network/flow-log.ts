import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { serviceOfThisAccount } from '../identity/service-principal';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';

export interface FlowLogProps {
  readonly vpcId: string;
  /** Days; one of CloudWatch's retention steps. */
  readonly retentionDays: number;
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/** Every accepted and refused connection of a VPC, in an encrypted log group. */
export class FlowLog extends Construct {
  readonly logGroup: logs.CfnLogGroup;

  constructor(scope: Construct, id: string, props: FlowLogProps) {
    super(scope, id);
    const stack = Stack.of(this);
    this.logGroup = new logs.CfnLogGroup(this, 'LogGroup', {
      retentionInDays: props.retentionDays,
      kmsKeyId: props.encryptionKey.keyArn,
    });
    this.logGroup.applyRemovalPolicy(removalPolicyOf(props.dataRetention));
    const role = new iam.Role(this, 'Role', {
      description: 'writes VPC flow logs',
      assumedBy: serviceOfThisAccount(
        this,
        'vpc-flow-logs.amazonaws.com',
        `arn:${stack.partition}:ec2:${stack.region}:${stack.account}:vpc-flow-log/*`,
      ),
    });
    const policy = new iam.Policy(this, 'Policy', {
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          resources: [this.logGroup.attrArn],
        }),
      ],
    });
    // The L2's own role is open to any account and may pass itself; hence the L1 with a role of ours.
    const resource = new ec2.CfnFlowLog(this, 'Resource', {
      resourceId: props.vpcId,
      resourceType: 'VPC',
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logGroupName: this.logGroup.ref,
      deliverLogsPermissionArn: role.roleArn,
      maxAggregationInterval: 600,
    });
    resource.node.addDependency(policy);
  }
}
