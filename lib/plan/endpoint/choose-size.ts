import type { Dtype, InstanceOffer } from '../../catalog/types';
import type { Issue, PlacementWeights, Result } from '../../platform';
import { failure, success } from '../../platform';
import type { Alternative, Decision, Figures } from '../decision';
import { estimateMark, instancePrice } from '../price-basis';
import type { Size, SizeRequest } from '../sizing';
import { sizeEndpoint } from '../sizing';
import { figuresOf } from '../sizing/figures';
import type { GpuGroup } from '../sizing/gpu-groups';
import type { OfferEvaluation } from '../sizing/offer-evaluation';
import { byCost, evaluateOfferGroups } from '../sizing/offer-evaluation';
import { comparedWith } from '../sizing/price';
import type { WeighedCost } from './weigh';
import { tonnesPerMonth, weigh, weighsMore } from './weigh';

/** A number format that weights exist in. */
export interface FormatOption {
  /** Absent for the published one. */
  readonly dtype?: Dtype;
  /** Where the spec says that the weights exist; absent for the published ones. */
  readonly path?: string;
}

/** What a size is chosen from. */
export interface SizeChoices {
  readonly request: SizeRequest;
  readonly offers: readonly InstanceOffer[];
  /** Groups of `offers`. */
  readonly gpus: readonly GpuGroup[];
  /** Formats besides the published one. */
  readonly formats: readonly FormatOption[];
  /** Without weights, money alone decides. */
  readonly weights: PlacementWeights;
}

interface Candidate {
  readonly format: FormatOption;
  readonly decision: Decision<Size>;
}

/**
 * Chooses over number formats: each is sized by itself and the cheapest is taken, the published one where costs are
 * equal. With weights, carbon and the loss of an instance count as money.
 *
 * @returns when no format works, the issues of the published one and the first issue of each other format
 */
export function chooseSize(choices: SizeChoices): Result<Decision<Size>> {
  const { request, formats } = choices;
  const published = sizeIn(choices);
  const others = formats.map((format) => ({
    format,
    sized: sizeIn({
      ...choices,
      request: format.dtype === undefined ? request : { ...request, dtype: format.dtype },
    }),
  }));
  const candidates = [{ format: {}, sized: published }, ...others].flatMap(
    ({ format, sized }: { format: FormatOption; sized: Result<Decision<Size>> }): readonly Candidate[] =>
      sized.ok ? [{ format, decision: sized.value }] : [],
  );
  const [first, ...rest] = candidates;
  if (first === undefined) return failure([...published.issues, ...others.flatMap(refusedFormat)]);
  const best = rest.reduce((kept, next) => (cheaper(next, kept) ? next : kept), first);
  if (candidates.length === 1 && formats.length === 0) return published;
  return success(withFormat(best, candidates), published.ok ? published.issues : []);
}

/** The first issue of a format, reported where the spec names its weights. */
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
      ? `the published ${decision.value.dtype} weights: no other format with weights is cheaper`
      : `${format.path} has ${decision.value.dtype} weights; quality is not assessed here: evaluate the quantised weights`;
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

function sizeIn({ request, offers, gpus, weights }: SizeChoices): Result<Decision<Size>> {
  const cheapest = sizeEndpoint(request, offers, gpus);
  if (!cheapest.ok || !weighsMore(weights)) return cheapest;
  const feasible = evaluateOfferGroups(request, gpus)
    .flat()
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
  const others = cheapest.value.rejected.filter((other) => !names(other, best.verdict) && !names(other, first.verdict));
  return success(
    {
      value,
      because: [reason, ...because.filter(({ rule }) => rule !== 'size.cheapest-that-fits')],
      rejected: [cheapestInMoney(first), ...others],
    },
    sized.issues,
  );
}

interface WeighedOffer {
  readonly verdict: OfferEvaluation;
  readonly figures: Figures | undefined;
  readonly cost: WeighedCost;
}

function cheapestInMoney({ verdict, figures, cost }: WeighedOffer): Alternative {
  const { offer, replicas } = verdict;
  return {
    value: `${replicas} x ${offer.instanceType}`,
    reason: `the cheapest in money alone: ${costText(verdict, cost)}`,
    usdPerMonth: Math.round(cost.usdPerMonth),
    price: instancePrice(offer, replicas),
    ...(figures === undefined ? {} : { figures }),
  };
}

function names({ value }: Alternative, { offer, replicas }: OfferEvaluation): boolean {
  return value.startsWith(`${replicas} x ${offer.instanceType},`);
}

function costText({ offer, replicas }: OfferEvaluation, cost: WeighedCost): string {
  const mark = estimateMark(instancePrice(offer, replicas));
  const usd = (value: number): string => `$${Math.round(value)}`;
  return (
    `${replicas} x ${offer.instanceType} costs ${mark}${usd(cost.total)} a month at the peak: ${mark}${usd(cost.usdPerMonth)} of money, ` +
    `${usd(cost.carbonUsdPerMonth)} of carbon, ${usd(cost.lossUsdPerMonth)} for the loss of one of ${replicas} instances`
  );
}
