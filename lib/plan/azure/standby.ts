import type { AzureTarget, Result, StandbyServing } from '../../platform';
import { failure, success } from '../../platform';
import type { AzureContext } from '../context';
import type { Decision } from '../decision';
import { cite, pinned } from '../decision';
import { planEndpoints } from '../endpoint/plan-endpoints';
import { standbyPlace } from '../standby-place';
import type { PlannedThere } from '../standby-serving';
import { inSecondPlace, standbyEndpoints, standbyServing } from '../standby-serving';
import type { AzurePlan } from './azure-plan';
import { planAzureEndpoint } from './endpoint';
import { modelDeployments } from './model';
import { modelQuotas } from './model-quota';
import { notReplicated, replicated } from './standby-assets';
import { standbyBlobs } from './standby-blobs';
import type { AzureStandbyPlan } from './standby-plan';

/** The second location of an environment; nothing where the config names none. */
export function azureStandby(context: AzureContext): Result<Pick<AzurePlan, 'standby'>> {
  const { standby } = context.target;
  if (standby === undefined) return success({});
  const path = `environments.${context.key}.azure.standby.location`;
  const region = standbyPlace(context, 'azure', standby.location, path);
  if (!region.ok) return failure(region.issues);
  const there = inLocation(context, region.value);
  const serving = standbyServing({
    wanted: standby.serving,
    place: region.value.id,
    path,
    planned: endpointsThere(there),
  });
  const quotas = modelsThere(there, standby.serving ?? 'none', path);
  if (!serving.ok || !quotas.ok) return failure([...serving.issues, ...quotas.issues]);
  const location = pinned(standby.location, path);
  const { copies, sku } = zonesOf(region.value);
  const blobs = standbyBlobs(context, there, sku);
  return success({
    standby: {
      location,
      images: { location, zoneRedundancy: copies },
      models: { location, storageAccountType: sku },
      blobs,
      ...quotas.value,
      replicated: replicated(context, blobs),
      notReplicated: notReplicated(context, blobs),
      ...serving.value,
    },
  });
}

/** Whether copies survive the loss of a zone of the second location. */
function zonesOf(region: AzureContext['region']): {
  readonly copies: AzureStandbyPlan['images']['zoneRedundancy'];
  readonly sku: AzureStandbyPlan['models']['storageAccountType'];
} {
  const zoned = region.zones.length >= 3;
  const zones = zoned ? `${region.zones.length} zones` : 'fewer than three zones';
  const byZones = <T>(value: T): Decision<T> => cite(value, 'standby.zones', `${region.id} has ${zones}`, region);
  return { copies: byZones(zoned ? 'Enabled' : 'Disabled'), sku: byZones(zoned ? 'Standard_ZRS' : 'Standard_LRS') };
}

/** The environment as it would be in another location. Quotas are of a location; those of this one are unknown. */
function inLocation(context: AzureContext, region: AzureContext['region']): AzureContext {
  const { tenant, subscription, registry, mlRegistry } = context.target;
  const target: AzureTarget = {
    tenant,
    subscription,
    location: region.id,
    ...(registry === undefined ? {} : { registry }),
    ...(mlRegistry === undefined ? {} : { mlRegistry }),
  };
  return { ...context, target, region, places: { ...context.places, azure: region.id } };
}

/** The endpoints in the second location; undefined where the environment has none. */
function endpointsThere(there: AzureContext): PlannedThere | undefined {
  if (there.endpoints.azure.length === 0) return undefined;
  const planned = planEndpoints('azure', there, planAzureEndpoint);
  return planned.ok ? success(standbyEndpoints(planned.value)) : planned;
}

/** Quotas of the model deployments in the second location, where they are planned there. */
function modelsThere(
  there: AzureContext,
  serving: StandbyServing,
  path: string,
): Result<Pick<AzureStandbyPlan, 'modelQuotas'>> {
  if (serving === 'none') return success({});
  const planned = modelDeployments(there);
  if (!planned.ok) return failure(planned.issues.map((issue) => inSecondPlace(issue, there.region.id, path)));
  const needs = modelQuotas(planned.value);
  return success(Object.keys(needs).length === 0 ? {} : { modelQuotas: needs });
}
