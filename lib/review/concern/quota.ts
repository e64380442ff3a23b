import type { Decision, EnvironmentPlan, QuotaNeed } from '../../plan';
import type { Concern } from '../report/review';
import type { ConcernContext, ConcernFamily } from './concern';

/** Clouds that have quotas. */
const clouds = ['aws', 'azure'] as const;
type QuotaCloud = (typeof clouds)[number];

/** What one environment needs of a quota. */
interface Need {
  readonly needed: number;
  readonly unit: string;
}

const units: Readonly<Record<string, string>> = {
  instances: 'instances',
  vcpu: 'vCPUs',
  kTpm: 'thousand tokens a minute',
};

/** What an environment needs of the quotas of its account before and after, updates included, against what the config knows. */
export const quota: ConcernFamily = {
  ofGraphs({ context }): readonly Concern[] {
    const { plans } = context;
    if (plans === undefined) return [];
    const former = new Map(plans.before.map((plan) => [plan.environment, plan]));
    return plans.after.flatMap((plan) =>
      clouds.flatMap((cloud) => changesOf({ plan, former: former.get(plan.environment), cloud, context })),
    );
  },
};

interface Place {
  readonly plan: EnvironmentPlan;
  readonly former: EnvironmentPlan | undefined;
  readonly cloud: QuotaCloud;
  readonly context: ConcernContext;
}

function changesOf({ plan, former, cloud, context }: Place): readonly Concern[] {
  const [before, after] = [needsOf(former, cloud), needsOf(plan, cloud)];
  return [...after].flatMap(([name, { needed, unit }]): readonly Concern[] => {
    const had = before.get(name)?.needed ?? 0;
    if (had === needed) return [];
    const limit = context.quotaLimit?.(plan.environment, cloud, name);
    const words = units[unit] ?? unit;
    const over = limit !== undefined && needed > limit;
    const known =
      limit === undefined ? 'unknown: the config does not say what the account has' : `the account has ${limit}`;
    const place = { environment: plan.environment, cloud, address: '', path: '' };
    const told = {
      ...place,
      message: `${name}: ${needed} ${words} are needed while an update runs; ${known}`,
      before: `${had} ${words}`,
      after: `${needed} ${words}`,
    };
    return [
      over
        ? {
            ...told,
            code: 'QuotaExceeded',
            level: 'warning',
            fix: 'have the quota raised before the deployment, or choose a smaller size',
          }
        : {
            ...told,
            code: 'QuotaNeedChanged',
            level: 'note',
            fix: `write the quota of the account into environments.${plan.environment}.${cloud}.quotas`,
          },
    ];
  });
}

/** Needs by the name of the quota, added up: one deployment updates every endpoint of a stack. */
function needsOf(plan: EnvironmentPlan | undefined, cloud: QuotaCloud): ReadonlyMap<string, Need> {
  const planned: Readonly<Record<string, { readonly quota?: Decision<QuotaNeed> }>> =
    plan?.[cloud]?.deployment.endpoints ?? {};
  const deployed: Readonly<Record<string, Decision<QuotaNeed>>> =
    (cloud === 'azure' ? plan?.azure?.deployment.modelQuotas : undefined) ?? {};
  const endpoints = Object.values(planned).map(({ quota: need }) => need?.value);
  const models = Object.values(deployed).map(({ value }) => value);
  const found = new Map<string, Need>();
  for (const need of [...endpoints, ...models]) {
    if (need === undefined) continue;
    found.set(need.name, { needed: (found.get(need.name)?.needed ?? 0) + need.needed, unit: need.unit });
  }
  return found;
}
