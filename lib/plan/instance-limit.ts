import type { Cloud } from '../platform';
import type { EndpointRequest } from './endpoint/endpoint-context';
import type { OverLimit } from './endpoint/quota-fit';
import type { SizedEndpoint } from './endpoint/size';

/** The most instances of one endpoint. */
export interface InstanceLimit {
  readonly cloud: Cloud;
  readonly most: number;
  /** Subject of a sentence such as `a managed online deployment has at most 50`. */
  readonly subject: string;
}

/** The limit of Azure Machine Learning. */
export const azureMlInstances: InstanceLimit = { cloud: 'azure', most: 50, subject: 'a managed online deployment' };

/**
 * A limit of this kit on SageMaker. The service documents none: `InitialInstanceCount` and `MaxInstanceCount` have a
 * minimum and no maximum (SageMaker API reference), and the quota of each instance type can be raised. A thousand GPU
 * instances behind one endpoint are more than any fleet this kit is for; a larger number is a mistake in the load.
 */
export const sageMakerInstances: InstanceLimit = { cloud: 'aws', most: 1000, subject: 'a SageMaker endpoint here' };

/**
 * Refuses a size with more instances than the limit. The whole peak counts in every tier, because production runs the same
 * size as development.
 *
 * @returns what to report; undefined within the limit
 */
export function tooManyInstances(
  { key, endpoint }: Pick<EndpointRequest, 'key' | 'endpoint'>,
  { size, peakReplicas }: Pick<SizedEndpoint, 'size' | 'peakReplicas'>,
  { cloud, most, subject }: InstanceLimit,
): OverLimit | undefined {
  const { instanceType } = size.value;
  const limit = `${subject} has at most ${most}`;
  // Pinned replicas replace the planned number.
  const pinned = endpoint.pinned?.[cloud]?.replicas ?? 0;
  if (pinned > most) {
    return {
      text: `${pinned} are pinned, and ${limit} instances`,
      issue: {
        code: 'TooManyInstances',
        path: `endpoints.${key}.pinned.${cloud}.replicas`,
        message: `${pinned} x ${instanceType} are pinned, and ${limit}`,
        got: pinned,
        expected: `at most ${most} instances`,
        fix: `use at most ${most}, or remove the pin`,
      },
    };
  }
  if (peakReplicas <= most) return undefined;
  return {
    text: `the peak needs ${peakReplicas}, and ${limit} instances`,
    issue: {
      code: 'TooManyInstances',
      path: `endpoints.${key}.traffic.peakConcurrency`,
      message: `the peak needs ${peakReplicas} x ${instanceType}, and ${limit}`,
      got: endpoint.traffic.peakConcurrency,
      expected: `a load for at most ${most} instances`,
      fix: `lower it, split the load over two endpoints, or loosen endpoints.${key}.slo`,
    },
  };
}
