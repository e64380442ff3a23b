import { CfnScalableTarget, CfnScalingPolicy } from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { EndpointMetrics } from './metrics';
import { variantName } from './metrics';

/** Seconds. Removing capacity is slow, because a released GPU takes minutes to return. */
const scaleOutCooldown = 60;
const scaleInCooldown = 600;

/** A change of the minimum at an hour of the day. */
export interface ScheduledMinimum {
  readonly name: string;
  /** `cron(…)` of Application Auto Scaling. */
  readonly schedule: string;
  /** IANA name. Daylight saving time is followed. */
  readonly timeZone: string;
  readonly minInstances: number;
}

/** Props of {@link InstanceScaling}. */
export interface InstanceScalingProps {
  readonly endpointName: string;
  readonly minInstances: number;
  readonly maxInstances: number;
  /** Target for requests in flight per instance. */
  readonly targetConcurrency: number;
  /** Changes of the minimum over the day. @default - the minimum never changes */
  readonly scheduledMinimums?: readonly ScheduledMinimum[];
}

/**
 * Scales the instances of an endpoint by requests in flight per instance.
 *
 * Creates a scalable target and a target-tracking policy. Make the target depend on the endpoint, which must exist
 * first. Concurrency is published every ten seconds. Latency and GPU load react late, or not at all, with an engine that
 * batches.
 *
 * A schedule changes the minimum only: load adds instances at any time, up to the same maximum. A deployment that
 * changes the target resets the minimum to `minInstances` until the next scheduled action.
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

/** Props of {@link CopyScaling}. */
export interface CopyScalingProps {
  readonly inferenceComponentName: string;
  readonly maxCopies: number;
  /** Target for requests in flight per copy. */
  readonly targetConcurrency: number;
  readonly metrics: EndpointMetrics;
}

/**
 * Scales the copies of a model by requests in flight per copy, down to zero.
 *
 * Creates a scalable target, a target-tracking policy, and an alarm with a step policy that starts the first copy. With
 * zero copies there is no concurrency to track, so a request without capacity starts the first copy. That request and
 * all others fail until the copy has loaded.
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
