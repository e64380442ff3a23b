import { Duration, Names, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { letServiceUse } from '../encryption/service-use';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';

/** Props of an {@link IngestionLog}. */
export interface IngestionLogProps {
  readonly knowledgeBaseArn: string;
  readonly encryptionKey: IKey;
  readonly logRetentionDays: number;
  readonly dataRetention: DataRetention;
  /** Notified when an ingestion fails. @default - nobody; the alarm is there */
  readonly alarmTopic?: ITopic;
}

/** What went wrong in a job: the whole of it, or some of its documents. */
const failed =
  '{ ($.event_type = "StartIngestionJob.StatusChanged") && (($.event.ingestion_job_status = "FAILED") || ($.event.resource_statistics.number_of_resources_failed > 0)) }';

/** Namespace of the metric that the filter writes: Bedrock has none of an ingestion. */
const namespace = 'LlmopsKit/Ingestion';

/**
 * The log of the ingestions of a knowledge base, and an alarm on those that fail.
 *
 * Bedrock publishes neither a metric nor an event of an ingestion: its log has the states. Creates the delivery of that log to a
 * log group, which is encrypted with the customer key, a metric filter that counts jobs that failed and jobs with documents that
 * failed, and an alarm on it. Billed per GB of logs, per metric and per alarm.
 *
 * Sources, read 2026-11-30: "Monitor knowledge bases using CloudWatch Logs" in the user guide of Bedrock; "Enable logging from AWS
 * services" in that of CloudWatch Logs.
 */
export class IngestionLog extends Construct {
  readonly logGroup: logs.CfnLogGroup;
  readonly alarm: cloudwatch.Alarm;
  /** Jobs that failed, or had documents that failed. */
  readonly failures: cloudwatch.Metric;

  constructor(scope: Construct, id: string, props: IngestionLogProps) {
    super(scope, id);
    const name = Names.uniqueResourceName(this, { maxLength: 60, separator: '-' });
    letServiceUse(this, props.encryptionKey, 'logs');
    const logGroupName = `/aws/vendedlogs/bedrock/knowledge-base/${name}`;
    this.logGroup = new logs.CfnLogGroup(this, 'Group', {
      logGroupName,
      retentionInDays: props.logRetentionDays,
      kmsKeyId: props.encryptionKey.keyArn,
      resourcePolicyDocument: this.letDelivery(logGroupName),
    });
    this.logGroup.applyRemovalPolicy(removalPolicyOf(props.dataRetention));
    this.deliver(name, props.knowledgeBaseArn);
    const dimension = { KnowledgeBase: props.knowledgeBaseArn };
    new logs.CfnMetricFilter(this, 'Failed', {
      logGroupName: this.logGroup.ref,
      filterPattern: failed,
      metricTransformations: [
        {
          metricNamespace: namespace,
          metricName: 'Failed',
          metricValue: '1',
          dimensions: [{ key: 'KnowledgeBase', value: '$.event.knowledge_base_arn' }],
        },
      ],
    });
    this.failures = new cloudwatch.Metric({
      namespace,
      metricName: 'Failed',
      dimensionsMap: dimension,
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
    this.alarm = new cloudwatch.Alarm(this, 'IngestionFailed', {
      alarmDescription: `an ingestion failed, or some of its documents did: see ${logGroupName}`,
      metric: this.failures,
      threshold: 0,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    if (props.alarmTopic !== undefined) this.alarm.addAlarmAction(new SnsAction(props.alarmTopic));
  }

  private deliver(name: string, knowledgeBaseArn: string): void {
    const source = new logs.CfnDeliverySource(this, 'Source', {
      name,
      logType: 'APPLICATION_LOGS',
      resourceArn: knowledgeBaseArn,
    });
    const destination = new logs.CfnDeliveryDestination(this, 'Destination', {
      name,
      destinationResourceArn: this.logGroup.attrArn,
      outputFormat: 'json',
    });
    new logs.CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.ref,
      deliveryDestinationArn: destination.attrArn,
    });
  }

  /**
   * Otherwise the service writes a policy, which the role of a deployment may not. It is the policy of the group: an account has
   * at most 10 policies per region that belong to no group (PutResourcePolicy in the API reference of CloudWatch Logs, read
   * 2026-12-01), so the eleventh knowledge base would not deploy.
   */
  private letDelivery(logGroupName: string): object {
    const { partition, region, account } = Stack.of(this);
    return {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'delivery.logs.amazonaws.com' },
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: `arn:${partition}:logs:${region}:${account}:log-group:${logGroupName}:log-stream:*`,
          Condition: {
            StringEquals: { 'aws:SourceAccount': account },
            ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:${region}:${account}:*` },
          },
        },
      ],
    };
  }
}
