import type { Dtype, InstanceOffer } from '../../catalog/types';
import type { Issue, PlacementWeights, Result } from '../../platform';
import { failure, success } from '../../platform';
import type { Alternative, Decision } from '../decision';
import { estimateMark, instancePrice } from '../price-basis';
import type { Size, SizeRequest } from '../sizing';
import { sizeEndpoint } from '../sizing';
import { figuresOf } from '../sizing/figures';
import type { OfferVerdict } from '../sizing/offer-evaluation';
import { byCost, judge } from '../sizing/offer-evaluation';
import { comparedWith } from '../sizing/price';
import type { WeighedCost } from './weigh';
import { tonnesPerMonth, weigh, weighsMore } from './weigh';

/** A number format there are weights in. */
export interface FormatOption {
  /** Absent for the published one. */
  readonly dtype?: Dtype;
  /** Where the spec says that the weights exist; absent for the published ones. */
  readonly path?: string;
}

interface Candidate {
  readonly format: FormatOption;
  readonly request: SizeRequest;
  readonly decision: Decision<Size>;
}

/**
 * Chooses over number formats: each is sized on its own and the cheapest is taken, the published one where they are
 * equal. With weights, carbon and the loss of an instance count as money.
 *
 * @returns when no format works, the issues of the published one, and what is in the way of each other
 */
export function chooseSize(
  request: SizeRequest,
  offers: readonly InstanceOffer[],
  formats: readonly FormatOption[],
  weights: PlacementWeights = {},
): Result<Decision<Size>> {
  const [published, ...others] = [{}, ...formats].map((format: FormatOption) => {
    const asked = format.dtype === undefined ? request : { ...request, dtype: format.dtype };
    return { format, asked, sized: sizeIn(asked, offers, weights) };
  });
  if (published === undefined) return sizeEndpoint(request, offers);
  const candidates = [published, ...others].flatMap(({ format, asked, sized }): readonly Candidate[] =>
    sized.ok ? [{ format, request: asked, decision: sized.value }] : [],
  );
  const [first, ...rest] = candidates;
  if (first === undefined) return failure([...published.sized.issues, ...others.flatMap(refusedFormat)]);
  const best = rest.reduce((kept, next) => (cheaper(next, kept) ? next : kept), first);
  if (candidates.length === 1 && formats.length === 0) return published.sized;
  return success(withFormat(best, candidates), published.sized.ok ? published.sized.issues : []);
}

/** The first thing in the way of a format the spec has weights in, told where the spec names them. */
function refusedFormat({ format, sized }: { format: FormatOption; sized: Result<Decision<Size>> }): readonly Issue[] {
  return sized.issues.slice(0, 1).map((issue) => ({ ...issue, path: format.path ?? issue.path }));
}

function cheaper({ decision: a }: Candidate, { decision: b }: Candidate): boolean {
  return a.value.usdPerHour < b.value.usdPerHour;
}

function withFormat(best: Candidate, candidates: readonly Candidate[]): Decision<Size> {
  const { decision, format } = best;
  const text =
    format.path === undefined
      ? `the published ${decision.value.dtype} weights: no other format there are weights in is cheaper`
      : `${format.path} has ${decision.value.dtype} weights; whether they answer as well is for an evaluation to say`;
  return {
    value: decision.value,
    because: [...decision.because, { rule: 'size.format', text }],
    rejected: [
      ...candidates.filter((other) => other !== best).map((other) => otherFormat(other, decision.value)),
      ...decision.rejected,
    ],
  };
}

function otherFormat({ decision: { value } }: Candidate, chosen: Size): Alternative {
  return {
    value: `${value.replicas} x ${value.instanceType}, tensor parallel ${value.tensorParallel}, weights in ${value.dtype}`,
    reason: `${comparedWith(value.usdPerHour, chosen.usdPerHour)}, in another format`,
    usdPerMonth: value.usdPerMonth,
    price: value.price,
    figures: value.figures,
  };
}

function sizeIn(
  request: SizeRequest,
  offers: readonly InstanceOffer[],
  weights: PlacementWeights,
): Result<Decision<Size>> {
  const cheapest = sizeEndpoint(request, offers);
  if (!cheapest.ok || !weighsMore(weights)) return cheapest;
  const feasible = judge(request, offers)
    .filter(({ problem }) => problem === undefined)
    .sort(byCost)
    .map((verdict) => ({ verdict, figures: figuresOf(request, verdict) }));
  const dirtiest = Math.max(0, ...feasible.map(({ figures }) => tonnesPerMonth(figures) ?? 0));
  const [first, ...rest] = feasible.map((entry) => ({
    ...entry,
    cost: weigh(entry.verdict, entry.figures, weights, dirtiest),
  }));
  if (first === undefined) return cheapest;
  const best = rest.reduce((kept, next) => (next.cost.total < kept.cost.total ? next : kept), first);
  const reason = { rule: 'size.weighed', text: costText(best.verdict, best.cost) };
  if (best === first) {
    return success({ ...cheapest.value, because: [...cheapest.value.because, reason] }, cheapest.issues);
  }
  const sized = sizeEndpoint(request, [best.verdict.offer]);
  if (!sized.ok) return cheapest;
  const { value, because } = sized.value;
  const money: Alternative = {
    value: `${first.verdict.replicas} x ${first.verdict.offer.instanceType}`,
    reason: `the cheapest in money alone: ${costText(first.verdict, first.cost)}`,
    usdPerMonth: Math.round(first.cost.usdPerMonth),
    price: instancePrice(first.verdict.offer, first.verdict.replicas),
    ...(first.figures === undefined ? {} : { figures: first.figures }),
  };
  return success(
    {
      value,
      because: [reason, ...because.filter(({ rule }) => rule !== 'size.cheapest-that-fits')],
      rejected: [
        money,
        ...cheapest.value.rejected.filter((other) => !names(other, best.verdict) && !names(other, first.verdict)),
      ],
    },
    sized.issues,
  );
}

function names({ value }: Alternative, { offer, replicas }: OfferVerdict): boolean {
  return value.startsWith(`${replicas} x ${offer.instanceType},`);
}

function costText({ offer, replicas }: OfferVerdict, cost: WeighedCost): string {
  const mark = estimateMark(instancePrice(offer, replicas));
  const usd = (value: number): string => `$${Math.round(value)}`;
  return (
    `${replicas} x ${offer.instanceType} counts for ${mark}${usd(cost.total)} a month at the peak: ${mark}${usd(cost.usdPerMonth)} of money, ` +
    `${usd(cost.carbonUsdPerMonth)} of carbon, ${usd(cost.lossUsdPerMonth)} for the loss of one of ${replicas} instances`
  );
}
