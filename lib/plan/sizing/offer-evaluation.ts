import type { Accelerator, InstanceOffer } from '../../catalog';
import { getOrInsert } from '../get-or-insert';
import type { CopyConcurrency } from './copy-concurrency';
import { besideWeights, concurrencyOf, deviceProblem, dtypeOn, largestBatch, splitsOf } from './copy-concurrency';
import type { GpuGroup } from './gpu-groups';
import { compareNames, gpuGroups } from './gpu-groups';
import { usdPerHourOf } from './price';
import { quotaLimit, quotaNeed, quotaUnit } from './quota-limits';
import type { SizeRequest } from './size-types';

/** Why an offer can be infeasible, in the order in which the constraints are checked. */
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

/** One of `obstacles`. */
export type Obstacle = (typeof obstacles)[number];

/** The first constraint that an offer violates. */
interface OfferProblem {
  readonly obstacle: Obstacle;
  readonly text: string;
}

/** One offer with the tensor parallel degree that serves the traffic at the lowest cost, or why no degree does. */
export interface OfferEvaluation {
  readonly offer: InstanceOffer;
  /**
   * The best tensor parallel degree; absent when the device is never chosen or no degree is legal. For an offer that
   * misses the SLO it is the degree that serves the most requests without it.
   */
  readonly capacity?: CopyConcurrency;
  /** Replicas needed at the peak, without the SLO when even one request misses it; zero when nothing fits. */
  readonly replicas: number;
  /** US dollars an hour of all replicas, or of one instance when nothing fits. */
  readonly usdPerHour: number | undefined;
  /** Why the offer is infeasible; absent when it is feasible. */
  readonly problem?: OfferProblem;
}

/** Evaluates every offer once. Offers with the same GPUs share the work and follow each other, cheapest first. */
export function evaluateOffers(request: SizeRequest, offers: readonly InstanceOffer[]): readonly OfferEvaluation[] {
  return evaluateOfferGroups(request, gpuGroups(offers)).flat();
}

/** Evaluates groups of offers: one list for each group. */
export function evaluateOfferGroups(
  request: SizeRequest,
  groups: readonly GpuGroup[],
): readonly (readonly OfferEvaluation[])[] {
  const devices = new Map(request.accelerators.map((accelerator) => [accelerator.id, accelerator]));
  const concurrency = copyConcurrencies(request);
  return groups.map((group) => evaluateGroup(request, group, devices.get(group.accelerator), concurrency));
}

function evaluateGroup(
  request: SizeRequest,
  group: GpuGroup,
  accelerator: Accelerator | undefined,
  concurrency: ConcurrencyLookup,
): readonly OfferEvaluation[] {
  const unsupported =
    accelerator === undefined ? `the catalogue has no accelerator ${group.accelerator}` : deviceProblem(accelerator);
  if (accelerator === undefined || unsupported !== undefined) {
    return infeasibleGroup(group, { obstacle: 'device', text: unsupported ?? '' });
  }
  const best = bestOf(splitsOf(request, accelerator, group), (split) =>
    concurrency(accelerator, group.acceleratorShare, split),
  );
  if (best === undefined) {
    const gpus = group.acceleratorCount === 1 ? 'its one GPU' : `its ${group.acceleratorCount} GPUs`;
    return infeasibleGroup(group, { obstacle: 'split', text: `the model cannot be split over ${gpus} as pinned` });
  }
  if (best.held === 0) {
    const problem: OfferProblem = {
      obstacle: memoryObstacle(best),
      get text() {
        return best.limit;
      },
    };
    return infeasibleGroup(group, problem, best);
  }
  const { minReplicas, traffic, pinned } = request;
  const each = best.concurrency > 0 ? best.concurrency : best.held;
  const needed = Math.max(minReplicas, Math.ceil(traffic.peakConcurrency / each));
  const replicas = Math.max(needed, pinned?.replicas ?? 0);
  const common = commonProblem(request, best, needed);
  return group.offers.map((offer): OfferEvaluation => {
    const usdPerHour = usdPerHourOf(offer, replicas);
    const problem = common ?? problemOf(request, offer, replicas);
    return problem === undefined
      ? { offer, capacity: best, replicas, usdPerHour }
      : { offer, capacity: best, replicas, usdPerHour, problem };
  });
}

