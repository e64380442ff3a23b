import type { Cloud, Issue, ResolvedPlatform } from '../platform';
import type { Decision } from './decision';
import type { QuotaNeed } from './endpoint/endpoint-plan';
import type { EnvironmentPlan } from './environment-plan';
import { getOrInsert } from './get-or-insert';
import { quotaOwner } from './quota-owner';
import { quotaKey } from './sizing/quota-limits';

/** What one endpoint, or the token deployments of one environment, take from a quota. */
interface Share {
  readonly cloud: Cloud;
  readonly environment: string;
  /** As a message names it: `dev.chat`, or `dev` for all of its token deployments. */
  readonly taker: string;
  readonly owner: string;
  readonly need: QuotaNeed;
}

/**
 * Quotas that each endpoint of an account and region fits alone, and all of them together do not; and quotas of tokens
 * that the deployments of each environment fit. Updates count: one deployment updates every endpoint of a stack at the
 * same time.
 *
 * @param plans - every environment that could be planned: all of them take from the quota, whichever is looked at
 * @param about - report only quotas that this environment takes from. @default - every quota
 */
export function sharedQuotas(
  platform: ResolvedPlatform,
  plans: readonly EnvironmentPlan[],
  about?: string,
): readonly Issue[] {
  const byQuota = new Map<string, Share[]>();
  for (const share of plans.flatMap((plan) => [
    ...sharesOf(platform, plan, 'aws'),
    ...sharesOf(platform, plan, 'azure'),
  ])) {
    getOrInsert(byQuota, `${share.cloud} ${share.owner} ${share.need.name}`, () => []).push(share);
  }
  return [...byQuota.values()]
    .filter((shares) => about === undefined || shares.some(({ environment }) => environment === about))
    .filter(({ length }) => length > 1)
    .flatMap((shares) => exhausted(platform, shares));
}

function sharesOf(platform: ResolvedPlatform, plan: EnvironmentPlan, cloud: Cloud): readonly Share[] {
  const { environment } = plan;
  const endpoints: Readonly<Record<string, { readonly quota?: Decision<QuotaNeed> }>> =
    plan[cloud]?.deployment.endpoints ?? {};
  const tokens = cloud === 'azure' ? Object.values(plan.azure?.deployment.modelQuotas ?? {}) : [];
  const common = { cloud, environment, owner: quotaOwner(platform.environments[environment] ?? {}, cloud) };
  return [
    ...Object.entries(endpoints).flatMap(([endpoint, { quota }]) =>
      quota === undefined ? [] : [{ ...common, taker: `${environment}.${endpoint}`, need: quota.value }],
    ),
    ...tokens.map(({ value }) => ({ ...common, taker: environment, need: value })),
  ];
}

/** One issue for each environment that states the quota. */
function exhausted(platform: ResolvedPlatform, shares: readonly Share[]): readonly Issue[] {
  const [first] = shares;
  if (first === undefined) return [];
  const { cloud, need } = first;
  const sum = shares.reduce((total, share) => total + share.need.needed, 0);
  const each = shares.map(({ taker, need: { needed } }) => `${taker} takes ${needed}`).join(', ');
  return [...new Set(shares.map(({ environment }) => environment))].flatMap((environment): readonly Issue[] => {
    const quotas = platform.environments[environment]?.[cloud]?.quotas ?? {};
    const key = quotaKey({ quotas }, need.name);
    const limit = key === undefined ? undefined : quotas[key];
    if (key === undefined || limit === undefined || sum <= limit) return [];
    return [
      {
        code: 'QuotaExhausted',
        path: `environments.${environment}.${cloud}.quotas.${key}`,
        got: limit,
        ...(need.unit === 'kTpm'
          ? ofTokens({ name: key, count: shares.length, limit, sum, each })
          : ofMachines({ name: need.name, count: shares.length, limit, sum, each }, need.unit)),
      },
    ];
  });
}

interface Exhausted {
  readonly name: string;
  readonly count: number;
  readonly limit: number;
  readonly sum: number;
  readonly each: string;
}

type Words = Pick<Issue, 'message' | 'expected' | 'fix'>;

function ofMachines({ name, count, limit, sum, each }: Exhausted, needUnit: QuotaNeed['unit']): Words {
  const unit = needUnit === 'vcpu' ? 'vCPUs' : needUnit;
  return {
    message: `${count} endpoints share the quota of ${limit}, and with their updates need ${sum} ${unit} of '${name}': ${each}`,
    expected: `at least ${sum} ${unit}`,
    fix: `raise '${name}' to ${sum}, or pin endpoints to instance types of other quotas`,
  };
}

function ofTokens({ name, count, limit, sum, each }: Exhausted): Words {
  return {
    message: `${count} environments share the quota of ${limit} thousand tokens a minute, and need ${sum} of '${name}': ${each}`,
    expected: `at least ${sum} thousand tokens a minute`,
    fix: `raise '${name}' to ${sum}, or lower capacityKTpm`,
  };
}
