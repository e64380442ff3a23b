import { quotaKeys } from '../../../catalog/quota-code';
import type { SettledAzurePlan } from '../../../plan';
import type { Answer } from '../../answer';
import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import type { PlacedNeighbour, QuotaShare } from '../../neighbours';
import { inSubscription, ofOthers, quotaDemand } from '../../neighbours';
import { noneKnown } from '../../next-place';
import { groupsOf, inUseOf, notAskedGroup } from './resource-groups';

/** Whether the quotas of tokens a minute allow the planned deployments beside those that exist. */
export const modelQuota: AzureCheck = {
  id: 'azure.model-quota',
  cloud: 'azure',
  asks: 'Does the quota of each model and kind of deployment allow the planned tokens a minute, beside other environments and what is in use?',
  questions: ['modelUsages', 'resourcesOf'],
  run: async (ask, plan, { neighbours, environment }) => {
    const { location } = plan;
    const quotas = Object.values(plan.deployment.modelQuotas ?? {});
    if (quotas.length === 0) return [];
    const all = [{ environment, plan }, ...inSubscription(neighbours, plan)];
    const [usages, groups] = await Promise.all([ask.modelUsages(), groupsOf(ask, all)]);
    return quotas.flatMap(({ name, needed }) => {
      const place = at(modelQuota, `${name} in ${location}`);
      const shares = all.flatMap((one) => shareOf(one, name, groups.get(one.environment)));
      return outcomeOf(place, usages, (listed) => {
        const usage = listed.find((one) => quotaKeys(name).includes(one.name));
        if (usage === undefined) {
          return {
            kind: 'unverified',
            ...place,
            why: 'unreadable',
            got: 'the location lists no such quota',
            permissions: [],
          };
        }
        const { least, most } = quotaDemand(shares, usage.used);
        const others = ofOthers(shares.slice(1));
        if (most <= usage.limit) {
          const free = usage.limit - (most - needed);
          return passed(
            place,
            `needs ${needed}, ${free} of ${usage.limit} thousand are free${others === '' ? '' : `; ${most} in all${others}`}`,
          );
        }
        if (least <= usage.limit) return notAskedGroup(place, groups);
        return {
          kind: 'finding',
          ...place,
          cause: 'quota',
          got: `${Math.max(0, usage.limit - (least - needed))} thousand tokens a minute are free: ${usage.used} of ${usage.limit} are used`,
          expected: `${needed} thousand tokens a minute; ${least} in all${others}`,
          fix: `lower capacityKTpm, free what other deployments take, or ask for ${least} of '${name}' in ${location}`,
          next: noneKnown,
        };
      });
    });
  },
};

/** What runs already is counted as used by the service. */
function shareOf(
  { environment, plan }: PlacedNeighbour<SettledAzurePlan>,
  name: string,
  group: Answer<readonly string[]> | undefined,
): readonly QuotaShare[] {
  const { account, modelQuotas = {} } = plan.deployment;
  const quota = Object.values(modelQuotas).find((one) => one.name === name);
  if (quota === undefined) return [];
  const need = quota.needed;
  const there = (all: readonly string[]): boolean => account !== undefined && all.includes(account.name.toLowerCase());
  return [{ environment, need, whenDeployed: need, inUse: inUseOf(group, there, need) }];
}
