import type { Decision, EnvironmentPlan } from '../../plan';
import type { Concern } from '../report/review';
import type { ConcernFamily } from './concern';

const clouds = ['aws', 'azure'] as const;
type CarbonCloud = (typeof clouds)[number];

/** Kilograms of CO2e a month by endpoint; undefined where the plan has no figure. */
type Emissions = ReadonlyMap<string, number | undefined>;

/** Carbon of endpoints before and after, as the plans predict it. A figure that is not known is said to be. */
export const carbon: ConcernFamily = {
  ofGraphs({ context: { plans } }): readonly Concern[] {
    if (plans === undefined) return [];
    const former = new Map(plans.before.map((plan) => [plan.environment, plan]));
    return plans.after.flatMap((plan) =>
      clouds.flatMap((cloud) => {
        const [before, after] = [emissionsOf(former.get(plan.environment), cloud), emissionsOf(plan, cloud)];
        return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((endpoint) => {
          const change = deltaOf(before, after, endpoint);
          if (change === undefined) return [];
          return [
            { ...change, environment: plan.environment, cloud, address: `${cloud}.endpoints.${endpoint}`, path: '' },
          ];
        });
      }),
    );
  },
};

type Delta = Omit<Concern, 'environment' | 'cloud' | 'address' | 'path'>;

function deltaOf(before: Emissions, after: Emissions, endpoint: string): Delta | undefined {
  const [was, is] = [before.get(endpoint), after.get(endpoint)];
  const unknown = (before.has(endpoint) && was === undefined) || (after.has(endpoint) && is === undefined);
  if (unknown && before.has(endpoint) === after.has(endpoint) && was === is) return undefined;
  if (!unknown && was === is) return undefined;
  const words = (there: boolean, kilograms: number | undefined): string =>
    !there ? 'no such endpoint' : kilograms === undefined ? 'unknown' : `${figure(kilograms)} kg CO2e a month`;
  const step = (is ?? 0) - (was ?? 0);
  return {
    code: 'CarbonChanged',
    level: 'note',
    message: unknown
      ? `carbon of ${endpoint}: unknown, the plan has no power of its GPUs or no grid of its region`
      : `carbon of ${endpoint}: ${step < 0 ? '-' : '+'}${figure(Math.abs(step))} kg CO2e a month, GPUs and facility, predicted`,
    before: words(before.has(endpoint), was),
    after: words(after.has(endpoint), is),
    fix: 'compare regions and sizes with llmops plan --explain',
  };
}

function emissionsOf(plan: EnvironmentPlan | undefined, cloud: CarbonCloud): Emissions {
  const endpoints: Readonly<Record<string, { readonly energy?: { readonly kgCo2ePerMonth?: Decision<number> } }>> =
    plan?.[cloud]?.deployment.endpoints ?? {};
  return new Map(Object.entries(endpoints).map(([name, { energy }]) => [name, energy?.kgCo2ePerMonth?.value]));
}

/** Three digits that count. */
function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}
