import fc from 'fast-check';
import type { InstanceOffer } from '../../../../lib/catalog';
import { catalog as real } from '../../../../lib/catalog';
import { canonicalJson } from '../../../../lib/plan';
import { dtypeProblem } from '../../../../lib/plan/performance/dtype-support';
import { cacheBytesPerElement, sequenceBytes, sequenceCache } from '../../../../lib/plan/performance/kv-cache';
import { memoryLedger } from '../../../../lib/plan/performance/memory';
import { predictorOf } from '../../../../lib/plan/performance/performance';
import { tensorParallelProblem } from '../../../../lib/plan/performance/tensor-parallel';
import type { Size, SizeRequest } from '../../../../lib/plan/sizing';
import { sizeEndpoint } from '../../../../lib/plan/sizing';
import { deviceProblem } from '../../../../lib/plan/sizing/copy-concurrency';
import { explain } from '../../../../lib/plan/sizing/refusals/size-problems';
import { catalog as fixture } from '../../../helpers/catalog';
import { accelerator, model, offersOf, sizeRequest } from '../../../helpers/sizing';

const models = real.models.filter(({ kind }) => kind === 'text-generation');

/** Markets: the real catalogue in one region of one service, and the fixture. */
const markets = {
  sagemaker: [real.accelerators, offersOf('sagemaker', 'eu-central-1')],
  azureMl: [real.accelerators, offersOf('azure-ml', 'eastus')],
  ec2: [real.accelerators, offersOf('ec2', 'us-east-1')],
  fixture: [fixture.accelerators, fixture.instances],
} as const;

const traffic = fc
  .record({
    peakConcurrency: fc.integer({ min: 1, max: 600 }),
    inputTokens: fc.integer({ min: 16, max: 6000 }),
    outputTokens: fc.integer({ min: 8, max: 1500 }),
    spare: fc.constantFrom(0, 1000, 8000),
  })
  .map(({ spare, ...load }) => ({ ...load, maxTokens: load.inputTokens + load.outputTokens + spare }));

const limit = fc.option(fc.integer({ min: 5, max: 300 }), { nil: undefined });
const slo = fc.record({ token: limit, first: limit }).map(({ token, first }) => ({
  ...(token === undefined ? {} : { timePerOutputTokenMs: token }),
  ...(first === undefined ? {} : { timeToFirstTokenMs: 20 * first }),
}));

interface Case {
  readonly request: SizeRequest;
  readonly offers: readonly InstanceOffer[];
}

/** Small enough to read when a property fails. */
const anyCase = fc.record({
  market: fc.constantFrom('sagemaker', 'azureMl', 'ec2', 'fixture'),
  model: fc.constantFrom(...models.map(({ id }) => id)),
  traffic,
  slo,
  minReplicas: fc.constantFrom(1, 2),
});

function built({ market, model: id, ...rest }: typeof anyCase extends fc.Arbitrary<infer T> ? T : never): Case {
  const [accelerators, offers] = markets[market];
  return { request: sizeRequest({ accelerators, model: model(id), ...rest }), offers };
}

function sizeOrNothing(request: SizeRequest, offers: readonly InstanceOffer[]): Size | undefined {
  const result = sizeEndpoint(request, offers);
  return result.ok ? result.value.value : undefined;
}

/** Dollars an hour; an infeasible size costs more than any other. */
function cost(request: SizeRequest, offers: readonly InstanceOffer[]): number {
  return sizeOrNothing(request, offers)?.usdPerHour ?? Number.POSITIVE_INFINITY;
}

const more = (request: SizeRequest, extra: Partial<SizeRequest['traffic']>): SizeRequest => ({
  ...request,
  traffic: { ...request.traffic, ...extra },
});

