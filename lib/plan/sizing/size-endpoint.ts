import type { Accelerator, InstanceOffer } from '../../catalog';
import type { Result } from '../../spec';
import { failure, success } from '../../spec';
import type { Alternative, Decision } from '../decision';
import type { Capacity } from './candidate';
import { capacityOf, deviceProblem, dtypeOn, loadOf, ms, settingsFor, splitsOf } from './candidate';
import { evidenceFor } from './evidence';
import { memoryLedger } from './memory';
import { predictorOf } from './performance';
import { sizeProblems } from './size-problems';
import type { Size, SizeRequest } from './size-types';

/** Average hours in a month, as both clouds price it. */
const hoursPerMonth = 730;
const mostAlternatives = 12;

/** One offer with the split that carries the traffic cheapest, or why none does. */
export interface OfferVerdict {
  readonly offer: InstanceOffer;
  /** The best split looked at; absent when the device is never chosen or no split is legal. */
  readonly capacity?: Capacity;
  readonly replicas: number;
  readonly usdPerHour: number | undefined;
  /** Why it cannot be taken, or undefined when it can. */
  readonly problem?: string;
}

/**
 * Chooses the cheapest instance, tensor parallelism and number of replicas that hold the model and meet the SLO at the
 * peak. Each replica is one instance with one copy; GPUs a copy does not use stay idle and are paid for.
 *
 * @param offers - what one cloud, service and region offers; their order does not matter
 * @returns every issue when nothing works: the limit, the request and the nearest thing that does
 */
export function sizeEndpoint(request: SizeRequest, offers: readonly InstanceOffer[]): Result<Decision<Size>> {
  const verdicts = judge(request, offers);
  const problems = sizeProblems(request, offers, verdicts);
  const feasible = verdicts.filter((verdict) => verdict.problem === undefined).sort(byCost);
  const best = feasible[0];
  if (problems.length > 0 || best?.capacity === undefined) return failure(problems);
  const size = sizeOf(request, best, best.capacity);
  const others = [...feasible.slice(1), ...verdicts.filter((verdict) => verdict.problem !== undefined).sort(byCost)];
  const rejected = others.map((verdict) => alternative(verdict, size));
  const left = Math.max(0, rejected.length - mostAlternatives);
  return success({
    value: size,
    because: [
      { rule: 'size.cheapest-that-fits', text: argument(request, size, best), source: priceSource(best.offer) },
      {
        rule: 'size.capacity',
        text: `one copy carries ${best.capacity.concurrency} requests in flight: ${best.capacity.limit}`,
      },
      { rule: 'size.evidence', text: evidenceFor(best.capacity.copy).reason },
      ...(left === 0
        ? []
        : [{ rule: 'size.alternatives', text: `${left} more alternatives were weighed and are not listed` }]),
    ],
    rejected: rejected.slice(0, mostAlternatives),
  });
}

/** Judges every offer once; offers with the same GPUs share the work. */
export function judge(request: SizeRequest, offers: readonly InstanceOffer[]): readonly OfferVerdict[] {
  const devices = new Map(request.accelerators.map((accelerator) => [accelerator.id, accelerator]));
  const capacities = new Map<string, Capacity>();
  const capacity = (accelerator: Accelerator, share: number, split: number): Capacity => {
    const key = `${accelerator.id} ${share} ${split}`;
    const known = capacities.get(key);
    if (known !== undefined) return known;
    const copy = {
      model: request.model,
      accelerator,
      acceleratorShare: share,
      tensorParallel: split,
      dtype: dtypeOn(request, accelerator),
    };
    const found = capacityOf(request, copy);
    capacities.set(key, found);
    return found;
  };
  return offers.map((offer) => verdictOn(request, offer, devices.get(offer.accelerator), capacity));
}

function verdictOn(
  request: SizeRequest,
  offer: InstanceOffer,
  accelerator: Accelerator | undefined,
  capacity: (accelerator: Accelerator, share: number, split: number) => Capacity,
): OfferVerdict {
  const none = { offer, replicas: 0, usdPerHour: offer.usdPerHour };
  if (accelerator === undefined)
    return { ...none, problem: `nothing is known about its accelerator ${offer.accelerator}` };
  const never = deviceProblem(accelerator);
  if (never !== undefined) return { ...none, problem: never };
  const splits = splitsOf(request, offer);
  const options = splits.map((split) => capacity(accelerator, offer.acceleratorShare, split));
  // The split that carries most needs fewest instances; the smallest such split keeps all-reduce traffic down.
  const best = options.reduce<Capacity | undefined>(
    (chosen, option) => (chosen === undefined || option.concurrency > chosen.concurrency ? option : chosen),
    undefined,
  );
  if (best === undefined)
    return { ...none, problem: `its ${offer.acceleratorCount} GPUs cannot share the model as asked` };
  if (best.concurrency === 0) return { ...none, capacity: options[options.length - 1] ?? best, problem: best.limit };
  const needed = Math.max(request.minReplicas, Math.ceil(request.traffic.peakConcurrency / best.concurrency));
  const replicas = request.pinned?.replicas ?? needed;
  const usdPerHour = offer.usdPerHour === undefined ? undefined : offer.usdPerHour * replicas;
  const verdict = { offer, capacity: best, replicas, usdPerHour };
  if (replicas < needed) return { ...verdict, problem: `it needs ${needed} replicas: ${best.limit}` };
  if (usdPerHour === undefined) return { ...verdict, problem: 'no price is known' };
  return verdict;
}

