import type { SettledAzurePlan } from '../../../plan';
import type { Answer } from '../../answer';
import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import type { PlacedNeighbour, QuotaShare } from '../../neighbours';
import { inSubscription, ofOthers, quotaDemand } from '../../neighbours';
import { nextSize } from '../../next-place';
import type { Usage } from '../../ports/azure';
import { groupsOf, inUseOf, notAskedGroup } from './resource-groups';

/** Whether the quotas of cores of Azure Machine Learning allow the planned instances and their updates. */
export const machineQuota: AzureCheck = {
  id: 'azure.machine-quota',
  cloud: 'azure',
  asks: 'Does the quota of cores of Azure Machine Learning allow each size and its updates, beside other environments and what is in use?',
  questions: ['machineUsages', 'resourcesOf'],
  run: async (ask, plan, { catalog, neighbours, environment }) => {
    const { location } = plan;
    const endpoints = Object.values(plan.deployment.endpoints).filter(({ quota }) => quota !== undefined);
    const names = [...new Set(endpoints.flatMap(({ quota }) => quota?.name ?? []))];
    if (names.length === 0) return [];
    const all = [{ environment, plan }, ...inSubscription(neighbours, plan)];
    const [usages, groups] = await Promise.all([ask.machineUsages(), groupsOf(ask, all)]);
    return names.flatMap((name) => {
      const place = at(machineQuota, `${name} in ${location}`);
      const shares = all.flatMap((one) => shareOf(one, name, groups.get(one.environment)));
      const needed = shares[0]?.need ?? 0;
      return outcomeOf(place, usages, (listed) => {
        const usage = listed.find((one) => isOf(one, name));
        if (usage === undefined) {
          return {
            kind: 'unverified',
            ...place,
            why: 'unreadable',
            got: 'the location lists no quota of the family',
            permissions: [],
          };
        }
        const { least, most } = quotaDemand(shares, usage.used);
        const limit = usage.limit < 0 ? Number.POSITIVE_INFINITY : usage.limit;
        const others = ofOthers(shares.slice(1));
        if (most <= limit)
          return passed(
            place,
            `needs ${needed} vCPUs, ${limit - (most - needed)} are free${others === '' ? '' : `; ${most} in all${others}`}`,
          );
        if (least <= limit) return notAskedGroup(place, groups);
        return {
          kind: 'finding',
          ...place,
          cause: 'quota',
          got: `${Math.max(0, limit - (least - needed))} vCPUs are free: ${usage.used} of ${usage.limit} are used`,
          expected: `${needed} vCPUs for ${typesOf(endpoints, name)} and updates; ${least} in all${others}`,
          fix: `ask for ${least} vCPUs of '${usage.name}' in Azure Machine Learning quotas of ${location}`,
          next: nextSize(catalog, {
            cloud: 'azure',
            region: location,
            instanceType: endpoints.find(({ quota }) => quota?.name === name)?.instanceType ?? '',
          }),
        };
      });
    });
  },
};

type Endpoint = SettledAzurePlan['deployment']['endpoints'][string];

function typesOf(endpoints: readonly Endpoint[], name: string): string {
  return endpoints.flatMap(({ quota, instanceType }) => (quota?.name === name ? [instanceType] : [])).join(', ');
}

/** The service counts what runs as used. The need is at least twice what runs, for updates. */
function shareOf(
  { environment, plan }: PlacedNeighbour<SettledAzurePlan>,
  name: string,
  group: Answer<readonly string[]> | undefined,
): readonly QuotaShare[] {
  const endpoints = Object.values(plan.deployment.endpoints).filter(({ quota }) => quota?.name === name);
  if (endpoints.length === 0) return [];
  const need = endpoints.reduce((sum, { quota }) => sum + (quota?.needed ?? 0), 0);
  const whenDeployed = need / 2;
  const there = (all: readonly string[]): boolean =>
    endpoints.some(({ endpointName }) => all.includes(endpointName.toLowerCase()));
  return [{ environment, need, whenDeployed, inUse: inUseOf(group, there, whenDeployed) }];
}

/** `StandardNCADSA100v4Family` is `Standard NCADSA100v4 Family Cluster Dedicated vCPUs` in the answers of the service. */
function isOf({ name }: Usage, family: string): boolean {
  const folded = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[ _]|clusterdedicatedvcpus/g, '')
      .replace('clusterdedicatedvcpus', '');
  return !/LowPriority/i.test(name) && folded(name) === folded(family);
}
