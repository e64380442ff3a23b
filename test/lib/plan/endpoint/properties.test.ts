import fc from 'fast-check';
import { catalog } from '../../../../lib/catalog';
import type { EnvironmentPlan } from '../../../../lib/plan';
import { canonicalJson, plan, walkDecisions } from '../../../../lib/plan';
import type { EndpointSpec, FailoverSpec, ResolvedPlatform } from '../../../../lib/platform';
import { resolve } from '../../../../lib/platform';
import { endpoint, platform, productionEnvironment } from '../../../helpers/platform';

/** The real catalogue: a property of a choice is worth little over three offers. */
function resolved(chat: EndpointSpec, places: { region?: string; location?: string; residency?: 'eu' | 'us' } = {}) {
  const { region = 'eu-central-1', location = 'swedencentral', residency } = places;
  const { tier, aws, azure } = productionEnvironment();
  const { chat: model, frontier } = platform().models;
  const spec = resolve(
    platform({
      residency,
      environments: {
        prod: {
          tier,
          ...(aws === undefined ? {} : { aws: { ...aws, region } }),
          ...(azure === undefined ? {} : { azure: { ...azure, location } }),
        },
      },
      models: { ...(model === undefined ? {} : { chat: model }), ...(frontier === undefined ? {} : { frontier }) },
      endpoints: { chat },
      knowledge: {},
      tuning: {},
    }),
  );
  if (!spec.ok) throw new Error(JSON.stringify(spec.issues, null, 2));
  return spec.value;
}

function planned(spec: ResolvedPlatform): EnvironmentPlan | undefined {
  const result = plan(spec, 'prod', catalog);
  return result.ok ? result.value : undefined;
}

/** Dollars a month of an endpoint on both clouds together, or nothing when it cannot be placed. */
function dollars(chat: EndpointSpec): number | undefined {
  const found = planned(resolved(chat));
  if (found === undefined) return undefined;
  const onAws = found.aws?.deployment.endpoints.chat?.usdPerMonth.value ?? 0;
  return onAws + (found.azure?.deployment.endpoints.chat?.usdPerMonth.value ?? 0);
}

const load = fc.record({
  peakConcurrency: fc.integer({ min: 1, max: 300 }),
  inputTokens: fc.integer({ min: 50, max: 4000 }),
  outputTokens: fc.integer({ min: 20, max: 800 }),
});
const slo = fc.record({
  timeToFirstTokenMs: fc.integer({ min: 500, max: 8000 }),
  timePerOutputTokenMs: fc.integer({ min: 15, max: 120 }),
});
const failover: fc.Arbitrary<FailoverSpec | undefined> = fc.constantFrom<FailoverSpec | undefined>(
  undefined,
  { primary: 'aws', standby: 'pilot-light' },
  { primary: 'azure', standby: 'full' },
  { primary: 'aws', standby: 'warm', peakShare: 0.5 },
);
/**
 * Without the pilot light: its machine is the one that carries the whole peak cheapest, and one copy of that may be dearer
 * than one copy of another.
 */
const carried = failover.filter((shared) => shared?.standby !== 'pilot-light');
const hours = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 24, maxLength: 24 });

function chatOf(
  traffic: EndpointSpec['traffic'],
  more: Partial<EndpointSpec> | { failover?: FailoverSpec | undefined },
) {
  const entries = Object.entries(more).filter(([, value]) => value !== undefined);
  return endpoint({ traffic, ...(Object.fromEntries(entries) as Partial<EndpointSpec>) });
}

test('more load never costs less', () => {
  fc.assert(
    fc.property(load, fc.integer({ min: 1, max: 100 }), carried, (traffic, more, shared) => {
      const less = dollars(chatOf(traffic, { failover: shared }));
      const heavier = { ...traffic, peakConcurrency: traffic.peakConcurrency + more };
      const most = dollars(chatOf(heavier, { failover: shared }));
      fc.pre(less !== undefined && most !== undefined);
      expect(most).toBeGreaterThanOrEqual(less);
    }),
    { numRuns: 40 },
  );
});

test('a tighter objective is never cheaper', () => {
  fc.assert(
    fc.property(load, slo, fc.double({ min: 0.3, max: 1, noNaN: true }), carried, (traffic, loose, factor, shared) => {
      const tight = {
        timeToFirstTokenMs: loose.timeToFirstTokenMs * factor,
        timePerOutputTokenMs: loose.timePerOutputTokenMs * factor,
      };
      const before = dollars(chatOf(traffic, { slo: loose, failover: shared }));
      const after = dollars(chatOf(traffic, { slo: tight, failover: shared }));
      // What the loose objective forbids the tight one cannot allow.
      if (before === undefined) expect(after).toBeUndefined();
      fc.pre(before !== undefined && after !== undefined);
      expect(after).toBeGreaterThanOrEqual(before);
    }),
    { numRuns: 40 },
  );
});

