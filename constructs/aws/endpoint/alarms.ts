import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { PropProblem } from '../props/prop-problem';
import { numberBetween, refuseProps } from '../props/prop-problem';
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
  /** Whether a rollout is rolled back by the alarms. @default true */
  readonly guardsRollout?: boolean;
}

/** Thresholds that an alarm can reach. @param prefix - of the names of the props */
export function alarmProblems(
  { latencyP99Ms, errorPercent }: Pick<EndpointAlarmsProps, 'latencyP99Ms' | 'errorPercent'>,
  prefix = '',
): readonly PropProblem[] {
  return [
    ...numberBetween(`${prefix}latencyP99Ms`, latencyP99Ms, { least: 1, most: millisecondsOfDay, fraction: true }),
    ...numberBetween(`${prefix}errorPercent`, errorPercent, { least: 0, most: 100, fraction: true }),
  ];
}

/** No request to an endpoint takes a day. */
const millisecondsOfDay = 86_400_000;

/**
 * Alarms on latency and errors of an endpoint: one for each, which both notify and roll an update back.
 *
 * They start after three bad minutes of five, because one slow minute during warm-up is not an incident. Missing data
 * counts as good: an endpoint without traffic publishes none. Where the endpoint can be empty, errors of requests that woke
 * it are not notified; an alarm without that exception controls the rollout, because SageMaker does not document whether a
 * rollback reads metric math. Billed per alarm and month.
 *
 * @throws CodedError `InvalidProps`
 */
export class EndpointAlarms extends Construct {
  readonly latency: cloudwatch.Alarm;
  readonly errors: cloudwatch.Alarm;
  /** Names of the alarms that roll an update back. Empty where they do not. */
  readonly rollbackAlarmNames: readonly string[];

  constructor(scope: Construct, id: string, props: EndpointAlarmsProps) {
    super(scope, id);
    refuseProps(this, alarmProblems(props));
    const { metrics, errorPercent, guardsRollout = true, topic } = props;
    const exceptsWake = metrics.canBeEmpty && topic !== undefined;
    const errors = {
      threshold: errorPercent / 100,
      alarmDescription: `more than ${errorPercent} % of requests answered 5xx`,
    };
    this.latency = this.alarm('Latency', {
      metric: metrics.modelLatency('p99'),
      threshold: props.latencyP99Ms * 1000,
      alarmDescription: `99th percentile of model latency above ${props.latencyP99Ms} ms`,
    });
    this.errors = this.alarm('Errors', {
      ...errors,
      metric: exceptsWake ? metrics.serverErrorShareWhileAwake() : metrics.serverErrorShare(),
    });
    const guard =
      exceptsWake && guardsRollout
        ? this.alarm('RolloutErrors', { ...errors, metric: metrics.serverErrorShare() })
        : this.errors;
    this.rollbackAlarmNames = guardsRollout ? [this.latency.alarmName, guard.alarmName] : [];
    if (topic !== undefined) {
      const action = new SnsAction(topic);
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
