import type { AzureTarget, Issue, Result } from '../../platform';
import { failure, success } from '../../platform';
import type { AzureContext } from '../context';
import type { Alternative, Decision } from '../decision';
import { cite, decide, pinned, withRejected } from '../decision';
import { planEndpoints } from '../endpoint/plan-endpoints';
import { findRegion } from '../facts/lookup';
import type { AzurePlan, AzureStandbyPlan } from './azure-plan';
import { planAzureEndpoint } from './endpoint';

/** The second location of an environment; nothing where the config names none. */
export function azureStandby(context: AzureContext): Result<Pick<AzurePlan, 'standby'>> {
  const { standby } = context.target;
  if (standby === undefined) return success({});
  const path = `environments.${context.key}.azure.standby.location`;
  const region = findRegion(context.catalog, 'azure', standby.location, path);
  if (!region.ok) return failure(region.issues);
  const { residency } = context.platform;
  if (residency !== undefined && region.value.residency !== residency) {
    return failure([outside(path, standby.location, residency)]);
  }
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
      serving: serving(context, region.value),
    },
  });
}

function outside(path: string, got: string, residency: string): Issue {
  return {
    code: 'ResidencyViolated',
    path,
    message: `${got} is not in '${residency}', where the platform's data must stay`,
    got,
    expected: `a location in '${residency}'`,
    fix: `choose another location, or remove ${path.replace(/\.location$/, '')}`,
  };
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

/** What serves there before a loss: nothing, because machines of the standby would be billed as those that serve. */
function serving(context: AzureContext, region: AzureContext['region']): Decision<'zero'> {
  const zero: Decision<'zero'> = decide(
    'zero',
    'standby.serving',
    'no machine runs in the second location: models and images are there, and an endpoint starts from them',
  );
  return context.endpoints.azure.length === 0 ? zero : withRejected(zero, [warm(context, region)]);
}

function placeOf({ target: { tenant, subscription, location, registry, mlRegistry } }: AzureContext): AzureTarget {
  return {
    tenant,
    subscription,
    location,
    ...(registry === undefined ? {} : { registry }),
    ...(mlRegistry === undefined ? {} : { mlRegistry }),
  };
}

function warm(context: AzureContext, region: AzureContext['region']): Alternative {
  const there: AzureContext = {
    ...context,
    // Quotas are of a location; those of this one are unknown.
    target: { ...placeOf(context), location: region.id },
    region,
    places: { ...context.places, azure: region.id },
  };
  const planned = planEndpoints('azure', there, planAzureEndpoint);
  if (!planned.ok) {
    const [first] = planned.issues;
    return {
      value: 'warm',
      reason: `not possible in ${region.id}: ${first?.message ?? 'no size fits'}`,
      possible: false,
    };
  }
  const amounts = Object.values(planned.value).map(({ usdPerMonth }) => usdPerMonth);
  const price = (amounts.find((amount) => amount.price.basis === 'estimated') ?? amounts[0])?.price;
  const usdPerMonth = amounts.reduce((sum, { value }) => sum + value, 0);
  const reason = `the same endpoints in ${region.id} run all the time, and answer nobody until the loss`;
  return price === undefined ? { value: 'warm', reason } : { value: 'warm', reason, usdPerMonth, price };
}
