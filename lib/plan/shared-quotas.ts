import type { Cloud, Issue, ResolvedPlatform } from '../platform';
import type { Decision } from './decision';
import type { QuotaNeed } from './endpoint/endpoint-plan';
import type { EnvironmentPlan } from './environment-plan';
import { quotaKey } from './sizing/quota-limits';

/** What one endpoint of one environment takes from a quota. */
interface Share {
  readonly cloud: Cloud;
  readonly environment: string;
  readonly endpoint: string;
  /** Account or subscription, and region: what has one quota. */
  readonly owner: string;
  readonly need: QuotaNeed;
}

/**
 * Quotas that each endpoint of an account and region fits alone, and all of them together do not. Updates count: one
 * deployment updates every endpoint of a stack at the same time.
 */
export function sharedQuotas(platform: ResolvedPlatform, plans: readonly EnvironmentPlan[]): readonly Issue[] {
  const byQuota = new Map<string, Share[]>();
  for (const share of plans.flatMap((plan) => [
    ...sharesOf(platform, plan, 'aws'),
    ...sharesOf(platform, plan, 'azure'),
  ])) {
    const key = `${share.cloud} ${share.owner} ${share.need.name}`;
    byQuota.set(key, [...(byQuota.get(key) ?? []), share]);
  }
  return [...byQuota.values()].filter(({ length }) => length > 1).flatMap((shares) => exhausted(platform, shares));
}

function sharesOf(platform: ResolvedPlatform, plan: EnvironmentPlan, cloud: Cloud): readonly Share[] {
  const { environment } = plan;
  const spec = platform.environments[environment];
  const endpoints: Readonly<Record<string, { readonly quota?: Decision<QuotaNeed> }>> =
    plan[cloud]?.deployment.endpoints ?? {};
  const owner =
    cloud === 'aws'
      ? `${spec?.aws?.account} ${spec?.aws?.region}`
      : `${spec?.azure?.subscription} ${spec?.azure?.location}`;
  return Object.entries(endpoints).flatMap(([endpoint, { quota }]) =>
    quota === undefined ? [] : [{ cloud, environment, endpoint, owner, need: quota.value }],
  );
}

/** One issue for each environment that states the quota. */
function exhausted(platform: ResolvedPlatform, shares: readonly Share[]): readonly Issue[] {
  const [first] = shares;
  if (first === undefined) return [];
  const { cloud, need } = first;
  const sum = shares.reduce((total, share) => total + share.need.needed, 0);
  const unit = need.unit === 'vcpu' ? 'vCPUs' : need.unit;
  const each = shares
    .map(({ environment, endpoint, need: { needed } }) => `${environment}.${endpoint} takes ${needed}`)
    .join(', ');
  return [...new Set(shares.map(({ environment }) => environment))].flatMap((environment): readonly Issue[] => {
    const quotas = platform.environments[environment]?.[cloud]?.quotas ?? {};
    const key = quotaKey({ quotas }, need.name);
    const limit = key === undefined ? undefined : quotas[key];
    if (key === undefined || limit === undefined || sum <= limit) return [];
    return [
      {
        code: 'QuotaExhausted',
        path: `environments.${environment}.${cloud}.quotas.${key}`,
        message: `${shares.length} endpoints share the quota of ${limit}, and with their updates need ${sum} ${unit} of '${need.name}': ${each}`,
        got: limit,
        expected: `at least ${sum} ${unit}`,
        fix: `raise '${need.name}' to ${sum}, or pin endpoints to instance types of other quotas`,
      },
    ];
  });
}
