import type { Accelerator, InstanceOffer } from '../../catalog';
import type { Capacity } from './candidate';
import { capacityOf, deviceProblem, dtypeOn, splitsOf } from './candidate';
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
  readonly problem?: { readonly obstacle: Obstacle; readonly text: string };
}

/** Judges every offer once; offers with the same GPUs share the work. */
export function judge(request: SizeRequest, offers: readonly InstanceOffer[]): readonly OfferVerdict[] {
  const devices = new Map(request.accelerators.map((accelerator) => [accelerator.id, accelerator]));
  const capacity = capacities(request);
  const groups = new Map<string, { readonly best: Capacity | undefined }>();
  return offers.map((offer) => {
    const accelerator = devices.get(offer.accelerator);
    const none = { offer, replicas: 0, usdPerHour: offer.usdPerHour };
    if (accelerator === undefined) {
      const text = `nothing is known about its accelerator ${offer.accelerator}`;
      return { ...none, problem: { obstacle: 'device', text } };
    }
    const never = deviceProblem(accelerator);
    if (never !== undefined) return { ...none, problem: { obstacle: 'device', text: never } };
    const gpus = gpusKey(offer);
    let group = groups.get(gpus);
    if (group === undefined) {
      const options = splitsOf(request, offer).map((split) => capacity(accelerator, offer.acceleratorShare, split));
      group = { best: bestOf(options) };
      groups.set(gpus, group);
    }
    return verdictOn(request, offer, group.best);
  });
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
function bestOf(options: readonly Capacity[]): Capacity | undefined {
  const rank = ({ concurrency, held }: Capacity): number => (concurrency > 0 ? concurrency * 1e6 : held);
  return options.reduce<Capacity | undefined>((chosen, option) => {
    if (chosen === undefined) return option;
    const [before, now] = [rank(chosen), rank(option)];
    return now > before || (now === 0 && before === 0) ? option : chosen;
  }, undefined);
}

function verdictOn(request: SizeRequest, offer: InstanceOffer, best: Capacity | undefined): OfferVerdict {
  const { traffic, minReplicas, pinned } = request;
  const none = { offer, replicas: 0, usdPerHour: offer.usdPerHour };
  if (best === undefined) {
    const gpus = offer.acceleratorCount === 1 ? 'its one GPU' : `its ${offer.acceleratorCount} GPUs`;
    return { ...none, problem: { obstacle: 'split', text: `${gpus} cannot share the model as asked` } };
  }
  if (best.held === 0) {
    return { ...none, capacity: best, problem: { obstacle: memoryObstacle(best), text: best.limit } };
  }
  const each = best.concurrency > 0 ? best.concurrency : best.held;
  const needed = Math.max(minReplicas, Math.ceil(traffic.peakConcurrency / each));
  const replicas = Math.max(needed, pinned?.replicas ?? 0);
  const usdPerHour = offer.usdPerHour === undefined ? undefined : offer.usdPerHour * replicas;
  const verdict = { offer, capacity: best, replicas, usdPerHour };
  const problem = obstacleOf(request, verdict, needed);
  return problem === undefined ? verdict : { ...verdict, problem };
}

function memoryObstacle({ limitedBy }: Capacity): Obstacle {
  if (limitedBy === 'support') return 'dtype';
  return limitedBy === 'context' ? 'context' : 'weights';
}

function obstacleOf(
  request: SizeRequest,
  { offer, capacity, replicas, usdPerHour }: OfferVerdict,
  needed: number,
): OfferVerdict['problem'] {
  const { pinned } = request;
  if (capacity?.concurrency === 0) return { obstacle: 'slo', text: capacity.limit };
  if (pinned?.replicas !== undefined && pinned.replicas < needed) {
    return { obstacle: 'replicas', text: `${pinned.replicas} replicas are pinned and it needs ${needed}` };
  }
  const limit = quotaLimit(request, offer);
  const taken = quotaNeed(request, offer, replicas);
  if (limit !== undefined && taken > limit) {
    return { obstacle: 'quota', text: `it takes ${taken} ${quotaUnit(offer)} of a quota of ${limit}` };
  }
  if (usdPerHour === undefined) return { obstacle: 'price', text: 'no price is known' };
  if (pinned?.instanceType !== undefined && pinned.instanceType !== offer.instanceType) {
    return { obstacle: 'pin', text: `${pinned.instanceType} is pinned` };
  }
  return undefined;
}

/** Cheapest first; then fewer machines, then by name, so that the order of the offers never shows. */
export function byCost(a: OfferVerdict, b: OfferVerdict): number {
  const cost = ({ usdPerHour }: OfferVerdict): number => usdPerHour ?? Number.POSITIVE_INFINITY;
  if (cost(a) !== cost(b)) return cost(a) < cost(b) ? -1 : 1;
  return a.replicas - b.replicas || compare(a.offer.instanceType, b.offer.instanceType) || compare(key(a), key(b));
}

/** GPUs of an offer: offers with the same are as fast as each other. */
export function gpusKey({ accelerator, acceleratorCount, acceleratorShare }: InstanceOffer): string {
  return `${accelerator} ${acceleratorCount} ${acceleratorShare}`;
}

function key({ offer }: OfferVerdict): string {
  return `${offer.service} ${offer.region} ${gpusKey(offer)} ${offer.priceStatus} ${offer.asOf} ${offer.source}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
