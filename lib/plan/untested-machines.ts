import type { Cloud, Issue, ResolvedPlatform } from '../platform';
import type { AwsEndpointPlan } from './aws/aws-plan';
import type { AzureOnlineEndpointPlan } from './azure/azure-plan';
import type { EnvironmentPlan } from './environment-plan';

const clouds: readonly Cloud[] = ['aws', 'azure'];

/**
 * Endpoints on another instance type than in the environment that their releases come from, because quotas, prices or
 * offers differ. Speed and memory were then tested on other hardware.
 *
 * @param plans - by environment; one that could not be planned is not compared
 * @param about - compare only this environment with the one before it. @default - every environment
 */
export function untestedMachines(
  platform: ResolvedPlatform,
  plans: Readonly<Record<string, EnvironmentPlan>>,
  about?: string,
): readonly Issue[] {
  return Object.entries(platform.environments).flatMap(([to, { promotesFrom: from = '' }]) => {
    const [here, there] = [plans[to], plans[from]];
    if (here === undefined || there === undefined || (about !== undefined && to !== about)) return [];
    // `resolve` reports a cloud that the other environment is not on.
    return clouds
      .filter((cloud) => here[cloud] !== undefined && there[cloud] !== undefined)
      .flatMap((cloud) => {
        const tested = machines(there, cloud);
        return Object.entries(machines(here, cloud))
          .filter(([endpoint, machine]) => tested[endpoint] !== machine)
          .map(([endpoint, machine]) => untested({ endpoint, cloud, machine, tested: tested[endpoint], from, to }));
      });
  });
}

interface UntestedMachine {
  readonly endpoint: string;
  readonly cloud: Cloud;
  readonly machine: string;
  /** Undefined where the other environment does not run the endpoint on this cloud. */
  readonly tested: string | undefined;
  readonly from: string;
  readonly to: string;
}

function untested({ endpoint, cloud, machine, tested, from, to }: UntestedMachine): Issue {
  const there = tested === undefined ? `it does not run on ${cloud}` : `it runs on ${tested}`;
  return {
    code: 'UntestedMachine',
    path: `endpoints.${endpoint}`,
    message: `'${to}' serves it from ${machine} on ${cloud}, and releases come from '${from}', where ${there}`,
    got: machine,
    expected: `the same machine in '${from}' and '${to}'`,
    fix:
      tested === undefined
        ? `name endpoints.${endpoint}.failover.primary, so that every environment uses the same cloud`
        : `pin endpoints.${endpoint}.pinned.${cloud}.instanceType to a type that the quotas of both environments allow`,
  };
}

function machines(plan: EnvironmentPlan, cloud: Cloud): Readonly<Record<string, string>> {
  const endpoints: Readonly<Record<string, AwsEndpointPlan | AzureOnlineEndpointPlan>> =
    plan[cloud]?.deployment.endpoints ?? {};
  return Object.fromEntries(
    Object.entries(endpoints).map(([key, { instanceType, performance }]) => {
      const split =
        performance === undefined
          ? ''
          : ` (${performance.value.dtype}, tensor parallel ${performance.value.tensorParallel})`;
      return [key, `${instanceType.value}${split}`];
    }),
  );
}