test('more requests in flight and longer requests never cost less', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 1, max: 400 }), (some, extra) => {
      const { request, offers } = built(some);
      const before = cost(request, offers);
      const { peakConcurrency, maxTokens } = request.traffic;
      expect(cost(more(request, { peakConcurrency: peakConcurrency + extra }), offers)).toBeGreaterThanOrEqual(before);
      expect(cost(more(request, { maxTokens: maxTokens + 10 * extra }), offers)).toBeGreaterThanOrEqual(before);
      expect(cost({ ...request, minReplicas: request.minReplicas + 1 }, offers)).toBeGreaterThanOrEqual(before);
    }),
    { numRuns: 40 },
  );
});

test('longer prompts never cost less', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 1, max: 4000 }), (some, extra) => {
      const { request, offers } = built(some);
      const { inputTokens, maxTokens } = request.traffic;
      const room = more(request, { maxTokens: maxTokens + extra });
      const longer = more(room, { inputTokens: inputTokens + extra });
      expect(cost(longer, offers)).toBeGreaterThanOrEqual(cost(room, offers));
    }),
    { numRuns: 40 },
  );
});

test('a tighter SLO never costs less', () => {
  fc.assert(
    fc.property(anyCase, fc.double({ min: 0.3, max: 1, noNaN: true }), (some, share) => {
      const { request, offers } = built(some);
      const { timePerOutputTokenMs = 200, timeToFirstTokenMs = 4000 } = request.slo ?? {};
      const tighter = { timePerOutputTokenMs: timePerOutputTokenMs * share, timeToFirstTokenMs };
      const both = { ...tighter, timeToFirstTokenMs: timeToFirstTokenMs * share };
      const costs = [request.slo ?? {}, tighter, both].map((wanted) => cost({ ...request, slo: wanted }, offers));
      expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    }),
    { numRuns: 40 },
  );
});

test('one more offer never makes the choice more expensive, and the order of offers never matters', () => {
  fc.assert(
    fc.property(anyCase, fc.array(fc.nat(), { minLength: 1, maxLength: 20 }), (some, picks) => {
      const { request, offers } = built(some);
      const few = [...new Set(picks.map((pick) => pick % offers.length))].flatMap((at) => offers[at] ?? []);
      expect(cost(request, few)).toBeLessThanOrEqual(cost(request, few.slice(1)));
      expect(canonicalJson(sizeEndpoint(request, few.toReversed()))).toBe(canonicalJson(sizeEndpoint(request, few)));
    }),
    { numRuns: 40 },
  );
});

test('a size is legal, holds the longest request and its share of the peak, and meets its SLO', () => {
  fc.assert(
    fc.property(anyCase, (some) => {
      const { request, offers } = built(some);
      const size = sizeOrNothing(request, offers);
      if (size === undefined) return;
      const { model, traffic: load } = request;
      const offer = offers.find(({ instanceType }) => instanceType === size.instanceType);
      const device = request.accelerators.find(({ id }) => id === size.accelerator);
      if (offer === undefined || device === undefined) throw new Error('it is not on offer');
      expect(tensorParallelProblem({ model }, size.tensorParallel, offer.acceleratorCount)).toBeUndefined();
      expect([deviceProblem(device), dtypeProblem(device, size.dtype)]).toEqual([undefined, undefined]);
      const perReplica = Math.ceil(load.peakConcurrency / size.replicas);
      expect(size.maxNumSeqs).toBeGreaterThanOrEqual(perReplica);
      const { tensorParallel, dtype } = size;
      const copy = { model, accelerator: device, acceleratorShare: offer.acceleratorShare, tensorParallel, dtype };
      const ledger = memoryLedger(copy, size, load.inputTokens + load.outputTokens);
      const cache = sequenceCache(model, tensorParallel, cacheBytesPerElement(copy));
      expect(ledger.requests).toBeGreaterThanOrEqual(perReplica);
      expect(ledger.kvCache).toBeGreaterThanOrEqual(sequenceBytes(cache, load.maxTokens));
      const reached = predictorOf(copy)({ ...load, concurrency: perReplica });
      for (const name of ['timePerOutputTokenMs', 'timeToFirstTokenMs'] as const) {
        expect(reached[name]).toBeLessThanOrEqual(request.slo?.[name] ?? Number.POSITIVE_INFINITY);
      }
      expect(size.usdPerHour).toBeCloseTo((offer.usdPerHour ?? 0) * size.replicas, 3);
    }),
    { numRuns: 120 },
  );
});

