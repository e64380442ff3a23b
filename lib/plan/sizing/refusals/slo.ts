import type { Issue } from '../../../platform';
import type { Performance } from '../../performance/performance';
import { predictorOf } from '../../performance/performance';
import type { Capacity } from '../candidate';
import { loadOf, ms, splitsOf } from '../candidate';
import type { OfferVerdict } from '../offer-evaluation';
import { byCost, capacities } from '../offer-evaluation';
import type { SizeRequest } from '../size-types';
import type { Finding, Impasse } from './infeasible';
import { inWords, wayPast, withoutPin, works } from './infeasible';

type Limit = keyof NonNullable<SizeRequest['slo']>;
const limits: readonly Limit[] = ['timeToFirstTokenMs', 'timePerOutputTokenMs'];
const nouns = { timeToFirstTokenMs: 'the first token', timePerOutputTokenMs: 'a token' } as const;

/** The fastest a copy on an offer answers: with no more requests at a time than the pinned replicas leave it. */
interface Fastest {
  readonly verdict: OfferVerdict;
  readonly performance: Performance;
}

/** Nothing allowed answers as fast as asked, however few requests a copy gets. */
export function sloProblems(impasse: Impasse): Finding {
  const { request } = impasse;
  const options = fastest(impasse);
  const best = new Map(limits.map((limit) => [limit, options.toSorted((a, b) => faster(a, b, limit))[0]]));
  const missed = limits.filter((limit) => over(request, limit, best.get(limit)?.performance[limit] ?? 0));
  // Each limit may be reachable alone, on another machine.
  const nearest = options.toSorted(
    (a, b) => excess(request, a) - excess(request, b) || byCost(a.verdict, b.verdict),
  )[0];
  const wanted =
    missed.length > 0 ? missed : limits.filter((limit) => over(request, limit, nearest?.performance[limit] ?? 0));
  const slo = { ...request.slo };
  for (const limit of wanted) {
    const reached = (missed.length > 0 ? best.get(limit) : nearest)?.performance[limit];
    if (reached !== undefined) slo[limit] = roundedUp(reached);
  }
  const relaxed = { ...request, slo };
  const slowest = wayPast(without(request, wanted), impasse);
  const allowing = wayPast(relaxed, impasse);
  const unpinned =
    request.pinned === undefined
      ? undefined
      : wayPast(withoutPin(request, 'instanceType', 'tensorParallel', 'replicas'), impasse);
  const fix = [
    ...(works(unpinned) ? [`remove the pins: ${inWords(unpinned.verdict)}`] : []),
    ...(allowing === undefined ? [] : [`allow ${inTimes(slo, wanted)}: ${inWords(allowing.verdict)}`]),
    ...(works(slowest) ? [`drop the limit: ${inWords(slowest.verdict)}`] : []),
  ].join('; or ');
  const issues = wanted.map((limit): Issue => {
    const reached = missed.length > 0 ? best.get(limit) : nearest;
    const copy = reached?.verdict.capacity?.copy;
    return {
      code: 'SloUnreachable',
      path: `${request.path}.slo.${limit}`,
      message:
        `${nouns[limit]} takes at best ${ms(reached?.performance[limit])}, on ${reached?.verdict.offer.instanceType ?? ''} with ` +
        `tensor parallel ${copy?.tensorParallel ?? 1}${missed.length > 0 ? '' : ' where the other limit is nearest'}`,
      got: request.slo?.[limit],
      expected: `at least ${slo[limit] ?? 0}`,
      ...(fix === '' ? {} : { fix }),
    };
  });
  return { issues, relaxed };
}

function fastest({ request, blocked }: Impasse): readonly Fastest[] {
  const { pinned, traffic } = request;
  const fewest = pinned?.replicas === undefined ? 1 : Math.ceil(traffic.peakConcurrency / pinned.replicas);
  const capacity = capacities(request);
  const seen = new Map<Capacity, Performance>();
  return blocked.flatMap((verdict) => {
    const copy = verdict.capacity?.copy;
    if (copy === undefined) return [];
    return splitsOf(request, verdict.offer)
      .map((split) => capacity(copy.accelerator, copy.acceleratorShare, split))
      .filter(({ held }) => held > 0)
      .map((split): Fastest => {
        const performance = seen.get(split) ?? predictorOf(split.copy)(loadOf(request, Math.min(fewest, split.held)));
        seen.set(split, performance);
        return { verdict: { ...verdict, capacity: split }, performance };
      });
  });
}

function faster(a: Fastest, b: Fastest, limit: Limit): number {
  return a.performance[limit] - b.performance[limit] || byCost(a.verdict, b.verdict);
}

function over({ slo }: SizeRequest, limit: Limit, value: number): boolean {
  const allowed = slo?.[limit];
  return allowed !== undefined && value > allowed;
}

/** How far the worse of both limits is missed. */
function excess({ slo }: SizeRequest, { performance }: Fastest): number {
  return limits.reduce(
    (most, limit) => Math.max(most, performance[limit] / (slo?.[limit] ?? Number.POSITIVE_INFINITY)),
    0,
  );
}

function without(request: SizeRequest, gone: readonly Limit[]): SizeRequest {
  const slo = Object.fromEntries(
    Object.entries(request.slo ?? {}).filter(([name]) => gone.every((limit) => limit !== name)),
  );
  return { ...request, slo };
}

/** Two digits, never below the value: what is proposed must work. */
function roundedUp(value: number): number {
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / step) * step).toPrecision(6));
}

function inTimes(slo: NonNullable<SizeRequest['slo']>, named: readonly Limit[]): string {
  return named.map((limit) => `${nouns[limit]} ${ms(slo[limit])}`).join(' and ');
}
