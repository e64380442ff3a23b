import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { PropProblem } from '../props/prop-problem';
import { numberBetween, refuseProps } from '../props/prop-problem';
import type { EndpointMetrics } from './metrics';

/** Thresholds above which the alarms of an endpoint are raised. */
export interface AlarmThresholds {
  /** Milliseconds, 99th percentile of model latency. @default - no alarm on latency: what is slow depends on the model */
  readonly latencyP99Ms?: number;
  /** Share of requests answered 5xx, in percent. @default 1 */
  readonly errorPercent?: number;
}

/** Props of {@link EndpointAlarms}. */
export interface EndpointAlarmsProps extends AlarmThresholds {
  readonly metrics: EndpointMetrics;
  /** Notified when an alarm starts and ends. @default - no notification: the alarms only control a rollout */
  readonly topic?: ITopic;
  /** Whether a rollout is rolled back by the alarms. @default true */
  readonly guardsRollout?: boolean;
}

/** Thresholds that an alarm can reach. @param prefix - of the names of the props */
export function alarmProblems(
  { latencyP99Ms, errorPercent = defaultAlarms.errorPercent }: AlarmThresholds,
  prefix = '',
): readonly PropProblem[] {
  return [
    ...(latencyP99Ms === undefined
      ? []
      : numberBetween(`${prefix}latencyP99Ms`, latencyP99Ms, { least: 1, most: millisecondsOfDay, fraction: true })),
    ...numberBetween(`${prefix}errorPercent`, errorPercent, { least: 0, most: 100, fraction: true }),
  ];
}

/** As the planner decides it. */
export const defaultAlarms = { errorPercent: 1 };

/** No request to an endpoint takes a day. */
const millisecondsOfDay = 86_400_000;

/**
 * Alarms on latency, where a threshold is given, and on errors of an endpoint: one for each, which both notify and roll an update back.
 *
 * They start after three bad minutes of five, because one slow minute during warm-up is not an incident. Missing data
 * counts as good: an endpoint without traffic publishes none. Where the endpoint can be empty, errors of requests that woke
 * it are not notified; an alarm without that exception controls the rollout, because SageMaker does not document whether a
 * rollback reads metric math. Billed per alarm and month.
 *
 * @throws CodedError `InvalidProps`
 */
export class EndpointAlarms extends Construct {
  /** Undefined where no threshold is given. */
  readonly latency?: cloudwatch.Alarm;
  readonly errors: cloudwatch.Alarm;
  /** Names of the alarms that roll an update back. Empty where they do not. */
  readonly rollbackAlarmNames: readonly string[];

  constructor(scope: Construct, id: string, props: EndpointAlarmsProps) {
    super(scope, id);
    refuseProps(this, alarmProblems(props));
    const { metrics, latencyP99Ms, errorPercent = defaultAlarms.errorPercent, guardsRollout = true, topic } = props;
    const exceptsWake = metrics.canBeEmpty && topic !== undefined;
    const errors = {
      threshold: errorPercent / 100,
      alarmDescription: `more than ${errorPercent} % of requests answered 5xx`,
    };
    if (latencyP99Ms !== undefined) {
      this.latency = this.alarm('Latency', {
        metric: metrics.modelLatency('p99'),
        threshold: latencyP99Ms * 1000,
        alarmDescription: `99th percentile of model latency above ${latencyP99Ms} ms`,
      });
    }
    const latency = this.latency === undefined ? [] : [this.latency];
    this.errors = this.alarm('Errors', {
      ...errors,
      metric: exceptsWake ? metrics.serverErrorShareWhileAwake() : metrics.serverErrorShare(),
    });
    const guard =
      exceptsWake && guardsRollout
        ? this.alarm('RolloutErrors', { ...errors, metric: metrics.serverErrorShare() })
        : this.errors;
    this.rollbackAlarmNames = guardsRollout ? [...latency, guard].map(({ alarmName }) => alarmName) : [];
    if (topic !== undefined) {
      const action = new SnsAction(topic);
      for (const alarm of [...latency, this.errors]) {
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
