import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { PipelineMetrics } from './pipeline-metrics';

/** Props of a {@link PipelineAlarm}. */
export interface PipelineAlarmProps {
  readonly metrics: PipelineMetrics;
  readonly pipelineName: string;
  /** Notified when an execution fails. @default - nobody */
  readonly alarmTopic?: ITopic;
}

/** An alarm on executions of a pipeline that fail. Billed per month. */
export class PipelineAlarm extends Construct {
  readonly alarm: cloudwatch.Alarm;

  constructor(scope: Construct, id: string, { metrics, pipelineName, alarmTopic }: PipelineAlarmProps) {
    super(scope, id);
    this.alarm = new cloudwatch.Alarm(this, 'Failed', {
      alarmDescription: `an execution of ${pipelineName} failed: its steps say why`,
      metric: metrics.executionsFailed(),
      threshold: 0,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    if (alarmTopic !== undefined) this.alarm.addAlarmAction(new SnsAction(alarmTopic));
  }
}
