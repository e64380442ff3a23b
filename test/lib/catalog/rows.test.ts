import type { Provenance, TokenPrices } from '../../../lib/catalog';
import { catalog } from '../../../lib/catalog';
import { awsRegionRatios } from '../../../lib/catalog/rows/aws-region-ratios';
import { modelVariants } from '../../../lib/catalog/rows/model-variants';
import { models } from '../../../lib/catalog/rows/models';

const tokenPrices = catalog.managedModels.flatMap((model): readonly TokenPrices[] =>
  model.tokenPrices === undefined ? [] : [model.tokenPrices],
);
const tables: Readonly<Record<string, readonly (readonly [key: string, row: Provenance])[]>> = {
  accelerators: catalog.accelerators.map((row) => [row.id, row]),
  instances: catalog.instances.map((row) => [`${row.service} ${row.instanceType} ${row.region}`, row]),
  models: catalog.models.map((row) => [row.id, row]),
  'managed models': catalog.managedModels.map((row) => [`${row.service} ${row.id}`, row]),
  regions: catalog.regions.map((row) => [`${row.cloud} ${row.id}`, row]),
  engines: catalog.engines.map((row) => [`${row.engine} ${row.version}`, row]),
  carbon: catalog.carbon.map((row) => [`${row.cloud} ${row.region}`, row]),
};

describe.each(Object.entries(tables))('%s', (_table, rows) => {
  test('have one row for each key', () => {
    const keys = rows.map(([key]) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('say where they come from and of what day they are', () => {
    const without = rows.filter(
      ([, { source, asOf }]) =>
        source.trim() === '' || !/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf)),
    );
    expect(without.map(([key]) => key)).toEqual([]);
  });
});

/** Where a cloud sells instances or has a carbon figure, and the kit plans no platform. */
const unplanned = (cloud: string, region: string) =>
  !catalog.regions.some((row) => row.cloud === cloud && row.id === region);

test('every instance has an accelerator of the catalogue', () => {
  const known = new Set(catalog.accelerators.map(({ id }) => id));
  expect(catalog.instances.filter(({ accelerator }) => !known.has(accelerator))).toEqual([]);
});

test('every offer, managed model and ratio is in a region of the catalogue', () => {
  const dangling = [
    ...catalog.instances.map(({ cloud, region }) => [cloud, region] as const),
    ...awsRegionRatios.map(({ region }) => ['aws', region] as const),
    ...catalog.managedModels.flatMap(({ service, regions }) =>
      regions.map((region) => [service === 'bedrock' ? 'aws' : 'azure', region] as const),
    ),
  ].filter(([cloud, region]) => unplanned(cloud, region));
  expect([...new Set(dangling.map((pair) => pair.join(' ')))]).toEqual([]);
});

test('a region without a carbon figure is one of those known to have none', () => {
  const known = new Set(catalog.carbon.map(({ cloud, region }) => `${cloud} ${region}`));
  const without = catalog.regions.map(({ cloud, id }) => `${cloud} ${id}`).filter((region) => !known.has(region));
  expect(without).toEqual(['azure canadacentral', 'azure norwayeast']);
});

test('every variant has a base, and is no base itself', () => {
  const ids = new Set(models.map(({ id }) => id));
  expect(modelVariants.filter(({ base, id }) => !ids.has(base) || ids.has(id))).toEqual([]);
});

test('a price is positive, or missing and said to be', () => {
  const wrong = catalog.instances.filter(({ usdPerHour, priceStatus }) =>
    priceStatus === 'missing' ? usdPerHour !== undefined : usdPerHour === undefined || !(usdPerHour > 0),
  );
  expect(wrong).toEqual([]);
});

test('no price of the shipped catalogue is somebody’s own', () => {
  expect(
    catalog.instances.filter(({ priceStatus, reserved }) => priceStatus === 'negotiated' || reserved !== undefined),
  ).toEqual([]);
});

test('tokens of an answer cost more than those of a request, and nothing for an embedding', () => {
  expect(tokenPrices.length).toBeGreaterThan(10);
  const wrong = catalog.managedModels.filter(({ kind, tokenPrices: prices }) => {
    if (prices === undefined) return false;
    const { usdPerMillionInputTokens: input, usdPerMillionOutputTokens: output } = prices;
    return !(input > 0) || (kind === 'embedding' ? output !== 0 : output <= input);
  });
  expect(wrong).toEqual([]);
});

test('token prices say where they come from, of what day they are and where they hold', () => {
  expect(
    tokenPrices.filter(
      ({ source, asOf, notes }) => source === '' || Number.isNaN(Date.parse(asOf)) || notes === undefined,
    ),
  ).toEqual([]);
});

test('a partitioned size has a share of one accelerator', () => {
  const wrong = catalog.instances.filter(
    ({ acceleratorShare: share, acceleratorCount }) =>
      !(share > 0 && share <= 1) || (share < 1 && acceleratorCount !== 1),
  );
  expect(wrong).toEqual([]);
});
