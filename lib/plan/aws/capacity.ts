import type { InstanceOffer } from '../../catalog/types';
import type { EndpointSpec, Tier } from '../../platform';
import type { Decision } from '../decision';
import { decide } from '../decision';
import { earlyTarget, headroom } from '../endpoint/fleet';
import type { SizedEndpoint } from '../endpoint/size';
import type { Size } from '../sizing';
import type { AwsCapacityPlan } from './aws-plan';

/** Accelerators of an instance from which on a second one is rarely to be had on short notice. */
const wholeBox = 8;

/** How far an endpoint may grow and shrink on SageMaker. */
export function capacity(
  endpoint: EndpointSpec,
  tier: Tier,
  { size, offer, replicas, peakReplicas }: Pick<SizedEndpoint, 'size' | 'offer' | 'replicas' | 'peakReplicas'>,
): Decision<AwsCapacityPlan> {
  if (endpoint.whenIdle === 'scale-to-zero') return copies(size.value, offer, replicas.value);
  const minInstances = replicas.value;
  const maxInstances = most(tier, size.value, minInstances, peakReplicas);
  return decide(
    { kind: 'instances', minInstances, maxInstances },
    'capacity.by-tier',
    `${minInstances} of the ${peakReplicas} ${size.value.instanceType} that carry the planned peak; ` +
      growth(tier, size.value, maxInstances),
  );
}

/**
 * Requests in flight per instance that autoscaling aims at. Never fewer than one instance of those that carry the planned
 * peak has then: what was planned for must not start instances that nobody planned.
 */
export function targetConcurrency({
  concurrencyPerCopy,
  asked,
  size,
}: Pick<SizedEndpoint, 'concurrencyPerCopy' | 'asked' | 'size'>): Decision<number> {
  const early = earlyTarget(concurrencyPerCopy);
  const atPeak = Math.ceil(asked.traffic.peakConcurrency / size.value.replicas);
  if (atPeak <= early) {
    return decide(
      early,
      'capacity.headroom',
      `${headroom} of the ${concurrencyPerCopy} requests one instance carries: a new instance needs minutes to load the ` +
        'weights, so it starts before the others are full',
    );
  }
  return decide(
    atPeak,
    'capacity.planned-peak',
    `${atPeak} of the ${concurrencyPerCopy} requests one instance carries, as many as each of ${size.value.replicas} has at the planned peak`,
    [{ value: String(early), reason: `${headroom} of it would start instances below the planned peak` }],
  );
}

function most(tier: Tier, size: Size, minInstances: number, peakReplicas: number): number {
  if (tier === 'development') return minInstances;
  const doubled = Math.max(2 * minInstances, peakReplicas);
  return size.acceleratorCount >= wholeBox ? Math.max(minInstances + 1, peakReplicas) : doubled;
}

function growth(tier: Tier, size: Size, maxInstances: number): string {
  if (tier === 'development') return 'development does not grow: nobody waits';
  return size.acceleratorCount >= wholeBox
    ? `up to ${maxInstances}, because instances with ${size.acceleratorCount} GPUs are scarce: one more than run, or the whole peak`
    : `up to ${maxInstances}, twice what runs or the whole peak, which also holds an update beside the running version`;
}

/** Copies that go to zero share an instance's memory; SageMaker reserves what a copy asks for. */
function copies(size: Size, offer: InstanceOffer, maxCopies: number): Decision<AwsCapacityPlan> {
  const perInstance = Math.max(1, Math.floor(size.acceleratorCount / size.tensorParallel));
  const minMemoryMiB = Math.floor((offer.memoryGiB * 1024 * 0.8) / perInstance);
  return decide(
    {
      kind: 'copies',
      minCopies: 0,
      maxCopies,
      acceleratorsPerCopy: size.tensorParallel,
      minMemoryMiB,
    },
    'capacity.scale-to-zero',
    `pinned by whenIdle; up to ${maxCopies} of the ${size.replicas} copies that carry the peak, each with ${size.tensorParallel} GPUs and ` +
      `80 percent of its share of ${offer.memoryGiB} GiB, the rest being the agent's and the operating system's`,
  );
}
