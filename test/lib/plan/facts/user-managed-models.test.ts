import { plan, settle } from '../../../../lib/plan';
import { withUserRows } from '../../../../lib/plan/facts/user-rows';
import type { CatalogSpec, ManagedModelRow, RegionRow } from '../../../../lib/platform';
import { azureOpenAi, bedrock, resolve } from '../../../../lib/platform';
import { catalog } from '../../../helpers/catalog';
import { awsPlatform, awsTarget, platform } from '../../../helpers/platform';

const fact = { source: 'model card', asOf: '2026-11-01' };
const astra: ManagedModelRow = {
  service: 'azure-openai',
  id: 'gpt-6-astra',
  version: '2026-09-03',
  kind: 'text-generation',
  lifecycle: { state: 'generally-available', edition: '2026-10-01' },
  offers: [{ sku: 'DataZoneStandard', regions: ['swedencentral'] }],
  ...fact,
};
const claude: ManagedModelRow = {
  service: 'bedrock',
  id: 'anthropic.claude-next',
  kind: 'text-generation',
  lifecycle: { state: 'legacy', edition: '2026-10-01', retires: '2027-10-01', successors: ['writer.text-v1:0'] },
  offers: [
    {
      sku: 'geographic',
      regions: ['eu-central-1'],
      processedIn: ['eu-central-1', 'eu-south-2'],
      profile: 'eu.anthropic.claude-next',
    },
  ],
  ...fact,
};
const zurich: RegionRow = { cloud: 'aws', id: 'eu-new-1', residency: 'eu', zones: ['eu-new-1a'], ...fact };

const merged = (rows: CatalogSpec) => withUserRows(catalog, { catalog: rows });
const found = (rows: CatalogSpec) => merged(rows).issues.map(({ code, path }) => [code, path]);

