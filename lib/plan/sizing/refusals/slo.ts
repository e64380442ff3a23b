import type { Issue } from '../../../platform';
import type { Performance } from '../../performance/performance';
import { predictorOf } from '../../performance/performance';
import type { CopyConcurrency } from '../copy-concurrency';
import { loadOf, ms, splitsOf } from '../copy-concurrency';
import type { OfferEvaluation } from '../offer-evaluation';
import { byCost, copyConcurrencies } from '../offer-evaluation';
import type { SizeRequest } from '../size-types';
import type { Infeasible, Refusal } from './infeasible';
import { isFeasible, offerText, relax, withoutPin } from './infeasible';

type Limit = keyof NonNullable<SizeRequest['slo']>;
const limits: readonly Limit[] = ['timeToFirstTokenMs', 'timePerOutputTokenMs'];
const nouns = { timeToFirstTokenMs: 'the first token', timePerOutputTokenMs: 'a token' } as const;

/** The best times of a copy on an offer: with no more requests in flight than the pinned replicas require. */
interface Fastest {
  readonly evaluation: OfferEvaluation;
  readonly performance: Performance;
}

/** No allowed instance meets the SLO, however few requests a copy serves. */
export function sloProblems(infeasible: Infeasible): Refusal {
  const { request } = infeasible;
  const options = fastest(infeasible);
  const best = new Map(limits.map((limit) => [limit, options.toSorted((a, b) => faster(a, b, limit))[0]]));
  const missed = limits.filter((limit) => over(request, limit, best.get(limit)?.performance[limit] ?? 0));
  // Each limit can be met alone, on another instance.
  const nearest = options.toSorted(
    (a, b) => excess(request, a) - excess(request, b) || byCost(a.evaluation, b.evaluation),
  )[0];
  const named =
    missed.length > 0 ? missed : limits.filter((limit) => over(request, limit, nearest?.performance[limit] ?? 0));
  const slo = { ...request.slo };
  for (const limit of named) {
    const reached = (missed.length > 0 ? best.get(limit) : nearest)?.performance[limit];
    if (reached !== undefined) slo[limit] = roundedUp(reached);
  }
  const relaxed = { ...request, slo };
  const unlimited = relax(without(request, named), infeasible);
  const slower = relax(relaxed, infeasible);
  const unpinned =
    request.pinned === undefined
      ? undefined
      : relax(withoutPin(request, 'instanceType', 'tensorParallel', 'replicas'), infeasible);
  const fix = [
    ...(isFeasible(unpinned) ? [`remove the pins: ${offerText(unpinned.evaluation)}`] : []),
    ...(slower === undefined ? [] : [`allow ${timesText(slo, named)}: ${offerText(slower.evaluation)}`]),
    ...(isFeasible(unlimited) ? [`drop the limit: ${offerText(unlimited.evaluation)}`] : []),
  ].join('; or ');
  const issues = named.map((limit): Issue => {
    const reached = missed.length > 0 ? best.get(limit) : nearest;
    const copy = reached?.evaluation.capacity?.copy;
    return {
      code: 'SloUnreachable',
      path: `${request.path}.slo.${limit}`,
      message:
        `${nouns[limit]} takes at best ${ms(reached?.performance[limit])}, on ${reached?.evaluation.offer.instanceType ?? ''} with ` +
        `tensor parallel ${copy?.tensorParallel ?? 1}${missed.length > 0 ? '' : ', where the other limit is nearest'}`,
      got: request.slo?.[limit],
      expected: `at least ${slo[limit] ?? 0}`,
      ...(fix === '' ? {} : { fix }),
    };
  });
  return { issues, relaxed };
}

function fastest({ request, blocked }: Infeasible): readonly Fastest[] {
  const { pinned, traffic } = request;
  const fewest = pinned?.replicas === undefined ? 1 : Math.ceil(traffic.peakConcurrency / pinned.replicas);
  const concurrency = copyConcurrencies(request);
  const seen = new Map<CopyConcurrency, Performance>();
  return blocked.flatMap((evaluation) => {
    const copy = evaluation.capacity?.copy;
    if (copy === undefined) return [];
    return splitsOf(request, copy.accelerator, evaluation.offer)
      .map((split) => concurrency(copy.accelerator, copy.acceleratorShare, split))
      .filter(({ held }) => held > 0)
      .map((split): Fastest => {
        const performance = seen.get(split) ?? predictorOf(split.copy)(loadOf(request, Math.min(fewest, split.held)));
        seen.set(split, performance);
        return { evaluation: { ...evaluation, capacity: split }, performance };
      });
  });
}

function faster(a: Fastest, b: Fastest, limit: Limit): number {
  return a.performance[limit] - b.performance[limit] || byCost(a.evaluation, b.evaluation);
}

function over({ slo }: SizeRequest, limit: Limit, value: number): boolean {
  const allowed = slo?.[limit];
  return allowed !== undefined && value > allowed;
}

/** The larger of both times as a fraction of its limit. */
function excess({ slo }: SizeRequest, { performance }: Fastest): number {
  return limits.reduce(
    (most, limit) => Math.max(most, performance[limit] / (slo?.[limit] ?? Number.POSITIVE_INFINITY)),
    0,
  );
}

function without(request: SizeRequest, dropped: readonly Limit[]): SizeRequest {
  const slo = Object.fromEntries(
    Object.entries(request.slo ?? {}).filter(([name]) => dropped.every((limit) => limit !== name)),
  );
  return { ...request, slo };
}

/** Two significant digits, rounded up: a proposed limit must be feasible. */
function roundedUp(value: number): number {
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / step) * step).toPrecision(6));
}

function timesText(slo: NonNullable<SizeRequest['slo']>, named: readonly Limit[]): string {
  return named.map((limit) => `${nouns[limit]} ${ms(slo[limit])}`).join(' and ');
}
