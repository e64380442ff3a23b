import { plan, planAll } from '../../../../lib/plan';
import { inRegions, withUserRows } from '../../../../lib/plan/facts/user-rows';
import type { CatalogSpec, InstancePriceRow, PrivateModelRow, TokenPriceRow } from '../../../../lib/platform';
import { openWeights } from '../../../../lib/platform';
import { catalog, offer } from '../../../helpers/catalog';
import { endpoint, resolvedPlatform } from '../../../helpers/platform';

const fact = { source: 'contract 4711', asOf: '2026-11-01' };
const p5: InstancePriceRow = {
  service: 'sagemaker',
  instanceType: 'ml.p5.4xlarge',
  region: 'eu-central-1',
  usdPerHour: 8,
  ...fact,
};
const nova: TokenPriceRow = {
  service: 'bedrock',
  id: 'amazon.nova-lite-v1:0',
  region: 'eu-central-1',
  usdPerMillionInputTokens: 0.05,
  usdPerMillionOutputTokens: 0.2,
  ...fact,
};
const privateModel: PrivateModelRow = {
  id: 'example/support-8b',
  kind: 'text-generation',
  totalParams: 8.03,
  layers: 32,
  hidden: 4096,
  heads: 32,
  kvHeads: 8,
  headDim: 128,
  attention: 'GQA',
  intermediate: 14_336,
  vocab: 128_256,
  tiedEmbeddings: false,
  maxContext: 131_072,
  checkpointGiB: 14.96,
  ...fact,
};

const merged = (rows: CatalogSpec) => withUserRows(catalog, { catalog: rows });
const offersOf = (rows: CatalogSpec, instanceType: string, region: string) =>
  merged(rows).catalog.instances.filter((row) => row.instanceType === instanceType && row.region === region);
const found = (rows: CatalogSpec) => merged(rows).issues.map(({ code, path, got, fix }) => ({ code, path, got, fix }));

test('without rows the catalogue is the one given', () => {
  expect(withUserRows(catalog, {}).catalog).toBe(catalog);
});

test('a negotiated price takes the place of the published one and says whose it is', () => {
  expect(offersOf({ prices: [p5] }, 'ml.p5.4xlarge', 'eu-central-1')).toEqual([
    offer({ usdPerHour: 8, priceStatus: 'negotiated', confidence: 'high', ...fact }),
  ]);
});

test('a refreshed price is a published one', () => {
  const [row] = offersOf({ prices: [{ ...p5, priceStatus: 'published' }] }, 'ml.p5.4xlarge', 'eu-central-1');
  expect(row?.priceStatus).toBe('published');
});

test('a price in a region without an offer says that the region has the type', () => {
  const [row] = offersOf({ prices: [{ ...p5, region: 'us-east-1' }] }, 'ml.p5.4xlarge', 'us-east-1');
  expect(row).toMatchObject({ acceleratorCount: 1, usdPerHour: 8, priceStatus: 'negotiated' });
});

test('reserved capacity is kept beside the price of an hour', () => {
  const rows = { prices: [p5], reserved: [{ ...p5, usdPerHour: 5, count: 2, reservation: 'r-1' }] };
  expect(offersOf(rows, 'ml.p5.4xlarge', 'eu-central-1')).toMatchObject([
    { usdPerHour: 8, reserved: { count: 2, usdPerHour: 5, reservation: 'r-1', ...fact } },
  ]);
});

test.each([
  ['ml.p9.xlarge', undefined, undefined],
  ['ml.p9.xlarge', false, false],
  ['ml.p5.2xlarge', undefined, true],
  ['ml.inf2.2xlarge', undefined, false],
])('whether %s has local NVMe is the row’s answer (%s), or that of its family', (instanceType, written, expected) => {
  const size = { accelerator: 'H100', acceleratorCount: 1, vcpu: 8, memoryGiB: 64 };
  const row = { service: 'sagemaker', region: 'eu-central-1', instanceType, ...size, ...fact } as const;
  const rows = { instances: [written === undefined ? row : { ...row, localNvme: written }] };
  expect(offersOf(rows, instanceType, 'eu-central-1').map(({ localNvme }) => localNvme)).toEqual([expected]);
});

