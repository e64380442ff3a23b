import type { AzureTarget, Result } from '../../platform';
import { failure, success } from '../../platform';
import type { AzureContext } from '../context';
import type { Decision } from '../decision';
import { cite, decide, pinned } from '../decision';
import { planEndpoints } from '../endpoint/plan-endpoints';
import { standbyPlace, standbyServing } from '../standby-place';
import type { AzurePlan, AzureStandbyPlan } from './azure-plan';
import { planAzureEndpoint } from './endpoint';

/** The second location of an environment; nothing where the config names none. */
export function azureStandby(context: AzureContext): Result<Pick<AzurePlan, 'standby'>> {
  const { standby } = context.target;
  if (standby === undefined) return success({});
  const path = `environments.${context.key}.azure.standby.location`;
  const region = standbyPlace(context, 'azure', standby.location, path);
  if (!region.ok) return failure(region.issues);
  const location = pinned(standby.location, path);
  const zoned = region.value.zones.length >= 3;
  const zones = zoned ? `${region.value.zones.length} zones` : 'fewer than three zones';
  const byZones = <T>(value: T): Decision<T> =>
    cite(value, 'standby.zones', `${region.value.id} has ${zones}`, region.value);
  return success({
    standby: {
      location,
      images: { location, zoneRedundancy: byZones(zoned ? 'Enabled' : 'Disabled') },
      models: { location, storageAccountType: byZones(zoned ? 'Standard_ZRS' : 'Standard_LRS') },
      replicated: replicated(context),
      notReplicated: notReplicated(context),
      serving: standbyServing(nothingServes, region.value.id, endpointsThere(context, region.value)),
    },
  });
}

function replicated({ target }: AzureContext): Decision<readonly string[]> {
  return decide(
    [
      ...(target.registry === undefined ? ['images of the container registry'] : []),
      ...(target.mlRegistry === undefined ? ['models of the ML registry'] : []),
    ],
    'standby.registries',
    'both registries replicate by themselves, after a while: what was pushed just before a loss may be missing. Registries of the company are replicated by their owner',
  );
}

function notReplicated({ endpoints }: AzureContext): Decision<AzureStandbyPlan['notReplicated']['value']> {
  return decide(
    [
      {
        what: 'blobs: evaluation reports and data of jobs',
        how: 'the account is redundant in its location only; copy what you need',
      },
      { what: 'AI Search indexes', how: 'build them again from the documents' },
      {
        what: 'Azure OpenAI account, its deployments and their quota',
        how: 'ask for quota in the second location in advance',
      },
      {
        what: 'network, identities, vault, logs and hand-offs',
        how: 'deploy an environment with this location as its own',
      },
      ...(endpoints.azure.length === 0
        ? []
        : [
            {
              what: 'online endpoints and the quota of their machines',
              how: 'ask for quota in advance, and deploy that environment',
            },
          ]),
    ],
    'standby.by-hand',
    'nothing of it is there after the loss of the location',
  );
}

const nothingServes =
  'no machine runs in the second location: models and images are there, and an endpoint starts from them';

function placeOf({ target: { tenant, subscription, location, registry, mlRegistry } }: AzureContext): AzureTarget {
  return {
    tenant,
    subscription,
    location,
    ...(registry === undefined ? {} : { registry }),
    ...(mlRegistry === undefined ? {} : { mlRegistry }),
  };
}

/** The endpoints in the second location; nothing where the environment has none. */
function endpointsThere(context: AzureContext, region: AzureContext['region']) {
  if (context.endpoints.azure.length === 0) return undefined;
  const there: AzureContext = {
    ...context,
    // Quotas are of a location; those of this one are unknown.
    target: { ...placeOf(context), location: region.id },
    region,
    places: { ...context.places, azure: region.id },
  };
  return planEndpoints('azure', there, planAzureEndpoint);
}
