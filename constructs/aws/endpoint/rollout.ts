import type { CfnEndpoint, CfnInferenceComponent } from 'aws-cdk-lib/aws-sagemaker';

/** How a new version replaces the previous one. Percentages are of capacity. */
export type Rollout =
  /** `waitSeconds`: how long the previous fleet of instances stays, for a rollback. @default - it is deleted at once */
  | { readonly kind: 'all-at-once'; readonly waitSeconds?: number }
  | { readonly kind: 'rolling'; readonly batchPercent: number; readonly waitSeconds: number }
  | { readonly kind: 'canary'; readonly canaryPercent: number; readonly waitSeconds: number };

/** Loading weights takes most of a rollout. With a shorter limit SageMaker would end a slow but healthy one. */
const longestRolloutSeconds = 14_400;

/** Endpoints and inference components have the same property names. */
function inBatches({ batchPercent, waitSeconds }: Extract<Rollout, { readonly kind: 'rolling' }>) {
  return {
    maximumBatchSize: { type: 'CAPACITY_PERCENT', value: batchPercent },
    waitIntervalInSeconds: waitSeconds,
    maximumExecutionTimeoutInSeconds: longestRolloutSeconds,
  };
}

/** The API wants at least one alarm where it wants any. */
function rollBackOn(alarmNames: readonly string[]) {
  if (alarmNames.length === 0) return {};
  return { autoRollbackConfiguration: { alarms: alarmNames.map((alarmName) => ({ alarmName })) } };
}

/** Deployment configuration of an endpoint of instances: its rollout, and the alarms that roll it back. */
export function endpointDeployment(
  rollout: Rollout,
  alarmNames: readonly string[],
): CfnEndpoint.DeploymentConfigProperty {
  return { ...updatePolicy(rollout), ...rollBackOn(alarmNames) };
}

function updatePolicy(
  rollout: Rollout,
): Pick<CfnEndpoint.DeploymentConfigProperty, 'blueGreenUpdatePolicy' | 'rollingUpdatePolicy'> {
  switch (rollout.kind) {
    case 'all-at-once':
      return {
        blueGreenUpdatePolicy: {
          trafficRoutingConfiguration: { type: 'ALL_AT_ONCE', waitIntervalInSeconds: 0 },
          ...(rollout.waitSeconds === undefined ? {} : { terminationWaitInSeconds: rollout.waitSeconds }),
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
          // The previous fleet stays for the same time under full traffic, so that a rollback needs no cold start.
          terminationWaitInSeconds: rollout.waitSeconds,
          maximumExecutionTimeoutInSeconds: longestRolloutSeconds,
        },
      };
  }
}

/**
 * Deployment configuration of the copies of an inference component. SageMaker replaces copies in batches only.
 *
 * @returns undefined for the default of the service, which has no rollback
 */
export function componentDeployment(
  rollout: Rollout,
  alarmNames: readonly string[],
): CfnInferenceComponent.InferenceComponentDeploymentConfigProperty | undefined {
  if (rollout.kind !== 'rolling') return undefined;
  return { rollingUpdatePolicy: inBatches(rollout), ...rollBackOn(alarmNames) };
}
