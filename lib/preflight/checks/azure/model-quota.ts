import { quotaKeys } from '../../../catalog/quota-code';
import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';

/** Whether the quotas of tokens a minute allow the planned deployments beside those that exist. */
export const modelQuota: AzureCheck = {
  id: 'azure.model-quota',
  cloud: 'azure',
  asks: 'Does the quota of each model and kind of deployment allow the planned tokens a minute, beside what is in use?',
  questions: ['modelUsages', 'resourcesOf'],
  run: async (ask, { deployment, location, initialization }) => {
    const quotas = Object.values(deployment.modelQuotas ?? {});
    if (quotas.length === 0) return [];
    const [usages, group] = await Promise.all([ask.modelUsages(), ask.resourcesOf(initialization.resourceGroupName)]);
    // What runs already is counted as used by the service.
    const deployed =
      group.kind === 'value' &&
      deployment.account !== undefined &&
      group.value.includes(deployment.account.name.toLowerCase());
    return quotas.flatMap(({ name, needed }) => {
      const place = at(modelQuota, `${name} in ${location}`);
      return outcomeOf(place, usages, (all) => {
        const usage = all.find((one) => quotaKeys(name).includes(one.name));
        if (usage === undefined) {
          return {
            kind: 'unverified',
            ...place,
            why: 'unreadable',
            got: 'the location lists no such quota',
            permissions: [],
          };
        }
        const others = Math.max(0, usage.used - (deployed ? needed : 0));
        const free = usage.limit - others;
        if (needed <= free) return passed(place, `needs ${needed}, ${free} of ${usage.limit} thousand are free`);
        return {
          kind: 'finding',
          ...place,
          cause: 'quota',
          got: `${free} thousand tokens a minute are free: ${usage.used} of ${usage.limit} are used`,
          expected: `${needed} thousand tokens a minute`,
          fix: `lower capacityKTpm, free what other deployments take, or ask for ${usage.used + needed} of '${name}' in ${location}`,
          next: noneKnown,
        };
      });
    });
  },
};
