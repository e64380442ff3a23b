import type { InstanceOffer } from '../../catalog/types';
import type { EndpointSpec, Tier } from '../../platform';
import type { Decision, Reason } from '../decision';
import { decide } from '../decision';
import { earlyTarget, headroom } from '../endpoint/fleet';
import type { SizedEndpoint } from '../endpoint/size';
import type { Size } from '../sizing';
import type { AwsCapacityPlan } from './aws-plan';

/** Instances with this many GPUs are scarce: do not count on a second one. */
const wholeBox = 8;

/** Fraction of an instance's memory for copies; the rest is for the agent and the operating system. */
const memoryForCopies = 0.8;

/** Bounds between which an endpoint scales on SageMaker. */
export function capacityPlan(
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
    `${minInstances} of the ${peakReplicas} ${size.value.instanceType} that the planned peak needs; ` +
      growth(tier, size.value, maxInstances),
  );
}

/**
 * Requests in flight per instance that autoscaling aims at. At least the load of one instance at the planned peak: a load
 * that was planned for must not start more instances than were planned.
 */
export function targetConcurrency({
  concurrencyPerCopy,
  sizeRequest,
  size,
}: Pick<SizedEndpoint, 'concurrencyPerCopy' | 'sizeRequest' | 'size'>): Decision<number> {
  const early = earlyTarget(concurrencyPerCopy);
  const { replicas } = size.value;
  const atPeak = Math.ceil(sizeRequest.traffic.peakConcurrency / replicas);
  if (atPeak <= early) {
    return decide(
      early,
      'capacity.headroom',
      `${headroom} of the ${concurrencyPerCopy} requests that one instance serves: a new instance needs minutes to load the ` +
        'weights, so it starts before the others are full',
    );
  }
  return decide(
    atPeak,
    'capacity.planned-peak',
    `${atPeak} of the ${concurrencyPerCopy} requests that one instance serves: the load of each of ${replicas} at the planned peak`,
    [{ value: String(early), reason: `${headroom} of it would start instances below the planned peak` }],
  );
}

function most(tier: Tier, size: Size, minInstances: number, peakReplicas: number): number {
  if (tier === 'development') return minInstances;
  return Math.max(size.acceleratorCount >= wholeBox ? minInstances + 1 : 2 * minInstances, peakReplicas);
}

function growth(tier: Tier, size: Size, maxInstances: number): string {
  if (tier === 'development') return 'development does not scale out: no users depend on it';
  return size.acceleratorCount >= wholeBox
    ? `up to ${maxInstances}, because instances with ${size.acceleratorCount} GPUs are scarce: one more than run, or the whole peak`
    : `up to ${maxInstances}, twice what runs or the whole peak, enough for an update next to the running version`;
}

/** Copies that scale to zero share the memory of an instance; SageMaker reserves what each copy requests. */
function copies(size: Size, offer: InstanceOffer, maxCopies: number): Decision<AwsCapacityPlan> {
  const perInstance = Math.max(1, Math.floor(size.acceleratorCount / size.tensorParallel));
  const minMemoryMiB = Math.floor((offer.memoryGiB * 1024 * memoryForCopies) / perInstance);
  const decision = decide<AwsCapacityPlan>(
    {
      kind: 'copies',
      minCopies: 0,
      maxCopies,
      acceleratorsPerCopy: size.tensorParallel,
      minMemoryMiB,
    },
    'capacity.scale-to-zero',
    `pinned by whenIdle; up to ${maxCopies} of the ${size.replicas} copies that the peak needs, each with ${size.tensorParallel} GPUs and ` +
      `${memoryForCopies * 100} percent of its share of ${offer.memoryGiB} GiB; the rest is for the agent and the operating system`,
  );
  return { ...decision, because: [...decision.because, idleRelease] };
}

/** Until 2026 the policy was in the API of SageMaker only: aws-cloudformation/cloudformation-coverage-roadmap#2496. */
const idleRelease: Reason = {
  rule: 'capacity.idle-release',
  text:
    'instances without a copy are released by the policy IDLE_RELEASE; the service decides when, a user saw about 25 minutes ' +
    'without it (stdapi-ai/stdapi.ai#43), and they are billed until then',
  source: { name: 'AWS::SageMaker::EndpointConfig ScaleInPolicy, aws-cdk-lib 2.276.0', asOf: '2026-11-30' },
};
