import type { Accelerator, InstanceOffer } from '../../catalog';
import type { Capacity } from './candidate';
import { capacityOf, deviceProblem, dtypeOn, largestBatch, splitsOf } from './candidate';
import type { GpuGroup } from './gpu-groups';
import { compareNames, gpuGroups } from './gpu-groups';
import { usdPerHourOf } from './price';
import { quotaLimit, quotaNeed, quotaUnit } from './quota-limits';
import type { SizeRequest } from './size-types';

/** What can stand in the way of an offer, in the order it is looked at. */
export const obstacles = [
  'device',
  'split',
  'dtype',
  'weights',
  'context',
  'slo',
  'replicas',
  'quota',
  'price',
  'pin',
] as const;
export type Obstacle = (typeof obstacles)[number];

/** One offer with the split that carries the traffic cheapest, or why none does. */
export interface OfferVerdict {
  readonly offer: InstanceOffer;
  /**
   * The best split looked at; absent when the device is never chosen or no split is legal. For an offer that misses the
   * SLO it is the split that carries most without it.
   */
  readonly capacity?: Capacity;
  /** Replicas that carry the peak, the SLO left aside when even one request misses it; zero when nothing fits. */
  readonly replicas: number;
  /** All replicas, or one instance when nothing fits. */
  readonly usdPerHour: number | undefined;
  /** Why it cannot be taken; absent when it can. */
  readonly problem?: OfferProblem;
}

export interface OfferProblem {
  readonly obstacle: Obstacle;
  readonly text: string;
}

/** Judges every offer once; offers with the same GPUs share the work and stand beside each other, cheapest first. */
export function judge(request: SizeRequest, offers: readonly InstanceOffer[]): readonly OfferVerdict[] {
  return judgeGroups(request, gpuGroups(offers)).flat();
}

/** The same, one list for each kind of GPUs. */
export function judgeGroups(request: SizeRequest, groups: readonly GpuGroup[]): readonly (readonly OfferVerdict[])[] {
  const devices = new Map(request.accelerators.map((accelerator) => [accelerator.id, accelerator]));
  const capacity = capacities(request);
  return groups.map((group) => {
    const accelerator = devices.get(group.accelerator);
    const never =
      accelerator === undefined
        ? `nothing is known about its accelerator ${group.accelerator}`
        : deviceProblem(accelerator);
    if (accelerator === undefined || never !== undefined) {
      const problem = { obstacle: 'device', text: never ?? '' } as const;
      return group.offers.map((offer) => unfit(offer, undefined, problem));
    }
    const best = bestOf(splitsOf(request, group), (split) => capacity(accelerator, group.acceleratorShare, split));
    if (best === undefined) {
      const gpus = group.acceleratorCount === 1 ? 'its one GPU' : `its ${group.acceleratorCount} GPUs`;
      const problem = { obstacle: 'split', text: `${gpus} cannot share the model as asked` } as const;
      return group.offers.map((offer) => unfit(offer, undefined, problem));
    }
    if (best.held === 0) {
      const problem = { obstacle: memoryObstacle(best), text: best.limit };
      return group.offers.map((offer) => unfit(offer, best, problem));
    }
    const { minReplicas, traffic, pinned } = request;
    const each = best.concurrency > 0 ? best.concurrency : best.held;
    const needed = Math.max(minReplicas, Math.ceil(traffic.peakConcurrency / each));
    const replicas = Math.max(needed, pinned?.replicas ?? 0);
    const common = commonProblem(request, best, needed);
    return group.offers.map((offer): OfferVerdict => {
      const usdPerHour = usdPerHourOf(offer, replicas);
      const problem = common ?? problemOf(request, offer, replicas);
      return problem === undefined
        ? { offer, capacity: best, replicas, usdPerHour }
        : { offer, capacity: best, replicas, usdPerHour, problem };
    });
  });
}

