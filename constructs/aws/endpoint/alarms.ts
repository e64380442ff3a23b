import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { EndpointMetrics } from './metrics';

export interface EndpointAlarmsProps {
  readonly metrics: EndpointMetrics;
  /** Milliseconds, 99th percentile of model latency. */
  readonly latencyP99Ms: number;
  /** Share of requests answered 5xx, in percent. */
  readonly errorPercent: number;
  /** Told when an alarm is raised and when it is over. @default - nobody: the alarms steer a rollout */
  readonly topic?: ITopic;
}

/**
 * Slow and failing answers of an endpoint.
 *
 * Creates two alarms over three of five minutes: one slow minute while a batch warms up is no incident. Silence is
 * healthy, an endpoint without traffic publishes nothing.
 */
export class EndpointAlarms extends Construct {
  readonly latency: cloudwatch.Alarm;
  readonly errors: cloudwatch.Alarm;

  constructor(scope: Construct, id: string, props: EndpointAlarmsProps) {
    super(scope, id);
    this.latency = this.alarm('Latency', {
      metric: props.metrics.modelLatency('p99'),
      threshold: props.latencyP99Ms * 1000,
      alarmDescription: `99th percentile of model latency above ${props.latencyP99Ms} ms`,
    });
    this.errors = this.alarm('Errors', {
      metric: props.metrics.serverErrorShare(),
      threshold: props.errorPercent / 100,
      alarmDescription: `more than ${props.errorPercent} % of requests answered 5xx`,
    });
    if (props.topic !== undefined) {
      const action = new SnsAction(props.topic);
      for (const alarm of [this.latency, this.errors]) {
        alarm.addAlarmAction(action);
        alarm.addOkAction(action);
      }
    }
  }

  private alarm(
    id: string,
    props: Pick<cloudwatch.AlarmProps, 'metric' | 'threshold' | 'alarmDescription'>,
  ): cloudwatch.Alarm {
    return new cloudwatch.Alarm(this, id, {
      ...props,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
  }
}
