import type { Dtype } from '../../catalog';
import type { Alternative } from '../decision';
import { dtypeProblem } from '../performance/dtype-support';
import { instancePrice } from '../price-basis';
import { hoursPerMonth, round } from '../units';
import { figuresOf } from './figures';
import type { GpuGroup } from './gpu-groups';
import type { OfferVerdict } from './offer-evaluation';
import { byCost, cheapest, judgeGroups, least } from './offer-evaluation';
import { comparedWith } from './price';
import type { Size, SizeRequest } from './size-types';

/** Enough for every kind of GPU a cloud offers; more would only be dearer machines with the same GPUs. */
const mostAlternatives = 40;

/** Alternatives that are told, and how many are not. */
export interface WeighedAlternatives {
  readonly rejected: readonly Alternative[];
  readonly untold: number;
}

/**
 * Everything that was weighed and not taken: what could be taken first, then what could not, each by cost. Where there
 * is too much to tell, machines that only cost more than another with the same GPUs go untold.
 */
export function weighed(
  request: SizeRequest,
  gpus: readonly GpuGroup[],
  groups: readonly (readonly OfferVerdict[])[],
  chosen: { readonly verdict: OfferVerdict; readonly size: Size },
): WeighedAlternatives {
  const quantised = inOtherFormats(request, gpus, chosen);
  const told = distinctFirst(groups, chosen.verdict, mostAlternatives - quantised.length);
  const all = groups.reduce((sum, group) => sum + group.length, 0);
  return {
    rejected: [...quantised, ...told.map((verdict) => alternative(request, verdict, chosen.size, undefined))],
    untold: all - 1 - told.length,
  };
}

/**
 * Up to that many verdicts beside the chosen one, in order. The first of each kind of GPUs goes before the second of any,
 * and what would be cheaper if a limit were lifted before what is only dearer.
 */
function distinctFirst(
  groups: readonly (readonly OfferVerdict[])[],
  chosen: OfferVerdict,
  most: number,
): readonly OfferVerdict[] {
  const firsts = groups.flatMap((group) => (group.includes(chosen) ? [] : (least(group, byPossibility) ?? [])));
  const told = firsts.sort(byPossibility).slice(0, most);
  const seconds: OfferVerdict[] = [];
  const room = most - told.length;
  const toldAlready = new Set([chosen, ...told]);
  const interest = (verdict: OfferVerdict): number => (verdict.replicas > 0 && byCost(verdict, chosen) < 0 ? 0 : 1);
  const byInterest = (a: OfferVerdict, b: OfferVerdict): number => interest(a) - interest(b) || byPossibility(a, b);
  if (room > 0) {
    for (const group of groups) {
      for (const verdict of group) if (!toldAlready.has(verdict)) insert(seconds, verdict, room, byInterest);
    }
  }
  return [...told, ...seconds].sort(byPossibility);
}

/** Keeps the first so many of what is put in, in order. */
function insert<T>(kept: T[], item: T, most: number, compare: (a: T, b: T) => number): void {
  const last = kept[kept.length - 1];
  if (kept.length >= most && last !== undefined && compare(item, last) >= 0) return;
  const at = kept.findIndex((other) => compare(item, other) < 0);
  kept.splice(at === -1 ? kept.length : at, 0, item);
  if (kept.length > most) kept.pop();
}

function byPossibility(a: OfferVerdict, b: OfferVerdict): number {
  return possibility(a) - possibility(b) || byCost(a, b);
}

/** What can be taken, what a limit forbids, what does not fit. */
function possibility({ problem, replicas }: OfferVerdict): number {
  return problem === undefined ? 0 : replicas > 0 ? 1 : 2;
}

/** The cheapest size in each other format that is allowed, cheapest format first. */
function inOtherFormats(
  request: SizeRequest,
  gpus: readonly GpuGroup[],
  chosen: { readonly size: Size },
): readonly Alternative[] {
  const formats = [...new Set(request.otherDtypes ?? [])].filter((dtype) => dtype !== chosen.size.dtype);
  const supported = formats.filter((dtype) =>
    request.accelerators.some((accelerator) => dtypeProblem(accelerator, dtype) === undefined),
  );
  return supported
    .flatMap((dtype): (readonly [Dtype, OfferVerdict])[] => {
      const best = cheapest(judgeGroups({ ...request, dtype }, gpus));
      return best === undefined ? [] : [[dtype, best]];
    })
    .sort(([first, a], [second, b]) => byCost(a, b) || (first < second ? -1 : 1))
    .map(([dtype, verdict]) => alternative(request, verdict, chosen.size, dtype));
}

function alternative(
  request: SizeRequest,
  verdict: OfferVerdict,
  chosen: Size,
  otherDtype: Dtype | undefined,
): Alternative {
  const { offer, replicas, capacity, problem } = verdict;
  const split = capacity === undefined ? '' : `, tensor parallel ${capacity.copy.tensorParallel}`;
  const format = otherDtype === undefined ? '' : `, weights in ${otherDtype}`;
  const difference = comparedWith(verdict.usdPerHour ?? 0, chosen.usdPerHour);
  const reason =
    otherDtype === undefined
      ? (problem?.text ?? difference)
      : `${difference}, and ${otherDtype} weights are another artefact, to be made and evaluated`;
  const figures = figuresOf(request, verdict);
  return {
    value: `${replicas === 0 ? '' : `${replicas} x `}${offer.instanceType}${split}${format}`,
    reason: problem?.obstacle === 'pin' ? `${reason}; ${difference}` : reason,
    // An instance that carries nothing costs nothing worth comparing.
    ...(verdict.usdPerHour === undefined || replicas === 0
      ? {}
      : { usdPerMonth: usdPerMonth(verdict.usdPerHour), price: instancePrice(offer, replicas) }),
    ...(figures === undefined ? {} : { figures }),
    ...(problem === undefined ? {} : { possible: false }),
  };
}

export function usdPerMonth(usdPerHour: number): number {
  return round(usdPerHour * hoursPerMonth, 2);
}
