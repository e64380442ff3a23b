import fc from 'fast-check';
import { platformGraph } from '../../bin/project/platform-graph';
import { catalog } from '../../lib/catalog';
import type { EnvironmentPlan } from '../../lib/plan';
import { planAll } from '../../lib/plan';
import type { EndpointSpec, EnvironmentSpec, PlatformSpec, Tier } from '../../lib/platform';
import { resolve } from '../../lib/platform';
import type { Declared } from './fuzz-laws';
import { graphProblems, planTexts, reviewProblems, tierProblems, unrelatedProblems } from './fuzz-laws';
import type { Counterexample, Proof } from './proof';
import { counted, tally } from './proof';
import { randomPlatform } from './random-platform';

/** Every how many cases the resources are declared too: that takes seconds, a plan takes milliseconds. */
const declaredEvery = 20;

/** What the laws of one case say, and what they were asked about. */
interface Outcome {
  readonly ways: readonly string[];
  readonly problems: readonly string[];
}

/** @returns undefined where the platform is refused */
function planned(spec: PlatformSpec): readonly EnvironmentPlan[] | undefined {
  const resolved = resolve(spec);
  if (!resolved.ok) return undefined;
  const plans = planAll(resolved.value, catalog);
  return plans.ok ? Object.values(plans.value) : undefined;
}

async function declared(plans: readonly EnvironmentPlan[]): Promise<Declared> {
  const { graph } = await platformGraph(plans);
  return { plans, graph };
}

function withEndpoints(spec: PlatformSpec, change: (endpoint: EndpointSpec) => EndpointSpec): PlatformSpec {
  const endpoints = Object.entries(spec.endpoints ?? {}).map(([name, one]): [string, EndpointSpec] => [
    name,
    change(one),
  ]);
  return { ...spec, endpoints: Object.fromEntries(endpoints) };
}

/** The same platform for twice the users. */
function doubled(spec: PlatformSpec): PlatformSpec {
  return withEndpoints(spec, (endpoint) => ({
    ...endpoint,
    traffic: { ...endpoint.traffic, peakConcurrency: endpoint.traffic.peakConcurrency * 2 },
  }));
}

/** The same platform with its environments written in another order. */
function reordered(spec: PlatformSpec): PlatformSpec {
  return { ...spec, environments: Object.fromEntries(Object.entries(spec.environments).toReversed()) };
}

/** The first environment alone, in a tier. */
function inTier({ environments, ...spec }: PlatformSpec, tier: Tier): PlatformSpec {
  const [first] = Object.entries(environments);
  if (first === undefined) return { environments, ...spec };
  const { aws, azure } = first[1];
  const alone: EnvironmentSpec = {
    tier,
    ...(aws === undefined ? {} : { aws }),
    ...(azure === undefined ? {} : { azure }),
  };
  return { ...spec, environments: { [first[0]]: alone } };
}

/** Another name for an endpoint, of which nothing else has the name. */
function renamed(spec: PlatformSpec): PlatformSpec | undefined {
  const { draft, ...others } = spec.endpoints ?? {};
  return draft === undefined ? undefined : { ...spec, endpoints: { ...others, sketch: draft } };
}

/**
 * Requests that the copies for the peak of each endpoint on AWS serve at once. Development runs one of these copies, by decision:
 * what runs there is not what the peak needs.
 */
function capacities(plans: readonly EnvironmentPlan[]): ReadonlyMap<string, number> {
  return new Map(
    plans.flatMap(({ environment, aws }) =>
      Object.entries(aws?.deployment.endpoints ?? {}).flatMap(([name, { performance, targetConcurrency }]) =>
        performance === undefined
          ? []
          : [[`${environment} ${name}`, performance.value.copies * targetConcurrency.value] as const],
      ),
    ),
  );
}

function planProblems(spec: PlatformSpec, plans: readonly EnvironmentPlan[]): readonly string[] {
  const texts = planTexts(plans);
  const other = planned(reordered(spec));
  const moved = other === undefined ? ['refused in another order of its environments'] : [];
  const differing = [...planTexts(other ?? [])].flatMap(([environment, text]) =>
    texts.get(environment) === text ? [] : [`${environment} has another plan in another order`],
  );
  const more = capacities(planned(doubled(spec)) ?? []);
  const lower = [...capacities(plans)].flatMap(([place, capacity]) => {
    const now = more.get(place);
    return now === undefined || now >= capacity ? [] : [`${place} serves ${capacity}, and ${now} for twice the load`];
  });
  return [...moved, ...differing, ...lower];
}

async function declaredOutcome(spec: PlatformSpec, plans: readonly EnvironmentPlan[]): Promise<Outcome> {
  const base = await declared(plans);
  const again = await declared(plans);
  const ways = ['declared'];
  const problems = [
    ...(JSON.stringify(base.graph) === JSON.stringify(again.graph) ? [] : ['declared twice, the resources differ']),
    ...graphProblems(base),
  ];
  const more = planned(doubled(spec));
  if (more !== undefined) {
    ways.push('reviewed: twice the load');
    problems.push(...reviewProblems(base, await declared(more)));
  }
  const other = renamed(spec);
  const otherPlans = other === undefined ? undefined : planned(other);
  if (otherPlans !== undefined) {
    ways.push('reviewed: another name');
    const next = await declared(otherPlans);
    const mentions = (text: string): boolean => /draft|sketch/i.test(text);
    problems.push(...reviewProblems(base, next), ...unrelatedProblems(base, next, mentions));
  }
  const [low, high] = [planned(inTier(spec, 'development')), planned(inTier(spec, 'production'))];
  if (low !== undefined && high !== undefined) {
    ways.push('compared: two tiers');
    problems.push(...tierProblems(await declared(low), await declared(high)));
  }
  return { ways, problems };
}

async function outcome(spec: PlatformSpec, withResources: boolean): Promise<Outcome> {
  const plans = planned(spec);
  if (plans === undefined) return { ways: ['refused'], problems: [] };
  const problems = planProblems(spec, plans);
  if (!withResources) return { ways: ['planned'], problems };
  const whole = await declaredOutcome(spec, plans);
  return { ways: ['planned', ...whole.ways], problems: [...problems, ...whole.problems] };
}

/** Laws that hold for every platform, and between a platform and a changed one. */
export const fuzz: Proof = {
  claim:
    'the order of environments changes no plan and twice the load lowers no capacity; a platform equals itself; reviews are mirror images, with causes, sums and digests; production keeps what development keeps; a name changes what has it',
  count: 1000,
  smallCount: 4,
  async run({ seed, count, stopped }) {
    const counts = new Map<string, number>();
    const counterexamples: Counterexample[] = [];
    let ran = 0;
    let accepted = 0;
    for (const spec of fc.sample(randomPlatform, { seed, numRuns: count })) {
      if (stopped?.() === true) break;
      const { ways, problems } = await outcome(spec, accepted % declaredEvery === 0).catch((error: unknown) => ({
        ways: ['threw'],
        problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
      }));
      for (const way of ways) tally(counts, way);
      for (const problem of problems) counterexamples.push({ case: `${ran}: ${JSON.stringify(spec)}`, problem });
      if (!ways.includes('refused')) accepted += 1;
      ran += 1;
    }
    return { ran, counts: counted(counts), counterexamples };
  },
};