const pins = fc.record({
  instanceType: fc.option(fc.nat(), { nil: undefined }),
  tensorParallel: fc.option(fc.constantFrom(1, 2, 3, 4, 8), { nil: undefined }),
  replicas: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
});

interface PinPick {
  readonly instanceType: number | undefined;
  readonly tensorParallel: number | undefined;
  readonly replicas: number | undefined;
}

function pinnedCase({ request, offers }: Case, wanted: PinPick): Case {
  const type =
    wanted.instanceType === undefined ? undefined : offers[wanted.instanceType % offers.length]?.instanceType;
  const pinned = {
    ...(type === undefined ? {} : { instanceType: type }),
    ...(wanted.tensorParallel === undefined ? {} : { tensorParallel: wanted.tensorParallel }),
    ...(wanted.replicas === undefined ? {} : { replicas: wanted.replicas }),
  };
  return { request: { ...request, pinned, minReplicas: 1 }, offers };
}

test('a pin is respected, or refused with an issue that has a fix', () => {
  fc.assert(
    fc.property(anyCase, pins, (base, wanted) => {
      const { request, offers } = pinnedCase(built(base), wanted);
      const result = sizeEndpoint(request, offers);
      if (result.ok) expect(result.value.value).toMatchObject(request.pinned ?? {});
      else {
        expect(result.issues).not.toEqual([]);
        for (const issue of result.issues) {
          expect(issue.path.startsWith('endpoints.chat')).toBe(true);
          expect([issue.code, issue.fix ?? '']).not.toEqual([issue.code, '']);
          expect([issue.message, issue.expected, issue.fix].join()).not.toMatch(/undefined|NaN|Infinity/);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('the proposals of all issues together can be sized', () => {
  let worked = 0;
  fc.assert(
    fc.property(anyCase, pins, (base, wanted) => {
      const { request, offers } = pinnedCase(built(base), wanted);
      const { issues, works } = explain(request, offers);
      expect(issues.length === 0).toBe(sizeEndpoint(request, offers).ok);
      if (issues.length === 0 || works === undefined) return;
      expect(sizeEndpoint(works, offers).ok).toBe(true);
      worked += 1;
    }),
    { numRuns: 60 },
  );
  expect(worked).toBeGreaterThan(5);
});

test('a quota limits the replicas, and a larger one never costs more', () => {
  fc.assert(
    fc.property(anyCase, fc.nat({ max: 12 }), fc.constantFrom(1, 1.2, 2), (some, most, updateCapacity) => {
      const { request, offers } = built(some);
      const limits = (value: number) =>
        Object.fromEntries(
          offers.flatMap(({ quota, vcpu, service }) =>
            quota === undefined ? [] : [[quota, service === 'sagemaker' ? value : value * vcpu]],
          ),
        );
      const capped = { ...request, updateCapacity, quotas: limits(most) };
      const size = sizeOrNothing(capped, offers);
      const quota = offers.find(({ instanceType }) => instanceType === size?.instanceType)?.quota;
      if (size !== undefined && quota?.startsWith('ml.') === true) {
        expect(Math.ceil(size.replicas * updateCapacity)).toBeLessThanOrEqual(most);
      }
      expect(cost({ ...capped, quotas: limits(most + 1) }, offers)).toBeLessThanOrEqual(cost(capped, offers));
    }),
    { numRuns: 40 },
  );
});

test('the same request gives the same bytes', () => {
  fc.assert(
    fc.property(anyCase, (some) => {
      const { request, offers } = built(some);
      const again = sizeEndpoint(structuredClone(request), structuredClone(offers));
      expect(canonicalJson(again)).toBe(canonicalJson(sizeEndpoint(request, offers)));
    }),
    { numRuns: 25 },
  );
});

test('every device that an offer names is in the catalogue', () => {
  for (const offer of real.instances) expect(accelerator(offer.accelerator).id).toBe(offer.accelerator);
});
