import type { SettledAwsPlan, SettledAzurePlan } from '../plan';
import type { AwsCheck, AzureCheck } from './check';
import { bootstrap } from './checks/aws/bootstrap';
import { endpointQuota } from './checks/aws/endpoint-quota';
import { instanceOffered } from './checks/aws/instance-offered';
import { machineQuota } from './checks/azure/machine-quota';
import { modelQuota } from './checks/azure/model-quota';
import { skus } from './checks/azure/skus';

/** Checks of the second region: whether copies can arrive, and whether endpoints could run there. */
export function awsStandbyChecks({ standby }: SettledAwsPlan): readonly AwsCheck[] {
  if (standby === undefined) return [];
  return [
    ...(standby.stack === undefined ? [] : [bootstrap]),
    ...(standby.endpoints === undefined ? [] : [endpointQuota, instanceOffered]),
  ];
}

/** Checks of the second location: whether endpoints and models could run there. */
export function azureStandbyChecks({ standby }: SettledAzurePlan): readonly AzureCheck[] {
  if (standby === undefined) return [];
  return [
    ...(standby.endpoints === undefined ? [] : [machineQuota, skus]),
    ...(standby.modelQuotas === undefined ? [] : [modelQuota]),
  ];
}

/** The plan as the checks of the second region read it: its region, and the sizes and quotas that are planned there. */
export function awsInSecondRegion(plan: SettledAwsPlan): SettledAwsPlan {
  const { standby, deployment } = plan;
  if (standby === undefined) return plan;
  return {
    ...plan,
    region: standby.region,
    deployment: { ...deployment, endpoints: placed(deployment.endpoints, standby.endpoints) },
  };
}

/** The same of the second location. Nothing of the environment runs there, so no quota that is used is its own. */
export function azureInSecondLocation(plan: SettledAzurePlan): SettledAzurePlan {
  const { standby } = plan;
  if (standby === undefined) return plan;
  const { models, search, endpoints: here } = plan.deployment;
  const endpoints = Object.entries(placed(here, standby.endpoints));
  return {
    ...plan,
    location: standby.location,
    deployment: {
      models,
      search,
      ...(standby.modelQuotas === undefined ? {} : { modelQuotas: standby.modelQuotas }),
      endpoints: Object.fromEntries(endpoints.map(([key, endpoint]) => [key, { ...endpoint, endpointName: '' }])),
    },
  };
}

type There = NonNullable<NonNullable<SettledAwsPlan['standby']>['endpoints']>;

/** Endpoints with the sizes and quotas of the second place. */
function placed<E extends { readonly instanceType: string; readonly quota?: There[string]['quota'] }>(
  endpoints: Readonly<Record<string, E>>,
  there: There = {},
): Readonly<Record<string, E>> {
  return Object.fromEntries(
    Object.entries(there).flatMap(([key, { instanceType, quota }]): readonly (readonly [string, E])[] => {
      const endpoint = endpoints[key];
      return endpoint === undefined
        ? []
        : [[key, { ...endpoint, instanceType, ...(quota === undefined ? {} : { quota }) }]];
    }),
  );
}