test('an instance type of the user is offered where it says', () => {
  const row = {
    service: 'sagemaker',
    instanceType: 'ml.p9.xlarge',
    region: 'eu-central-1',
    accelerator: 'H100',
    acceleratorCount: 2,
    vcpu: 32,
    memoryGiB: 512,
    ...fact,
  };
  expect(offersOf({ instances: [row] }, 'ml.p9.xlarge', 'eu-central-1')).toMatchObject([
    { cloud: 'aws', acceleratorShare: 1, priceStatus: 'missing' },
  ]);
  expect(found({ instances: [{ ...row, accelerator: 'H10' }] })).toEqual([
    {
      code: 'UnknownAccelerator',
      path: 'catalog.instances[0].accelerator',
      got: 'H10',
      fix: "did you mean 'H100'?",
    },
  ]);
  expect(found({ instances: [{ ...row, instanceType: 'ml.p5.4xlarge' }] })).toMatchObject([
    { code: 'InstanceAlreadyKnown', path: 'catalog.instances[0]' },
  ]);
});

test('rows that name nothing are all reported, each with what was meant, and the others are used', () => {
  const rows: CatalogSpec = {
    prices: [{ ...p5, instanceType: 'ml.p5.4xlarg' }, { ...p5, region: 'eu-centrl-1' }, p5],
    reserved: [{ ...p5, region: 'eu-south-3', count: 1 }],
    tokenPrices: [{ ...nova, id: 'amazon.nova-light-v1:0' }, { ...nova, region: 'us-east-11' }, nova],
  };
  expect(found(rows)).toEqual([
    {
      code: 'UnknownInstanceType',
      path: 'catalog.prices[0].instanceType',
      got: 'ml.p5.4xlarg',
      fix: "did you mean 'ml.p5.4xlarge'?",
    },
    {
      code: 'UnknownRegion',
      path: 'catalog.prices[1].region',
      got: 'eu-centrl-1',
      fix: "did you mean 'eu-central-1'?",
    },
    { code: 'UnknownRegion', path: 'catalog.reserved[0].region', got: 'eu-south-3', fix: "did you mean 'eu-south-2'?" },
    {
      code: 'UnknownManagedModel',
      path: 'catalog.tokenPrices[0].id',
      got: 'amazon.nova-light-v1:0',
      fix: "did you mean 'amazon.nova-lite-v1:0'?",
    },
    {
      code: 'UnknownRegion',
      path: 'catalog.tokenPrices[1].region',
      got: 'us-east-11',
      fix: "did you mean 'us-east-1'?",
    },
  ]);
  expect(merged(rows).catalog.instances).toHaveLength(catalog.instances.length);
  expect(offersOf(rows, 'ml.p5.4xlarge', 'eu-central-1')[0]?.usdPerHour).toBe(8);
});

test('an environment sees the token price of its own region', () => {
  const { catalog: facts } = merged({ tokenPrices: [nova] });
  const pricesIn = (region: string) =>
    inRegions(facts, { bedrock: region, 'azure-openai': undefined }).managedModels.find(({ id }) => id === nova.id)
      ?.tokenPrices;
  expect(pricesIn('eu-central-1')).toMatchObject({ usdPerMillionInputTokens: 0.05, ...fact });
  expect(pricesIn('us-east-1')).toBeUndefined();
});

test('a private model is planned like a public one', () => {
  const models = { ...resolvedPlatform().models, chat: openWeights(privateModel.id, { revision: '0'.repeat(40) }) };
  const platform = resolvedPlatform({ models, catalog: { models: [privateModel], prices: [p5] } });
  const planned = plan(platform, 'dev', catalog);
  expect(planned.issues).toEqual([]);
  expect(JSON.stringify(planned)).toContain('8.00 USD an hour');
});

test('a private model whose sizes do not add up is a warning, and a rounded count is not', () => {
  const warned = (totalParams: number) => merged({ models: [{ ...privateModel, totalParams }] }).issues;
  expect(warned(8)).toEqual([]);
  expect(warned(70)).toMatchObject([
    {
      code: 'ParametersDisagree',
      path: 'catalog.models[0].totalParams',
      message: 'the sizes of the row add up to 8.03 billion parameters',
    },
  ]);
});

test('a model the catalogue knows is a warning, and the row is used', () => {
  const rows = { models: [{ ...privateModel, id: 'Qwen/Qwen3-32B' }] };
  expect(merged(rows).issues).toMatchObject([{ code: 'RowReplacesCatalogue' }]);
  expect(merged(rows).catalog.models).toMatchObject([{ id: 'Qwen/Qwen3-32B', totalParams: 8.03, licence: 'private' }]);
});

test('mistakes in rows and in the rest of the platform come up in one run, once', () => {
  const platform = resolvedPlatform({
    catalog: { prices: [{ ...p5, instanceType: 'ml.p5.4xlarg' }] },
    endpoints: { chat: endpoint({ pinned: { aws: { instanceType: 'ml.p5.5xlarge' } } }) },
  });
  expect(planAll(platform, catalog).issues.map(({ path }) => path)).toEqual([
    'catalog.prices[0].instanceType',
    'endpoints.chat.pinned.aws.instanceType',
  ]);
});
