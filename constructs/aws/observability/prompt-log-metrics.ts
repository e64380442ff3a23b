import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { PromptLogGrants } from './log-group-grants';

/** A log group of prompts and answers: of this app, or imported. */
export interface IPromptLogGroup {
  readonly logGroupName: string;
  /** With `:*` at the end, which stands for the streams. */
  readonly logGroupArn: string;
  readonly grants: PromptLogGrants;
  readonly metrics: PromptLogMetrics;
}

/** A log group that is known by its name only, in this account and region. */
export class ImportedPromptLogGroup extends Construct implements IPromptLogGroup {
  readonly logGroupArn: string;
  readonly grants: PromptLogGrants;
  readonly metrics: PromptLogMetrics;

  constructor(
    scope: Construct,
    id: string,
    readonly logGroupName: string,
  ) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    this.logGroupArn = `arn:${partition}:logs:${region}:${account}:log-group:${logGroupName}:*`;
    this.grants = new PromptLogGrants(this.logGroupArn);
    this.metrics = new PromptLogMetrics(logGroupName);
  }
}

/** The CloudWatch metrics of a log group, as the CDK names them (canned metrics of aws-logs in aws-cdk-lib 2.276.0). */
export class PromptLogMetrics {
  constructor(private readonly logGroupName: string) {}

  /** Events that were written. */
  incomingEvents(): cloudwatch.Metric {
    return this.metric('IncomingLogEvents');
  }

  /** Bytes that were written, uncompressed: what CloudWatch Logs bills. */
  incomingBytes(): cloudwatch.Metric {
    return this.metric('IncomingBytes');
  }

  private metric(metricName: string): cloudwatch.Metric {
    return new cloudwatch.Metric({
      namespace: 'AWS/Logs',
      metricName,
      dimensionsMap: { LogGroupName: this.logGroupName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }
}
