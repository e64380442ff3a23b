import type { InstanceOffer } from '../../../catalog';
import type { Issue } from '../../../platform';
import type { Obstacle, OfferEvaluation } from '../offer-evaluation';
import { byCost, evaluateOffers, obstacles } from '../offer-evaluation';
import type { SizeRequest } from '../size-types';

/** A request that no offer can serve, and the constraint to relax next. */
export interface Infeasible {
  readonly request: SizeRequest;
  readonly offers: readonly InstanceOffer[];
  /** Evaluations of the offers that the pins allow and that violate the constraint. */
  readonly blocked: readonly OfferEvaluation[];
  readonly obstacle: Obstacle;
}

/** The issues of one violated constraint. */
export interface Refusal {
  readonly issues: readonly Issue[];
  /** The request with the smallest change that satisfies the constraint; absent when none is known. */
  readonly relaxed?: SizeRequest;
}

/** A changed request that satisfies a constraint, and the cheapest offer for it. */
export interface Relaxation {
  readonly request: SizeRequest;
  readonly evaluation: OfferEvaluation;
}

/** A refusal whose first relaxation, when there is one, is applied next. */
export function refusal(issue: Issue, [first]: readonly Relaxation[]): Refusal {
  return { issues: [issue], ...(first === undefined ? {} : { relaxed: first.request }) };
}

/** Evaluations of offers of the pinned type, or of all offers when none is pinned. */
export function allowed({ pinned }: SizeRequest, evaluations: readonly OfferEvaluation[]): readonly OfferEvaluation[] {
  const type = pinned?.instanceType;
  return type === undefined ? evaluations : evaluations.filter(({ offer }) => offer.instanceType === type);
}

/** The cheapest offer for which a changed request satisfies the constraint: a feasible one before any other. */
export function relax(
  request: SizeRequest,
  { offers, obstacle }: Pick<Infeasible, 'offers' | 'obstacle'>,
): Relaxation | undefined {
  const past = allowed(request, evaluateOffers(request, offers)).filter(
    ({ problem }) => problem === undefined || obstacles.indexOf(problem.obstacle) > obstacles.indexOf(obstacle),
  );
  const feasible = past.filter(({ problem }) => problem === undefined);
  const evaluation = [...(feasible.length > 0 ? feasible : past)].sort(byCost)[0];
  return evaluation === undefined ? undefined : { request, evaluation };
}

/** Relaxes by removing the pinned instance type; undefined when none is pinned. */
export function relaxInstanceType(infeasible: Infeasible): Relaxation | undefined {
  const { request } = infeasible;
  return request.pinned?.instanceType === undefined
    ? undefined
    : relax(withoutPin(request, 'instanceType'), infeasible);
}

/**
 * Relaxations to propose in a fix: the first, whose other constraints are checked next, and those that are feasible as
 * they are. One that violates another constraint without saying so is not a fix.
 */
export function worthProposing(relaxations: readonly (Relaxation | undefined)[]): readonly Relaxation[] {
  const found = relaxations.filter((relaxation) => relaxation !== undefined);
  return found.filter((relaxation, index) => index === 0 || isFeasible(relaxation));
}

/** Whether a relaxation satisfies every constraint. */
export function isFeasible(relaxation: Relaxation | undefined): relaxation is Relaxation {
  return relaxation !== undefined && relaxation.evaluation.problem === undefined;
}

/** The first feasible relaxation, or else the first. */
export function firstFeasible(relaxations: readonly (Relaxation | undefined)[]): Relaxation | undefined {
  return relaxations.find(isFeasible) ?? relaxations.find((relaxation) => relaxation !== undefined);
}

/** A request without some of its pins. */
export function withoutPin(request: SizeRequest, ...names: readonly PinName[]): SizeRequest {
  const pinned = Object.fromEntries(
    Object.entries(request.pinned ?? {}).filter(([name]) => names.every((removed) => removed !== name)),
  );
  return { ...request, pinned };
}

/** A value the user can pin. */
export type PinName = keyof NonNullable<SizeRequest['pinned']>;

/** Path of a pin: below the cloud of the offers when all are of one cloud. */
export function pinPath({ path }: SizeRequest, offers: readonly InstanceOffer[], name: PinName): string {
  const clouds = new Set(offers.map(({ cloud }) => cloud));
  return [path, 'pinned', ...(clouds.size === 1 ? clouds : []), name].join('.');
}

/** An offer as text: `2 x ml.g5.12xlarge with tensor parallel 4 ($14.18 an hour)`. */
export function offerText({ offer, capacity, replicas, usdPerHour }: OfferEvaluation): string {
  const instances = `${replicas > 1 ? `${replicas} x ` : ''}${offer.instanceType}`;
  const split = capacity === undefined ? '' : ` with tensor parallel ${capacity.copy.tensorParallel}`;
  return `${instances}${split} (${usdPerHour === undefined ? 'no price is known' : `$${usdPerHour.toFixed(2)} an hour`})`;
}