function infeasibleGroup(
  { offers }: GpuGroup,
  problem: OfferProblem,
  capacity?: CopyConcurrency,
): readonly OfferEvaluation[] {
  return offers.map((offer) => ({
    offer,
    ...(capacity === undefined ? {} : { capacity }),
    replicas: 0,
    usdPerHour: offer.usdPerHour,
    problem,
  }));
}

/** Requests in flight of a copy, by device, fraction of the GPU and tensor parallel degree. */
type ConcurrencyLookup = (
  accelerator: Accelerator,
  acceleratorShare: number,
  tensorParallel: number,
) => CopyConcurrency;

/** A lookup that computes the concurrency of each kind of copy once. */
export function copyConcurrencies(request: SizeRequest): ConcurrencyLookup {
  const computed = new Map<string, CopyConcurrency>();
  const beside = besideWeights(request);
  return (accelerator, acceleratorShare, tensorParallel) =>
    getOrInsert(computed, `${accelerator.id} ${acceleratorShare} ${tensorParallel}`, () => {
      const { model } = request;
      const dtype = dtypeOn(request, accelerator);
      return concurrencyOf(request, { model, accelerator, acceleratorShare, tensorParallel, dtype, ...beside });
    });
}

/**
 * The degree that serves the most requests needs the fewest instances; among equals the smallest has the least all-reduce
 * traffic. Where no degree serves any, the one with the most requests without the SLO, else with the most GPUs.
 */
function bestOf(
  splits: readonly number[],
  concurrency: (split: number) => CopyConcurrency,
): CopyConcurrency | undefined {
  let best: CopyConcurrency | undefined;
  for (const split of splits) {
    const option = concurrency(split);
    if (best === undefined || servesMore(option, best)) best = option;
    if (best.concurrency === largestBatch) return best;
  }
  return best;
}

function servesMore(option: CopyConcurrency, than: CopyConcurrency): boolean {
  if (option.concurrency !== than.concurrency) return option.concurrency > than.concurrency;
  return option.concurrency === 0 && (option.held > than.held || than.held === 0);
}

function memoryObstacle({ limitedBy }: CopyConcurrency): Obstacle {
  if (limitedBy === 'support') return 'dtype';
  return limitedBy === 'context' ? 'context' : 'weights';
}

/** A problem of every offer with the same GPUs. */
function commonProblem({ pinned }: SizeRequest, capacity: CopyConcurrency, needed: number): OfferProblem | undefined {
  if (capacity.concurrency === 0) return { obstacle: 'slo', text: capacity.limit };
  if (pinned?.replicas === undefined || pinned.replicas >= needed) return undefined;
  return { obstacle: 'replicas', text: `${pinned.replicas} replicas are pinned and it needs ${needed}` };
}

function problemOf(request: SizeRequest, offer: InstanceOffer, replicas: number): OfferProblem | undefined {
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

/** Order by cost, then by number of instances, then by name, so that the order of the offers never matters. */
export function byCost(a: OfferEvaluation, b: OfferEvaluation): number {
  const costOfA = a.usdPerHour ?? Number.POSITIVE_INFINITY;
  const costOfB = b.usdPerHour ?? Number.POSITIVE_INFINITY;
  if (costOfA !== costOfB) return costOfA < costOfB ? -1 : 1;
  return a.replicas - b.replicas || compareNames(a.offer, b.offer);
}

/** The cheapest feasible offer. */
export function cheapest(groups: readonly (readonly OfferEvaluation[])[]): OfferEvaluation | undefined {
  return least(
    groups.flatMap((group) => group.filter(({ problem }) => problem === undefined)),
    byCost,
  );
}

/** The smallest item of an order. */
export function least<T>(items: readonly T[], compare: (a: T, b: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || compare(item, best) < 0 ? item : best),
    undefined,
  );
}
