import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { EndpointMetrics } from './metrics';

/** Props of {@link EndpointAlarms}. */
export interface EndpointAlarmsProps {
  readonly metrics: EndpointMetrics;
  /** Milliseconds, 99th percentile of model latency. */
  readonly latencyP99Ms: number;
  /** Share of requests answered 5xx, in percent. */
  readonly errorPercent: number;
  /** Notified when an alarm starts and ends. @default - no notification: the alarms only control a rollout */
  readonly topic?: ITopic;
}

/**
 * Alarms on latency and errors of an endpoint.
 *
 * Creates two CloudWatch alarms that start after three bad minutes of five, because one slow minute during warm-up is
 * not an incident. Missing data counts as good: an endpoint without traffic publishes none. Billed per alarm and month.
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
