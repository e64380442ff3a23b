import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { letServiceUse } from '../encryption/service-use';
import { serviceOfThisAccount } from '../identity/service-principal';
import { logRetentionSteps } from '../props/grammars';
import { oneOf, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';

/** Props of a {@link FlowLog}. */
export interface FlowLogProps {
  readonly vpcId: string;
  /** Days that logs are kept; one of CloudWatch's retention periods. */
  readonly retentionDays: number;
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/**
 * A log of the accepted and refused connections of a VPC.
 *
 * Creates a flow log, its log group, encrypted with the customer key, and the role that writes it. Billed per GB
 * ingested and stored.
 *
 * @throws CodedError `InvalidProps`
 */
export class FlowLog extends Construct {
  readonly logGroup: logs.CfnLogGroup;

  constructor(scope: Construct, id: string, props: FlowLogProps) {
    super(scope, id);
    refuseProps(this, oneOf('retentionDays', props.retentionDays, logRetentionSteps));
    letServiceUse(this, props.encryptionKey, 'logs');
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
    // An L1, because the role of the L2 trusts the service for any account and may pass itself.
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