test('models and regions of a config are planned like those of the catalogue', () => {
  const spec = platform({
    models: {
      ...platform().models,
      frontier: azureOpenAi('gpt-6-astra', { version: '2026-09-03' }),
      next: bedrock('anthropic.claude-next'),
    },
    catalog: { managedModels: [astra, claude] },
  });
  const resolved = resolve(spec);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const planned = plan(resolved.value, 'dev', catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const { aws, azure } = settle(planned.value);
  expect(azure?.deployment.models['frontier']?.sku.name).toBe('DataZoneStandard');
  expect(aws?.deployment.models?.['next']?.regions).toEqual(['eu-central-1', 'eu-south-2']);
  expect(planned.issues.map(({ code }) => code)).toEqual(['ModelLegacy']);
});

test('a region of a config can be the place of an environment and of other rows', () => {
  const spec = awsPlatform({
    environments: { dev: { tier: 'development', aws: { ...awsTarget, region: 'eu-new-1' } } },
    endpoints: undefined,
    knowledge: undefined,
    tuning: undefined,
    registry: undefined,
    models: { text: bedrock('writer.text-v1:0') },
    catalog: {
      regions: [zurich],
      managedModels: [
        {
          ...claude,
          id: 'writer.text-v1:0',
          lifecycle: { state: 'generally-available', edition: '2026-10-01' },
          offers: [{ sku: 'in-region', regions: ['eu-new-1'] }],
        },
      ],
    },
  });
  const resolved = resolve(spec);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const planned = plan(resolved.value, 'dev', catalog);
  expect(planned.issues.map(({ code, path }) => [code, path])).toEqual([
    ['RowReplacesCatalogue', 'catalog.managedModels[0].id'],
  ]);
  expect(planned.ok).toBe(true);
});

test('a known version is replaced and the other versions stay', () => {
  const newer = { ...astra, id: 'gpt-4.1', version: '2026-12-01' };
  const same = { ...astra, id: 'gpt-4.1', version: '2025-04-14' };
  const versions = (row: ManagedModelRow) =>
    merged({ managedModels: [row] }).catalog.managedModels.find(({ id }) => id === 'gpt-4.1')?.versions;
  expect(versions(newer)?.map(({ version }) => version)).toEqual(['2025-04-14', '2026-12-01']);
  expect(found({ managedModels: [newer] })).toEqual([]);
  expect(versions(same)?.map(({ lifecycle }) => lifecycle.edition)).toEqual(['2026-10-01']);
  expect(found({ managedModels: [same] })).toEqual([['RowReplacesCatalogue', 'catalog.managedModels[0].id']]);
});

test('the prices of a model stay when a config has a version of it', () => {
  const list = { usdPerMillionInputTokens: 2, usdPerMillionOutputTokens: 8, ...fact };
  const prices = { tokenPrices: list, offerTokenPrices: [{ ...list, sku: 'Standard', regions: ['eastus'] }] } as const;
  const priced = { ...catalog, managedModels: catalog.managedModels.map((row) => ({ ...row, ...prices })) };
  const rows = { managedModels: [{ ...astra, id: 'gpt-4.1' }] };
  const merged = withUserRows(priced, { catalog: rows }).catalog.managedModels;
  expect(merged.find(({ id }) => id === 'gpt-4.1')).toMatchObject(prices);
});

test('a region that the catalogue has is replaced with a warning', () => {
  const here = { ...zurich, id: 'eu-south-2', residency: 'other' };
  expect(found({ regions: [here] })).toEqual([['RowReplacesCatalogue', 'catalog.regions[0].id']]);
  expect(merged({ regions: [here] }).catalog.regions.find(({ id }) => id === 'eu-south-2')?.residency).toBe('other');
});

const at = 'catalog.managedModels[0]';
test.each<[string, ManagedModelRow, readonly (readonly string[])[]]>([
  [
    'legacy without a last day',
    { ...claude, lifecycle: { state: 'legacy', edition: '2026-10-01' } },
    [['ImpossibleLifecycle', `${at}.lifecycle`]],
  ],
  [
    'an edition after the day of reading',
    { ...astra, lifecycle: { ...astra.lifecycle, edition: '2026-11-02' } },
    [['ImpossibleLifecycle', `${at}.lifecycle`]],
  ],
  [
    'an unknown successor',
    { ...claude, lifecycle: { ...claude.lifecycle, successors: ['writer.text-v2:0'] } },
    [['UnknownManagedModel', `${at}.lifecycle.successors[0]`]],
  ],
  ['a Bedrock model with a version', { ...claude, version: '1' }, [['ImpossibleOffer', `${at}.version`]]],
  ['an embedding model without lengths', { ...astra, kind: 'embedding' }, [['ImpossibleOffer', `${at}.dimensions`]]],
  ['lengths of a model that writes', { ...astra, dimensions: [256] }, [['ImpossibleOffer', `${at}.dimensions`]]],
  [
    'an offer of the other cloud',
    { ...astra, offers: [{ sku: 'in-region', regions: ['swedencentral'] }] },
    [['ImpossibleOffer', `${at}.offers[0].sku`]],
  ],
  [
    'a profile without id and regions',
    { ...claude, offers: [{ sku: 'geographic', regions: ['eu-central-1'] }] },
    [
      ['ImpossibleOffer', `${at}.offers[0].profile`],
      ['ImpossibleOffer', `${at}.offers[0].processedIn`],
    ],
  ],
  [
    'a place of processing where the deployment type says it',
    { ...astra, offers: [{ sku: 'Standard', regions: ['swedencentral'], processedIn: ['swedencentral'] }] },
    [['ImpossibleOffer', `${at}.offers[0].processedIn`]],
  ],
  [
    'an unknown region',
    { ...astra, offers: [{ sku: 'Standard', regions: ['swedencentral', 'swedencentrall'] }] },
    [['UnknownRegion', `${at}.offers[0].regions[1]`]],
  ],
])('%s is reported and the row left out', (_title, row, issues) => {
  expect(found({ managedModels: [row] })).toEqual(issues);
  expect(merged({ managedModels: [row] }).catalog.managedModels).toHaveLength(catalog.managedModels.length);
});

test('every mistake of every row in one run', () => {
  const wrong = { ...astra, version: '2', lifecycle: { ...astra.lifecycle, edition: '2027-01-01' }, dimensions: [1] };
  expect(found({ managedModels: [wrong, { ...claude, version: '1' }] })).toHaveLength(3);
});