test('the shape of the week never changes the machine, and a flat week at the peak costs most', () => {
  fc.assert(
    fc.property(load, hours, hours, (traffic, weekday, weekend) => {
      const week = { weekday: [10, ...weekday.slice(1)].map((h) => h / 10), weekend: weekend.map((h) => h / 10) };
      const shaped = planned(resolved(chatOf({ ...traffic, week }, {})))?.aws?.deployment.endpoints.chat;
      const flat = planned(resolved(chatOf(traffic, {})))?.aws?.deployment.endpoints.chat;
      expect(shaped?.instanceType.value).toBe(flat?.instanceType.value);
      expect(shaped?.environment).toEqual(flat?.environment);
      expect(shaped?.usdPerMonth.value ?? 0).toBeLessThanOrEqual(flat?.usdPerMonth.value ?? 0);
    }),
    { numRuns: 30 },
  );
});

test('a lower minimum at quiet hours never costs more', () => {
  fc.assert(
    fc.property(load, hours, fc.integer({ min: 0, max: 22 }), (traffic, weekday, fromHour) => {
      const week = { weekday: [10, ...weekday.slice(1)].map((h) => h / 10), weekend: weekday.map(() => 0) };
      const schedule = { days: 'weekdays' as const, fromHour, toHour: fromHour + 1 };
      const warm = dollars(chatOf({ ...traffic, week }, {})) ?? 0;
      const scheduled = dollars(chatOf({ ...traffic, week }, { whenIdle: { schedule } })) ?? 0;
      expect(scheduled).toBeLessThanOrEqual(warm);
    }),
    { numRuns: 30 },
  );
});

test('weights of zero are no weights: the same bytes', () => {
  fc.assert(
    fc.property(load, failover, (traffic, shared) => {
      const none = planned(resolved(chatOf(traffic, { failover: shared })));
      const weights = { carbonUsdPerTonneCo2e: 0, lostInstanceUsdPerMonth: 0 };
      const zero = planned(resolved(chatOf(traffic, { failover: shared, weights })));
      expect(canonicalJson(zero)).toBe(canonicalJson(none));
    }),
    { numRuns: 20 },
  );
});

test('the same question gives the same bytes, whoever asked before', () => {
  const chat = chatOf({ peakConcurrency: 40, inputTokens: 900, outputTokens: 150 }, { compareWith: ['frontier'] });
  const first = canonicalJson(planned(resolved(chat)));
  dollars(chatOf({ peakConcurrency: 41, inputTokens: 900, outputTokens: 150 }, {}));
  const fresh = plan(resolved(chat), 'prod', { ...catalog, instances: [...catalog.instances].reverse() });
  expect(canonicalJson(planned(resolved(chat)))).toBe(first);
  expect(fresh.ok && canonicalJson(fresh.value)).toBe(first);
});

test('nothing is placed or offered outside of the residency', () => {
  const regionsOf = (cloud: 'aws' | 'azure') => catalog.regions.filter((row) => row.cloud === cloud);
  fc.assert(
    fc.property(
      fc.constantFrom('eu' as const, 'us' as const),
      fc.constantFrom(...regionsOf('aws').map(({ id }) => id)),
      fc.constantFrom(...regionsOf('azure').map(({ id }) => id)),
      failover,
      (residency, region, location, shared) => {
        const traffic = { peakConcurrency: 8, inputTokens: 500, outputTokens: 100 };
        const chat = chatOf(traffic, { failover: shared, compareWith: ['frontier'] });
        const result = plan(resolved(chat, { region, location, residency }), 'prod', catalog);
        const inside = catalog.regions.filter((row) => row.residency === residency).map(({ id }) => id);
        if (!inside.includes(region) || !inside.includes(location)) {
          expect(result.issues.map(({ code }) => code)).toContain('ResidencyViolated');
          return;
        }
        if (!result.ok) return;
        const outside = catalog.regions.filter((row) => row.residency !== residency).map(({ id }) => id);
        const elsewhere = new RegExp(`\\b(${outside.join('|')})\\b`);
        for (const [path, { rejected }] of walkDecisions(result.value)) {
          for (const { value } of rejected) expect([path, value]).toEqual([path, expect.not.stringMatching(elsewhere)]);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('adding an endpoint leaves every decision of another as it was', () => {
  const chat = chatOf({ peakConcurrency: 40, inputTokens: 900, outputTokens: 150 }, { failover: { standby: 'none' } });
  const alone = resolved(chat);
  fc.assert(
    fc.property(load, failover, (traffic, shared) => {
      const both = { ...alone, endpoints: { chat, other: chatOf(traffic, { failover: shared }) } };
      const [before, after] = [planned(alone), planned(both)];
      fc.pre(after !== undefined);
      expect(canonicalJson(after.azure?.deployment.endpoints.chat ?? null)).toBe(
        canonicalJson(before?.azure?.deployment.endpoints.chat ?? null),
      );
      expect(canonicalJson(after.aws?.deployment.endpoints.chat ?? null)).toBe(
        canonicalJson(before?.aws?.deployment.endpoints.chat ?? null),
      );
    }),
    { numRuns: 15 },
  );
});
