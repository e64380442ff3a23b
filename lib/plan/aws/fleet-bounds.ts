import type { EndpointSpec } from '../../platform';
import { derive } from '../decision';
import type { EndpointContext } from '../endpoint/endpoint-context';
import type { ScalingBounds } from '../endpoint/fleet';
import { idleMinimum } from '../endpoint/schedule';
import type { SizedEndpoint } from '../endpoint/size';
import type { AwsCapacityPlan } from './aws-plan';
import { capacityPlan } from './capacity';

/** Capacity of the endpoint in production, for the whole load. */
export function productionCapacity(endpoint: EndpointSpec, sized: SizedEndpoint): AwsCapacityPlan {
  return capacityPlan(endpoint, 'production', { ...sized, replicas: derive(sized.size, sized.size.value.replicas) })
    .value;
}

/**
 * Bounds of the number of instances, for the cost of a month. Below production and on a standby no peak comes, so nothing
 * follows the load.
 *
 * @param targetConcurrency - requests in flight per instance
 */
export function sageMakerBounds(
  { endpoint, tier, role }: Pick<EndpointContext, 'endpoint' | 'tier' | 'role'>,
  capacity: AwsCapacityPlan,
  targetConcurrency: number,
): ScalingBounds {
  const loaded = tier === 'production' && role.kind !== 'standby' ? { targetConcurrency } : {};
  if (capacity.kind === 'copies') {
    const minimum = tier === 'production' ? 1 : capacity.maxCopies;
    return { minimum, idleMinimum: minimum, maximum: capacity.maxCopies, toZero: true, ...loaded };
  }
  const { minInstances: minimum, maxInstances: maximum } = capacity;
  return { minimum, idleMinimum: idleMinimum(endpoint, tier, minimum), maximum, ...loaded };
}
