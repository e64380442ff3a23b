import { CfnScalableTarget, CfnScalingPolicy } from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { EndpointMetrics } from './metrics';
import { variantName } from './metrics';

/** Seconds: adding is cheap to regret, a GPU given back takes minutes to return. */
const scaleOutCooldown = 60;
const scaleInCooldown = 600;

/** A change of the minimum at an hour of the day. */
export interface ScheduledMinimum {
  readonly name: string;
  /** `cron(…)` of Application Auto Scaling. */
  readonly schedule: string;
  /** IANA name; summer time is followed. */
  readonly timeZone: string;
  readonly minInstances: number;
}

export interface InstanceScalingProps {
  readonly endpointName: string;
  readonly minInstances: number;
  readonly maxInstances: number;
  /** Requests in flight per instance that scaling aims at. */
  readonly targetConcurrency: number;
  /** @default - the minimum never changes */
  readonly scheduledMinimums?: readonly ScheduledMinimum[];
}

/**
 * Adds and removes instances of an endpoint by the requests in flight on each.
 *
 * The endpoint must exist first: depend on it. Concurrency is published every ten seconds; latency and GPU load say too
 * late, or nothing, about an engine that batches.
 *
 * A schedule lowers and raises the minimum only: load adds instances at any hour, up to the same maximum. A deployment that
 * changes the target puts the minimum back to `minInstances` until the next action.
 */
export class InstanceScaling extends Construct {
  readonly target: CfnScalableTarget;

  constructor(scope: Construct, id: string, props: InstanceScalingProps) {
    super(scope, id);
    this.target = new CfnScalableTarget(this, 'Target', {
      serviceNamespace: 'sagemaker',
      scalableDimension: 'sagemaker:variant:DesiredInstanceCount',
      resourceId: `endpoint/${props.endpointName}/variant/${variantName}`,
      minCapacity: props.minInstances,
      maxCapacity: props.maxInstances,
      ...(props.scheduledMinimums === undefined
        ? {}
        : { scheduledActions: props.scheduledMinimums.map(scheduledAction) }),
    });
    trackConcurrency(
      this,
      this.target,
      'SageMakerVariantConcurrentRequestsPerModelHighResolution',
      props.targetConcurrency,
    );
  }
}

export interface CopyScalingProps {
  readonly inferenceComponentName: string;
  readonly maxCopies: number;
  /** Requests in flight per copy that scaling aims at. */
  readonly targetConcurrency: number;
  readonly metrics: EndpointMetrics;
}

/**
 * Adds and removes copies of a model by the requests in flight on each, down to none.
 *
 * At zero copies there is no concurrency to track, so that a request which finds no capacity wakes the first copy. That
 * request fails, and so do all others until the copy has loaded.
 */
export class CopyScaling extends Construct {
  readonly target: CfnScalableTarget;
  readonly wakeAlarm: cloudwatch.Alarm;

  constructor(scope: Construct, id: string, props: CopyScalingProps) {
    super(scope, id);
    this.target = new CfnScalableTarget(this, 'Target', {
      serviceNamespace: 'sagemaker',
      scalableDimension: 'sagemaker:inference-component:DesiredCopyCount',
      resourceId: `inference-component/${props.inferenceComponentName}`,
      minCapacity: 0,
      maxCapacity: props.maxCopies,
    });
    trackConcurrency(
      this,
      this.target,
      'SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution',
      props.targetConcurrency,
    );
    const wake = new CfnScalingPolicy(this, 'Wake', {
      policyName: 'wake-from-zero',
      policyType: 'StepScaling',
      scalingTargetId: this.target.ref,
      stepScalingPolicyConfiguration: {
        adjustmentType: 'ChangeInCapacity',
        cooldown: scaleOutCooldown,
        metricAggregationType: 'Maximum',
        stepAdjustments: [{ metricIntervalLowerBound: 0, scalingAdjustment: 1 }],
      },
    });
    this.wakeAlarm = new cloudwatch.Alarm(this, 'NoCapacity', {
      alarmDescription: 'a request found no copy to serve it; the first copy is being started',
      metric: props.metrics.noCapacityFailures(),
      threshold: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    this.wakeAlarm.addAlarmAction({ bind: () => ({ alarmActionArn: wake.ref }) });
  }
}

function scheduledAction(minimum: ScheduledMinimum): CfnScalableTarget.ScheduledActionProperty {
  return {
    scheduledActionName: minimum.name,
    schedule: minimum.schedule,
    timezone: minimum.timeZone,
    scalableTargetAction: { minCapacity: minimum.minInstances },
  };
}

function trackConcurrency(
  scope: Construct,
  target: CfnScalableTarget,
  predefinedMetricType: string,
  targetValue: number,
): void {
  new CfnScalingPolicy(scope, 'Concurrency', {
    policyName: 'requests-in-flight',
    policyType: 'TargetTrackingScaling',
    scalingTargetId: target.ref,
    targetTrackingScalingPolicyConfiguration: {
      predefinedMetricSpecification: { predefinedMetricType },
      targetValue,
      scaleInCooldown: scaleInCooldown,
      scaleOutCooldown: scaleOutCooldown,
    },
  });
}
