import { catalog } from '../../../../lib/catalog';
import { plan, settle } from '../../../../lib/plan';
import type { AzureTarget, EndpointSpec } from '../../../../lib/platform';
import { bedrock } from '../../../../lib/platform';
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
  platform: Parameters<typeof resolvedPlatform>[0] = {},
) {
  const azure = { ...azureTarget, standby: { location }, ...more };
  const dev = developmentEnvironment({ azure });
  return plan(resolvedPlatform({ environments: { dev }, endpoints, ...platform }), 'dev', catalog);
}

function standbyOf(...args: Parameters<typeof planned>) {
  const result = planned(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { standby } = result.value.azure ?? {};
  if (standby === undefined) throw new Error('no standby');
  return standby;
}

/** Not every location has the models of the fixture. */
const withoutAzureModels = {
  models: { embed: bedrock('amazon.titan-embed-text-v2:0') },
  knowledge: {},
  registry: undefined,
  tuning: undefined,
};

const whats = (rows: readonly { readonly what: string }[]) => rows.map(({ what }) => what);

test('registries are replicated, the rest is named with what to do about it, and nothing serves', () => {
  const standby = standbyOf('germanywestcentral');
  expect(standby.location).toMatchObject({
    value: 'germanywestcentral',
    because: [{ text: 'pinned by environments.dev.azure.standby.location' }],
  });
  expect(whats(standby.replicated.value)).toEqual(['images', 'weights']);
  expect(whats(standby.notReplicated.value).map((what) => what.split(/[ ,]/)[0])).toEqual([
    'evaluation',
    'documents',
    'secrets',
    'AI',
    'Azure',
    'prompts',
    'network',
    'online',
  ]);
  for (const { why, how } of standby.notReplicated.value)
    expect([why, how].every((text) => text.length > 0)).toBe(true);
  expect(standby.serving.value).toBe('none');
  expect(settle({ images: standby.images, models: standby.models })).toEqual({
    images: { location: 'germanywestcentral', zoneRedundancy: 'Enabled' },
    models: { location: 'germanywestcentral', storageAccountType: 'Standard_ZRS' },
  });
});

test.each<[from: string, to: string, redundancy: string | undefined]>([
  ['northeurope', 'westeurope', 'Standard_GZRS'],
  ['westeurope', 'northeurope', 'Standard_GZRS'],
  ['northeurope', 'swedencentral', undefined],
  // Its pair is a location that needs a request.
  ['swedencentral', 'germanywestcentral', undefined],
  // It has no pair.
  ['polandcentral', 'westeurope', undefined],
])('blobs of %s reach %s by %s', (from, to, redundancy) => {
  const { blobs, replicated, notReplicated } = standbyOf(to, { location: from }, {}, withoutAzureModels);
  const found = 'redundancy' in blobs ? blobs.redundancy.value : undefined;
  expect(found).toBe(redundancy);
  const paired = redundancy !== undefined;
  expect(whats(replicated.value).includes('secrets, for reading')).toBe(paired);
  expect(whats(notReplicated.value).includes('secrets of the vault')).toBe(!paired);
});

test('object replication is written to the second account first, then to the first by its id', () => {
  const { blobs } = standbyOf('germanywestcentral');
  if (!('commands' in blobs)) throw new Error('no commands');
  const [first = '', second = ''] = blobs.commands.value;
  expect(first).toContain(`--account-name ${blobs.accountName.value} `);
  expect(second).toMatch(/or-policy list .* \| az storage account or-policy create .* --policy @-$/);
  expect(second).toContain(`--account-name ${blobs.accountName.value} --query`);
});

test.each(['none', 'zero', 'warm'] as const)('serving %s has the price of warm, and quotas of models', (serving) => {
  const standby = standbyOf('germanywestcentral', { standby: { location: 'germanywestcentral', serving } });
  expect(standby.serving.value).toBe(serving);
  const rejected = standby.serving.rejected.find(({ value }) => value === 'warm')?.usdPerMonth;
  expect(rejected ?? standby.endpoints?.chat?.usdPerMonth.value).toBeGreaterThan(0);
  expect(standby.endpoints === undefined).toBe(serving === 'none');
  expect(standby.modelQuotas === undefined).toBe(serving === 'none');
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
  expect(whats(standbyOf('germanywestcentral', registries).replicated.value)).toEqual(['weights']);
  expect(whats(standbyOf('germanywestcentral', registries).notReplicated.value)).toContain('images');
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