/** Cheapest first; then fewer machines, then by name, so that the order of the offers never shows. */
function byCost(a: OfferVerdict, b: OfferVerdict): number {
  const cost = (verdict: OfferVerdict): number => verdict.usdPerHour ?? Number.POSITIVE_INFINITY;
  if (cost(a) !== cost(b)) return cost(a) < cost(b) ? -1 : 1;
  return a.replicas - b.replicas || compare(a.offer.instanceType, b.offer.instanceType) || compare(key(a), key(b));
}

function key({ offer }: OfferVerdict): string {
  return `${offer.service} ${offer.region} ${offer.accelerator} ${offer.acceleratorCount}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sizeOf(request: SizeRequest, verdict: OfferVerdict, { copy }: Capacity): Size {
  const { offer, replicas } = verdict;
  const perReplica = Math.ceil(request.traffic.peakConcurrency / replicas);
  const settings = settingsFor(copy, perReplica);
  const performance = predictorOf(copy)(loadOf(request, perReplica));
  const ledger = memoryLedger(copy, settings, request.traffic.maxTokens);
  const usdPerHour = verdict.usdPerHour ?? 0;
  return {
    instanceType: offer.instanceType,
    accelerator: offer.accelerator,
    acceleratorCount: offer.acceleratorCount,
    tensorParallel: copy.tensorParallel,
    replicas,
    dtype: copy.dtype,
    maxModelLen: request.traffic.maxTokens,
    ...settings,
    weightsGiB: round((ledger.weights * copy.tensorParallel) / 2 ** 30, 1),
    usdPerHour: round(usdPerHour, 4),
    usdPerMonth: round(usdPerHour * hoursPerMonth, 2),
    timeToFirstTokenMs: round(performance.timeToFirstTokenMs, 1),
    timePerOutputTokenMs: round(performance.timePerOutputTokenMs, 2),
    tokensPerSecond: round(performance.tokensPerSecond * replicas, 1),
    errorPercent: evidenceFor(copy).errorPercent,
  };
}

function argument(request: SizeRequest, size: Size, verdict: OfferVerdict): string {
  const { peakConcurrency, inputTokens, outputTokens } = request.traffic;
  const gpus = size.tensorParallel === 1 ? `one ${size.accelerator}` : `${size.tensorParallel} x ${size.accelerator}`;
  const machines = `${size.replicas} x ${size.instanceType} (${gpus} per copy, ${size.dtype})`;
  const load = `${peakConcurrency} requests in flight of ${inputTokens} + ${outputTokens} tokens`;
  const times = `first token ${ms(size.timeToFirstTokenMs)}, then ${ms(size.timePerOutputTokenMs)} a token, give or take ${size.errorPercent} %`;
  return `${machines} is the cheapest that carries ${load}: ${times}; ${usd(size.usdPerHour)} an hour (${verdict.offer.priceStatus} price)`;
}

function alternative(verdict: OfferVerdict, chosen: Size): Alternative {
  const { offer, replicas, capacity } = verdict;
  const split = capacity === undefined ? '' : `, tensor parallel ${capacity.copy.tensorParallel}`;
  const value = `${replicas === 0 ? '' : `${replicas} x `}${offer.instanceType}${split}`;
  const extra = ((verdict.usdPerHour ?? 0) / chosen.usdPerHour - 1) * 100;
  const reason = verdict.problem ?? (extra < 0.5 ? 'it costs the same' : `it costs ${Math.round(extra)} % more`);
  const usdPerMonth = verdict.usdPerHour === undefined ? undefined : round(verdict.usdPerHour * hoursPerMonth, 2);
  return { value, reason, ...(usdPerMonth === undefined ? {} : { usdPerMonth }) };
}

function priceSource(offer: InstanceOffer) {
  return { name: offer.source, asOf: offer.asOf };
}

function usd(value: number): string {
  return `$${value.toFixed(2)}`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
