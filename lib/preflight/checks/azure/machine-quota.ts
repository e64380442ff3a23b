import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { nextSize } from '../../next-place';
import type { Usage } from '../../ports/azure';

/** Whether the quotas of cores of Azure Machine Learning allow the planned instances and their updates. */
export const machineQuota: AzureCheck = {
  id: 'azure.machine-quota',
  cloud: 'azure',
  asks: 'Does the quota of cores of Azure Machine Learning allow each size and its updates, beside what is in use?',
  questions: ['machineUsages', 'resourcesOf'],
  run: async (ask, { deployment, location, initialization }, { catalog }) => {
    const endpoints = Object.values(deployment.endpoints).filter(({ quota }) => quota !== undefined);
    const names = [...new Set(endpoints.flatMap(({ quota }) => quota?.name ?? []))];
    if (names.length === 0) return [];
    const [usages, group] = await Promise.all([ask.machineUsages(), ask.resourcesOf(initialization.resourceGroupName)]);
    return names.flatMap((name) => {
      const ours = endpoints.filter(({ quota }) => quota?.name === name);
      const needed = ours.reduce((sum, { quota }) => sum + (quota?.needed ?? 0), 0);
      const place = at(machineQuota, `${name} in ${location}`);
      return outcomeOf(place, usages, (all) => {
        const usage = all.find((one) => isOf(one, name));
        if (usage === undefined) {
          return {
            kind: 'unverified',
            ...place,
            why: 'unreadable',
            got: 'the location lists no quota of the family',
            permissions: [],
          };
        }
        // The service counts what runs as used. The need is at least twice what runs, for updates.
        const running =
          group.kind === 'value' && ours.some(({ endpointName }) => group.value.includes(endpointName.toLowerCase()));
        const others = Math.max(0, usage.used - (running ? needed / 2 : 0));
        const free = usage.limit < 0 ? Number.POSITIVE_INFINITY : usage.limit - others;
        if (needed <= free) return passed(place, `needs ${needed} vCPUs, ${free} are free`);
        return {
          kind: 'finding',
          ...place,
          cause: 'quota',
          got: `${free} vCPUs are free: ${usage.used} of ${usage.limit} are used`,
          expected: `${needed} vCPUs for ${ours.map(({ instanceType }) => instanceType).join(', ')} and updates`,
          fix: `ask for ${usage.used + needed} vCPUs of '${usage.name}' in Azure Machine Learning quotas of ${location}`,
          next: nextSize(catalog, { cloud: 'azure', region: location, instanceType: ours[0]?.instanceType ?? '' }),
        };
      });
    });
  },
};

/** `StandardNCADSA100v4Family` is `Standard NCADSA100v4 Family Cluster Dedicated vCPUs` in the answers of the service. */
function isOf({ name }: Usage, family: string): boolean {
  const folded = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[ _]|clusterdedicatedvcpus/g, '')
      .replace('clusterdedicatedvcpus', '');
  return !/LowPriority/i.test(name) && folded(name) === folded(family);
}