function unfit(offer: InstanceOffer, capacity: Capacity | undefined, problem: OfferProblem): OfferVerdict {
  return capacity === undefined
    ? { offer, replicas: 0, usdPerHour: offer.usdPerHour, problem }
    : { offer, capacity, replicas: 0, usdPerHour: offer.usdPerHour, problem };
}

/** Capacity by device, share and split, each worked out once. */
export function capacities(
  request: SizeRequest,
): (accelerator: Accelerator, acceleratorShare: number, tensorParallel: number) => Capacity {
  const known = new Map<string, Capacity>();
  return (accelerator, acceleratorShare, tensorParallel) => {
    const key = `${accelerator.id} ${acceleratorShare} ${tensorParallel}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const { model } = request;
    const copy = { model, accelerator, acceleratorShare, tensorParallel, dtype: dtypeOn(request, accelerator) };
    const found = capacityOf(request, copy);
    known.set(key, found);
    return found;
  };
}

/**
 * The split that carries most needs fewest instances; the smallest such split keeps all-reduce traffic down. Where none
 * carries anything, the one that got furthest: most requests without the SLO, else most GPUs.
 */
function bestOf(splits: readonly number[], capacity: (split: number) => Capacity): Capacity | undefined {
  let best: Capacity | undefined;
  for (const split of splits) {
    const option = capacity(split);
    if (best === undefined || carriesMore(option, best)) best = option;
    if (best.concurrency === largestBatch) return best;
  }
  return best;
}

function carriesMore(option: Capacity, than: Capacity): boolean {
  if (option.concurrency !== than.concurrency) return option.concurrency > than.concurrency;
  return option.concurrency === 0 && (option.held > than.held || than.held === 0);
}

function memoryObstacle({ limitedBy }: Capacity): Obstacle {
  if (limitedBy === 'support') return 'dtype';
  return limitedBy === 'context' ? 'context' : 'weights';
}

/** What stands in the way of every offer with the same GPUs. */
function commonProblem({ pinned }: SizeRequest, capacity: Capacity, needed: number): OfferVerdict['problem'] {
  if (capacity.concurrency === 0) return { obstacle: 'slo', text: capacity.limit };
  if (pinned?.replicas === undefined || pinned.replicas >= needed) return undefined;
  return { obstacle: 'replicas', text: `${pinned.replicas} replicas are pinned and it needs ${needed}` };
}

function problemOf(request: SizeRequest, offer: InstanceOffer, replicas: number): OfferVerdict['problem'] {
  const limit = quotaLimit(request, offer);
  if (limit !== undefined) {
    const taken = quotaNeed(request, offer, replicas);
    const text = `it takes ${taken} ${quotaUnit(offer)} of a quota of ${limit}`;
    if (taken > limit) return { obstacle: 'quota', text };
  }
  if (offer.usdPerHour === undefined) return { obstacle: 'price', text: 'no price is known' };
  const type = request.pinned?.instanceType;
  return type === undefined || type === offer.instanceType ? undefined : { obstacle: 'pin', text: `${type} is pinned` };
}

/** Cheapest first; then fewer machines, then by name, so that the order of the offers never shows. */
export function byCost(a: OfferVerdict, b: OfferVerdict): number {
  const costOfA = a.usdPerHour ?? Number.POSITIVE_INFINITY;
  const costOfB = b.usdPerHour ?? Number.POSITIVE_INFINITY;
  if (costOfA !== costOfB) return costOfA < costOfB ? -1 : 1;
  return a.replicas - b.replicas || compareNames(a.offer, b.offer);
}

/** The cheapest offer that can be taken. */
export function cheapest(groups: readonly (readonly OfferVerdict[])[]): OfferVerdict | undefined {
  return least(
    groups.flatMap((group) => group.filter(({ problem }) => problem === undefined)),
    byCost,
  );
}

/** The first in an order. */
export function least<T>(items: readonly T[], compare: (a: T, b: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || compare(item, best) < 0 ? item : best),
    undefined,
  );
}
