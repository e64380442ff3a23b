import type { AwsCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { nextSize } from '../../next-place';
import type { Outcome } from '../../outcome';

/** Whether the applied quotas allow what the endpoints need, beside what other endpoints of the account use. */
export const endpointQuota: AwsCheck = {
  id: 'aws.endpoint-quota',
  cloud: 'aws',
  asks: 'Does the applied quota of each instance type allow all endpoints and their updates, beside endpoints that run already?',
  questions: ['quotas', 'endpointMachines'],
  run: async (ask, { deployment, region }, { catalog }) => {
    const endpoints = Object.values(deployment.endpoints);
    const types = [...new Set(endpoints.map(({ instanceType }) => instanceType))];
    if (types.length === 0) return [];
    const [quotas, machines] = await Promise.all([ask.quotas('sagemaker'), ask.endpointMachines()]);
    return types.flatMap((instanceType): readonly Outcome[] => {
      const place = at(endpointQuota, `${instanceType} in ${region}`);
      const ours = endpoints.filter((endpoint) => endpoint.instanceType === instanceType);
      const needed = ours.reduce((sum, { quota }) => sum + (quota?.needed ?? 1), 0);
      const names = new Set(ours.map(({ endpointName }) => endpointName));
      return outcomeOf(place, quotas, (all) => {
        const quota = all.find(({ name }) => name === `${instanceType} for endpoint usage`);
        if (quota === undefined) {
          return {
            kind: 'unverified',
            ...place,
            why: 'unreadable',
            got: `Service Quotas lists no '${instanceType} for endpoint usage'`,
            permissions: [],
          };
        }
        return outcomeOf(place, machines, (running) => {
          const others = running.filter((one) => one.instanceType === instanceType && !names.has(one.endpoint));
          const used = others.reduce((sum, { count }) => sum + count, 0);
          if (needed + used <= quota.limit) {
            return passed(place, `needs ${needed}, others use ${used}, the quota is ${quota.limit}`);
          }
          return {
            kind: 'finding',
            ...place,
            cause: 'quota',
            got: `a quota of ${quota.limit}, of which other endpoints use ${used}`,
            expected: `at least ${needed + used}: ${ours.length} planned ${ours.length === 1 ? 'endpoint needs' : 'endpoints need'} ${needed} with updates`,
            fix: `request ${needed + used} of '${quota.name}' (${quota.code}) in ${region}`,
            next: nextSize(
              catalog,
              { cloud: 'aws', region, instanceType },
              all.flatMap(({ name, limit }) => (limit < needed ? [name.replace(' for endpoint usage', '')] : [])),
            ),
          };
        });
      });
    });
  },
};
