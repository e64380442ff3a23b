import type { InstanceOffer } from '../../../catalog';
import type { Issue } from '../../../platform';
import type { Obstacle, OfferVerdict } from '../offer-evaluation';
import { byCost, judge, obstacles } from '../offer-evaluation';
import type { SizeRequest } from '../size-types';

/** A request nothing offered can carry, and the obstacle the furthest offers meet. */
export interface Impasse {
  readonly request: SizeRequest;
  readonly offers: readonly InstanceOffer[];
  /** Verdicts on the offers the pins allow. */
  readonly rivals: readonly OfferVerdict[];
  /** Those of them that meet the obstacle. */
  readonly blocked: readonly OfferVerdict[];
  readonly obstacle: Obstacle;
}

/** What an obstacle is reported as. */
export interface Finding {
  readonly issues: readonly Issue[];
  /** The request with the nearest change that gets past the obstacle; absent when none is known. */
  readonly relaxed?: SizeRequest;
}

/** A change of the request that gets past an obstacle, and the cheapest offer that then does. */
export interface WayOut {
  readonly request: SizeRequest;
  readonly verdict: OfferVerdict;
}

/** Verdicts on offers of the pinned type, or on all when none is pinned. */
export function allowed({ pinned }: SizeRequest, verdicts: readonly OfferVerdict[]): readonly OfferVerdict[] {
  const type = pinned?.instanceType;
  return type === undefined ? verdicts : verdicts.filter(({ offer }) => offer.instanceType === type);
}

/** The cheapest offer that a changed request carries past an obstacle: one that can be taken before any other. */
export function wayPast(
  request: SizeRequest,
  { offers, obstacle }: Pick<Impasse, 'offers' | 'obstacle'>,
): WayOut | undefined {
  const past = allowed(request, judge(request, offers)).filter(
    ({ problem }) => problem === undefined || obstacles.indexOf(problem.obstacle) > obstacles.indexOf(obstacle),
  );
  const free = past.filter(({ problem }) => problem === undefined);
  const verdict = [...(free.length > 0 ? free : past)].sort(byCost)[0];
  return verdict === undefined ? undefined : { request, verdict };
}

/**
 * Ways to name in a fix: the nearest, whose further obstacles are looked at next, and those that work as they are. One
 * that would meet another obstacle without anybody saying so is not a fix.
 */
export function worthNaming(ways: readonly (WayOut | undefined)[]): readonly WayOut[] {
  const found = ways.filter((way) => way !== undefined);
  return found.filter((way, index) => index === 0 || works(way));
}

/** Whether nothing else stands in the way. */
export function works(way: WayOut | undefined): way is WayOut {
  return way !== undefined && way.verdict.problem === undefined;
}

/** The first of some ways that works as it is, or else the first. */
export function firstThatWorks(ways: readonly (WayOut | undefined)[]): WayOut | undefined {
  return ways.find(works) ?? ways.find((way) => way !== undefined);
}

/** A request without some of its pins. */
export function withoutPin(request: SizeRequest, ...names: readonly PinName[]): SizeRequest {
  const pinned = Object.fromEntries(
    Object.entries(request.pinned ?? {}).filter(([name]) => names.every((gone) => gone !== name)),
  );
  return { ...request, pinned };
}

/** What can be pinned. */
export type PinName = keyof NonNullable<SizeRequest['pinned']>;

/** Path of a pin: below the cloud of the offers, when they are all of one. */
export function pinPath({ path }: SizeRequest, offers: readonly InstanceOffer[], name: PinName): string {
  const clouds = new Set(offers.map(({ cloud }) => cloud));
  return [path, 'pinned', ...(clouds.size === 1 ? clouds : []), name].join('.');
}

/** An offer in words: `2 x ml.g5.12xlarge with tensor parallel 4 ($14.18 an hour)`. */
export function inWords({ offer, capacity, replicas, usdPerHour }: OfferVerdict): string {
  const machines = `${replicas > 1 ? `${replicas} x ` : ''}${offer.instanceType}`;
  const split = capacity === undefined ? '' : ` with tensor parallel ${capacity.copy.tensorParallel}`;
  return `${machines}${split} (${usdPerHour === undefined ? 'no price is known' : `$${usdPerHour.toFixed(2)} an hour`})`;
}
