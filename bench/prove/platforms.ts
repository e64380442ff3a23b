import fc from 'fast-check';
import { platformGraph } from '../../bin/project/platform-graph';
import { catalog } from '../../lib/catalog';
import type { EnvironmentPlan } from '../../lib/plan';
import { canonicalJson, planAll, walkDecisions } from '../../lib/plan';
import type { Issue, PlatformSpec } from '../../lib/platform';
import { isError, resolve } from '../../lib/platform';
import { check } from '../../lib/review/check';
import { rulesOf } from '../../lib/review/rules';
import type { Counterexample, Proof } from './proof';
import { counted, tally } from './proof';
import { randomPlatform } from './random-platform';

/** How one platform ended: planned and declared, or refused with these codes; and what contradicts the claim. */
interface Ending {
  readonly ways: readonly string[];
  readonly problems: readonly string[];
}

/** A refusal must say enough to act on it. */
function refused(issues: readonly Issue[]): Ending {
  const errors = issues.filter(isError);
  const vague = errors.filter(({ path, message, got, expected }) =>
    [path, message, got, expected].some((text) => text === ''),
  );
  return {
    ways: ['refused', ...new Set(errors.map(({ code }) => `refused: ${code}`))],
    problems: [
      ...(errors.length === 0 ? ['refused without an error'] : []),
      ...vague.map(({ code, path }) => `${code} at '${path}' has an empty field`),
    ],
  };
}

async function declared(plans: readonly EnvironmentPlan[]): Promise<Ending> {
  const unexplained = plans.flatMap((plan) =>
    [...walkDecisions(plan)].filter(([, { because }]) => because.length === 0).map(([path]) => `no reason for ${path}`),
  );
  const first = await platformGraph(plans);
  const second = await platformGraph(plans);
  const { findings } = check(first.graph, rulesOf('baseline'));
  return {
    ways: ['planned'],
    problems: [
      ...unexplained,
      ...first.problems,
      ...(JSON.stringify(first.graph) === JSON.stringify(second.graph) ? [] : ['declared twice, the resources differ']),
      ...findings.map(({ rule, address, message }) => `${rule} at ${address}: ${message}`),
    ],
  };
}

async function ending(spec: PlatformSpec): Promise<Ending> {
  const resolved = resolve(spec);
  if (!resolved.ok) return refused(resolved.issues);
  const planned = planAll(resolved.value, catalog);
  if (!planned.ok) return refused(planned.issues);
  const again = planAll(resolved.value, catalog);
  const ended = await declared(Object.values(planned.value));
  if (again.ok && canonicalJson(again.value) === canonicalJson(planned.value)) return ended;
  return { ...ended, problems: [...ended.problems, 'planned twice, the plans differ'] };
}

/** Random platforms, planned and declared on both clouds. */
export const platforms: Proof = {
  claim:
    'a platform of the right shape is planned and declared, twice alike and without a finding, or refused with issues; nothing throws',
  count: 300,
  smallCount: 6,
  async run({ seed, count }) {
    const counts = new Map<string, number>();
    const counterexamples: Counterexample[] = [];
    for (const [index, spec] of fc.sample(randomPlatform, { seed, numRuns: count }).entries()) {
      const { ways, problems } = await ending(spec).catch((error: unknown) => ({
        ways: ['threw'],
        problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
      }));
      for (const way of ways) tally(counts, way);
      for (const problem of problems) counterexamples.push({ case: `${index}: ${JSON.stringify(spec)}`, problem });
    }
    return { counts: counted(counts), counterexamples };
  },
};
