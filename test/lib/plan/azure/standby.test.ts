import { catalog } from '../../../../lib/catalog';
import { plan, settle } from '../../../../lib/plan';
import type { AzureTarget, EndpointSpec } from '../../../../lib/platform';
import { azurePlan } from '../../../helpers/plan';
import { azureTarget, developmentEnvironment, endpoint, resolvedPlatform } from '../../../helpers/platform';

const registries: Partial<AzureTarget> = {
  registry: {
    id: '/subscriptions/00000000-0000-4000-8000-0000000000a1/resourceGroups/rg-hub/providers/Microsoft.ContainerRegistry/registries/crhub',
  },
};

/** The plan with the catalogue of the kit, which has more than one location. */
function planned(
  location: string,
  more: Partial<AzureTarget> = {},
  endpoints: Readonly<Record<string, EndpointSpec>> = { chat: endpoint() },
) {
  const azure = { ...azureTarget, standby: { location }, ...more };
  const dev = developmentEnvironment({ azure });
  return plan(resolvedPlatform({ environments: { dev }, endpoints }), 'dev', catalog);
}

function standbyOf(...args: Parameters<typeof planned>) {
  const result = planned(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { standby } = result.value.azure ?? {};
  if (standby === undefined) throw new Error('no standby');
  return standby;
}

test('registries are replicated, the rest is named with what to do about it, and nothing serves', () => {
  const standby = standbyOf('germanywestcentral');
  expect(standby.location).toMatchObject({
    value: 'germanywestcentral',
    because: [{ text: 'pinned by environments.dev.azure.standby.location' }],
  });
  expect(standby.replicated.value).toEqual(['images of the container registry', 'models of the ML registry']);
  expect(standby.notReplicated.value.map(({ what }) => what.split(/[ :,]/)[0])).toEqual([
    'blobs',
    'AI',
    'Azure',
    'network',
    'online',
  ]);
  expect(standby.serving.value).toBe('zero');
  expect(settle({ images: standby.images, models: standby.models })).toEqual({
    images: { location: 'germanywestcentral', zoneRedundancy: 'Enabled' },
    models: { location: 'germanywestcentral', storageAccountType: 'Standard_ZRS' },
  });
});

test('serving warm is rejected with its price in that location', () => {
  const [warm] = standbyOf('germanywestcentral').serving.rejected;
  expect(warm?.value).toBe('warm');
  expect(warm?.usdPerMonth).toBeGreaterThan(0);
  expect(standbyOf('germanywestcentral', {}, {}).serving.rejected).toEqual([]);
});

test('a location without zones has no copies over zones', () => {
  const azure = { ...azureTarget, standby: { location: 'zonelesseurope' } };
  const { standby } = azurePlan({ environments: { dev: developmentEnvironment({ azure }) } });
  expect(settle({ images: standby?.images, models: standby?.models })).toMatchObject({
    images: { zoneRedundancy: 'Disabled' },
    models: { storageAccountType: 'Standard_LRS' },
  });
});

test('a given registry is its owner to replicate', () => {
  expect(standbyOf('germanywestcentral', registries).replicated.value).toEqual(['models of the ML registry']);
});

test('the record of the second location is among those that a policy makes', () => {
  const result = planned('germanywestcentral', { dns: { records: 'policy' } });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const names = settle(result.value).azure?.dnsRecords?.flatMap(({ name }) => name ?? []) ?? [];
  expect(names.filter((name) => name.endsWith('.data')).map((name) => name.split('.')[1])).toEqual([
    'swedencentral',
    'germanywestcentral',
  ]);
});

test.each([
  ['eastus', 'ResidencyViolated'],
  ['swedencentrl', 'UnknownRegion'],
])('%s is refused: %s', (location, code) => {
  const result = planned(location);
  expect(result.ok).toBe(false);
  expect(result.issues).toContainEqual(
    expect.objectContaining({ code, path: 'environments.dev.azure.standby.location' }),
  );
});
