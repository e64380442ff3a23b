import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, refuseProps } from '../props/prop-problem';

/** Props of an {@link ArchivedFlowLog}. */
export interface ArchivedFlowLogProps {
  readonly vpcId: string;
  /** ARN of a bucket, or of a folder in it: `arn:aws:s3:::flow-logs/ai/`. */
  readonly bucketArn: string;
}

/** LogDestination in the API reference of CreateFlowLogs, read 2026-11-30: AWSLogs is a folder of the service. */
const archive: Grammar = {
  pattern: /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/(?!(?:.*\/)?AWSLogs(?:\/|$))\S*)?$/,
  expected: 'the ARN of a bucket, or of a folder in it that is not called AWSLogs',
  fix: 'write arn:aws:s3::: and the name of the bucket',
};

/**
 * A log of the accepted and refused connections of a VPC, in a bucket of others.
 *
 * Creates a flow log. The policy of the bucket must let `delivery.logs.amazonaws.com` write for the account. Billed per GB delivered;
 * the bucket is its owner's.
 *
 * @throws CodedError `InvalidProps`
 */
export class ArchivedFlowLog extends Construct {
  readonly resource: ec2.CfnFlowLog;

  constructor(scope: Construct, id: string, props: ArchivedFlowLogProps) {
    super(scope, id);
    refuseProps(this, inGrammar('bucketArn', props.bucketArn, archive));
    this.resource = new ec2.CfnFlowLog(this, 'Resource', {
      resourceId: props.vpcId,
      resourceType: 'VPC',
      trafficType: 'ALL',
      logDestinationType: 's3',
      logDestination: props.bucketArn,
      maxAggregationInterval: 600,
    });
  }
}
