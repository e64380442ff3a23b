import type { CfnEndpoint, CfnInferenceComponent } from 'aws-cdk-lib/aws-sagemaker';

/** How a new version takes over from the old one. */
export type Rollout =
  | { readonly kind: 'all-at-once' }
  | { readonly kind: 'rolling'; readonly batchPercent: number; readonly waitSeconds: number }
  | { readonly kind: 'canary'; readonly canaryPercent: number; readonly waitSeconds: number };

/** Loading weights dominates a rollout: with a shorter limit SageMaker would end a slow but healthy one. */
const longestRolloutSeconds = 14_400;

/** Endpoints and inference components name these the same. */
function inBatches({ batchPercent, waitSeconds }: Extract<Rollout, { readonly kind: 'rolling' }>) {
  return {
    maximumBatchSize: { type: 'CAPACITY_PERCENT', value: batchPercent },
    waitIntervalInSeconds: waitSeconds,
    maximumExecutionTimeoutInSeconds: longestRolloutSeconds,
  };
}

function rollBackOn(alarmNames: readonly string[]) {
  return { alarms: alarmNames.map((alarmName) => ({ alarmName })) };
}

/** How an endpoint of instances changes to another configuration, and which alarms take it back. */
export function endpointDeployment(
  rollout: Rollout,
  alarmNames: readonly string[],
): CfnEndpoint.DeploymentConfigProperty {
  return {
    ...updatePolicy(rollout),
    autoRollbackConfiguration: rollBackOn(alarmNames),
  };
}

function updatePolicy(
  rollout: Rollout,
): Pick<CfnEndpoint.DeploymentConfigProperty, 'blueGreenUpdatePolicy' | 'rollingUpdatePolicy'> {
  switch (rollout.kind) {
    case 'all-at-once':
      return {
        blueGreenUpdatePolicy: {
          trafficRoutingConfiguration: { type: 'ALL_AT_ONCE', waitIntervalInSeconds: 0 },
          maximumExecutionTimeoutInSeconds: longestRolloutSeconds,
        },
      };
    case 'rolling':
      return {
        rollingUpdatePolicy: inBatches(rollout),
      };
    case 'canary':
      return {
        blueGreenUpdatePolicy: {
          trafficRoutingConfiguration: {
            type: 'CANARY',
            canarySize: { type: 'CAPACITY_PERCENT', value: rollout.canaryPercent },
            waitIntervalInSeconds: rollout.waitSeconds,
          },
          // The old fleet stays as long again under full traffic, so that going back needs no cold start.
          terminationWaitInSeconds: rollout.waitSeconds,
          maximumExecutionTimeoutInSeconds: longestRolloutSeconds,
        },
      };
  }
}

/**
 * How the copies of an inference component change to another specification.
 *
 * @returns undefined for the service's own way, which has no rollback
 * @throws on a canary: SageMaker rolls components over in batches and knows no other way
 */
export function componentDeployment(
  rollout: Rollout,
  alarmNames: readonly string[],
): CfnInferenceComponent.InferenceComponentDeploymentConfigProperty | undefined {
  switch (rollout.kind) {
    case 'all-at-once':
      return undefined;
    case 'rolling':
      return {
        rollingUpdatePolicy: inBatches(rollout),
        autoRollbackConfiguration: rollBackOn(alarmNames),
      };
    case 'canary':
      throw new Error("rollout.kind: got 'canary' with capacity in copies, expected 'rolling' or 'all-at-once'");
  }
}
