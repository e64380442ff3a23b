import { derive } from '../decision';
import type { FleetRoom } from '../endpoint/fleet';
import { idleMinimum } from '../endpoint/schedule';
import type { EndpointRequest, SizedEndpoint } from '../endpoint/size';
import type { AwsCapacityPlan } from './aws-plan';
import { capacity } from './capacity';

/** Room production has for the whole load. */
export function productionCapacity(
  { endpoint }: Pick<EndpointRequest, 'endpoint'>,
  sized: SizedEndpoint,
): AwsCapacityPlan {
  return capacity(endpoint, 'production', { ...sized, replicas: derive(sized.size, sized.size.value.replicas) }).value;
}

/** Between what the number of instances moves, and by what. Below production, and on a standby, no peak comes. */
export function sageMakerRoom(
  { endpoint, tier, role }: Pick<EndpointRequest, 'endpoint' | 'tier' | 'role'>,
  room: AwsCapacityPlan,
  targetConcurrency: number,
): FleetRoom {
  const loaded = tier === 'production' && role?.kind !== 'standby' ? { targetConcurrency } : {};
  if (room.kind === 'copies') {
    const minimum = tier === 'production' ? 1 : room.maxCopies;
    return { minimum, idleMinimum: minimum, maximum: room.maxCopies, toZero: true, ...loaded };
  }
  const { minInstances: minimum, maxInstances: maximum } = room;
  return { minimum, idleMinimum: idleMinimum(endpoint, tier, minimum), maximum, ...loaded };
}
