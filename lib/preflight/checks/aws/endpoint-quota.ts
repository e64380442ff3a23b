import type { SettledAwsPlan } from '../../../plan';
import type { AwsCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { inAccount, ofOthers } from '../../neighbours';
import { nextSize } from '../../next-place';
import type { Outcome } from '../../outcome';
import type { EndpointMachines } from '../../ports/aws';

/** Whether the applied quotas allow what the endpoints need, beside what other endpoints of the account use. */
export const endpointQuota: AwsCheck = {
  id: 'aws.endpoint-quota',
  cloud: 'aws',
  asks: 'Does the applied quota of each instance type allow all endpoints and their updates, beside other environments and endpoints that run already?',
  questions: ['quotas', 'endpointMachines'],
  run: async (ask, plan, { catalog, neighbours }) => {
    const { deployment, region } = plan;
    const endpoints = Object.values(deployment.endpoints);
    const types = [...new Set(endpoints.map(({ instanceType }) => instanceType))];
    if (types.length === 0) return [];
    const [quotas, machines] = await Promise.all([ask.quotas('sagemaker'), ask.endpointMachines()]);
    return types.flatMap((instanceType): readonly Outcome[] => {
      const place = at(endpointQuota, `${instanceType} in ${region}`);
      const ours = sharesOf('', endpoints, instanceType);
      const needed = ours.reduce((sum, { need }) => sum + need, 0);
      const theirs = inAccount(neighbours, plan).flatMap(({ environment, plan: { deployment: other } }) =>
        sharesOf(environment, Object.values(other.endpoints), instanceType),
      );
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
          const taken = takenBy(
            theirs,
            ours,
            running.filter((one) => one.instanceType === instanceType),
          );
          const total = needed + taken.total;
          if (total <= quota.limit) {
            return passed(
              place,
              `needs ${needed}, others take ${taken.total}${ofOthers(taken.shares)}, the quota is ${quota.limit}`,
            );
          }
          return {
            kind: 'finding',
            ...place,
            cause: 'quota',
            got: `a quota of ${quota.limit}, of which others take ${taken.total}${ofOthers(taken.shares)}`,
            expected: `at least ${total}: ${ours.length} planned ${ours.length === 1 ? 'endpoint needs' : 'endpoints need'} ${needed} with updates`,
            fix: `request ${total} of '${quota.name}' (${quota.code}) in ${region}`,
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

/** An endpoint that a plan has, and what it needs of the quota of its type. */
interface Share {
  readonly environment: string;
  readonly endpointName: string;
  readonly need: number;
}

function sharesOf(
  environment: string,
  endpoints: readonly SettledAwsPlan['deployment']['endpoints'][string][],
  instanceType: string,
): readonly Share[] {
  return endpoints
    .filter((endpoint) => endpoint.instanceType === instanceType)
    .map(({ endpointName, quota }) => ({ environment, endpointName, need: quota?.needed ?? 1 }));
}

/** What is taken beside our endpoints: planned ones of other environments once, whether they run or not, and what else runs. */
function takenBy(
  theirs: readonly Share[],
  ours: readonly Share[],
  running: readonly EndpointMachines[],
): { readonly total: number; readonly shares: readonly Share[] } {
  const runs = (name: string): number =>
    running.filter(({ endpoint }) => endpoint === name).reduce((sum, { count }) => sum + count, 0);
  const shares = theirs.map((share) => ({ ...share, need: Math.max(share.need, runs(share.endpointName)) }));
  const planned = new Set([...theirs, ...ours].map(({ endpointName }) => endpointName));
  const foreign = running.filter(({ endpoint }) => !planned.has(endpoint)).reduce((sum, { count }) => sum + count, 0);
  return { total: foreign + shares.reduce((sum, { need }) => sum + need, 0), shares };
}
