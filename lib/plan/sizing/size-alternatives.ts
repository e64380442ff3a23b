import type { Dtype } from '../../catalog';
import type { Alternative } from '../decision';
import { compareText } from '../order';
import { dtypeProblem } from '../performance/dtype-support';
import { instancePrice } from '../price-basis';
import { hoursPerMonth, round } from '../units';
import { figuresOf } from './figures';
import type { GpuGroup } from './gpu-groups';
import type { OfferEvaluation } from './offer-evaluation';
import { byCost, cheapest, evaluateOfferGroups, least } from './offer-evaluation';
import { comparedWith } from './price';
import type { Size, SizeRequest } from './size-types';

/** Enough for every kind of GPU a cloud offers. More would only be more expensive instances with the same GPUs. */
const mostAlternatives = 40;

/** Alternatives that a plan lists, and how many it omits. */
export interface ListedAlternatives {
  readonly rejected: readonly Alternative[];
  readonly omitted: number;
}

/** The chosen offer and the size it gives. */
interface Chosen {
  readonly evaluation: OfferEvaluation;
  readonly size: Size;
}

/**
 * The rejected alternatives: feasible ones first, then infeasible ones, each by cost. Where there are too many, instances
 * that only cost more than another with the same GPUs are omitted.
 */
export function alternativesTo(
  request: SizeRequest,
  gpus: readonly GpuGroup[],
  groups: readonly (readonly OfferEvaluation[])[],
  chosen: Chosen,
): ListedAlternatives {
  const quantised = inOtherFormats(request, gpus, chosen);
  const listed = distinctFirst(groups, chosen.evaluation, mostAlternatives - quantised.length);
  const all = groups.reduce((sum, group) => sum + group.length, 0);
  return {
    rejected: [...quantised, ...listed.map((evaluation) => alternative(request, evaluation, chosen.size, undefined))],
    omitted: all - 1 - listed.length,
  };
}

/**
 * Up to that many evaluations apart from the chosen one, in order. The first of each kind of GPUs precedes the second of
 * any, and offers that would be cheaper without a limit precede offers that only cost more.
 */
function distinctFirst(
  groups: readonly (readonly OfferEvaluation[])[],
  chosen: OfferEvaluation,
  most: number,
): readonly OfferEvaluation[] {
  const firsts = groups.flatMap((group) => (group.includes(chosen) ? [] : (least(group, byFeasibility) ?? [])));
  const listed = firsts.sort(byFeasibility).slice(0, most);
  const seconds: OfferEvaluation[] = [];
  const left = most - listed.length;
  const taken = new Set([chosen, ...listed]);
  const interest = (evaluation: OfferEvaluation): number =>
    evaluation.replicas > 0 && byCost(evaluation, chosen) < 0 ? 0 : 1;
  const byInterest = (a: OfferEvaluation, b: OfferEvaluation): number =>
    interest(a) - interest(b) || byFeasibility(a, b);
  if (left > 0) {
    for (const group of groups) {
      for (const evaluation of group) if (!taken.has(evaluation)) keepSmallest(seconds, evaluation, left, byInterest);
    }
  }
  return [...listed, ...seconds].sort(byFeasibility);
}

/** Adds an item to a sorted list that keeps the n smallest. */
function keepSmallest<T>(kept: T[], item: T, n: number, compare: (a: T, b: T) => number): void {
  const last = kept[kept.length - 1];
  if (kept.length >= n && last !== undefined && compare(item, last) >= 0) return;
  const at = kept.findIndex((other) => compare(item, other) < 0);
  kept.splice(at === -1 ? kept.length : at, 0, item);
  if (kept.length > n) kept.pop();
}

function byFeasibility(a: OfferEvaluation, b: OfferEvaluation): number {
  return feasibility(a) - feasibility(b) || byCost(a, b);
}

/** Feasible offers first, then those that a limit forbids, then those that do not fit. */
function feasibility({ problem, replicas }: OfferEvaluation): number {
  return problem === undefined ? 0 : replicas > 0 ? 1 : 2;
}

/** The cheapest size in each other allowed format, cheapest format first. */
function inOtherFormats(request: SizeRequest, gpus: readonly GpuGroup[], { size }: Chosen): readonly Alternative[] {
  const formats = [...new Set(request.otherDtypes ?? [])].filter((dtype) => dtype !== size.dtype);
  const supported = formats.filter((dtype) =>
    request.accelerators.some((accelerator) => dtypeProblem(accelerator, dtype) === undefined),
  );
  return supported
    .flatMap((dtype): (readonly [Dtype, OfferEvaluation])[] => {
      const best = cheapest(evaluateOfferGroups({ ...request, dtype }, gpus));
      return best === undefined ? [] : [[dtype, best]];
    })
    .sort(([first, a], [second, b]) => byCost(a, b) || compareText(first, second))
    .map(([dtype, evaluation]) => alternative(request, evaluation, size, dtype));
}

function alternative(
  request: SizeRequest,
  evaluation: OfferEvaluation,
  chosen: Size,
  otherDtype: Dtype | undefined,
): Alternative {
  const { offer, replicas, capacity, problem, usdPerHour } = evaluation;
  const split = capacity === undefined ? '' : `, tensor parallel ${capacity.copy.tensorParallel}`;
  const format = otherDtype === undefined ? '' : `, weights in ${otherDtype}`;
  const difference = comparedWith(usdPerHour ?? 0, chosen.usdPerHour);
  const reason =
    otherDtype === undefined
      ? (problem?.text ?? difference)
      : `${difference}, and ${otherDtype} weights are another artifact to build and evaluate`;
  const figures = figuresOf(request, evaluation);
  return {
    value: `${replicas === 0 ? '' : `${replicas} x `}${offer.instanceType}${split}${format}`,
    reason: problem?.obstacle === 'pin' ? `${reason}; ${difference}` : reason,
    // The cost of an instance that serves no request means nothing.
    ...(usdPerHour === undefined || replicas === 0
      ? {}
      : { usdPerMonth: usdPerMonth(usdPerHour), price: instancePrice(offer, replicas) }),
    ...(figures === undefined ? {} : { figures }),
    ...(problem === undefined ? {} : { possible: false }),
  };
}

/** US dollars a month of an hourly price. */
export function usdPerMonth(usdPerHour: number): number {
  return round(usdPerHour * hoursPerMonth, 2);
}
