import { placesOf, refreshed } from '../../../bin/catalog/refresh';
import type { ListedPrice } from '../../../lib/cloud/price-lists';
import { withUserRows } from '../../../lib/plan/facts/user-rows';
import { catalog } from '../../helpers/catalog';
import { resolvedPlatform } from '../../helpers/platform';

const fact = { source: 'AWS Price List', asOf: '2026-11-20' };
const price = (overrides: Partial<ListedPrice>): ListedPrice => ({
  service: 'sagemaker',
  instanceType: 'ml.p5.4xlarge',
  region: 'eu-central-1',
  usdPerHour: 10,
  ...fact,
  ...overrides,
});

test('a price is compared with the one of its own region', () => {
  const found = refreshed(catalog, [price({ usdPerHour: 9 }), price({ region: 'eu-south-2', usdPerHour: 10.00001 })]);
  expect(found.same).toBe(1);
  expect(found.changed).toEqual([
    {
      service: 'sagemaker',
      instanceType: 'ml.p5.4xlarge',
      region: 'eu-central-1',
      old: { usdPerHour: 10, priceStatus: 'published', asOf: '2026-01-01' },
      usdPerHour: 9,
      percent: -10,
    },
  ]);
});

test('an offer that the list of its region does not have is named; regions that were not read are not', () => {
  const found = refreshed(catalog, [price({})]);
  expect(found.notListed.map(({ instanceType, region }) => `${instanceType} ${region}`)).toEqual([
    'ml.p5.48xlarge eu-central-1',
    'ml.g6e.12xlarge eu-central-1',
  ]);
});

test('a type the catalogue does not have is shown and makes no row, which would be refused', () => {
  const found = refreshed(catalog, [price({ instanceType: 'ml.p9.xlarge' }), price({})]);
  expect(found.newTypes.map(({ instanceType }) => instanceType)).toEqual(['ml.p9.xlarge']);
  expect(found.rows).toEqual([{ ...price({}), priceStatus: 'published' }]);
});

test('a negotiated price is not replaced by that of the list, and a refreshed one is', () => {
  const own = { ...price({}), usdPerHour: 7 };
  const negotiated = withUserRows(catalog, { catalog: { prices: [own] } }).catalog;
  expect(refreshed(negotiated, [price({})])).toMatchObject({ rows: [], changed: [], same: 0 });
  const before = withUserRows(catalog, { catalog: { prices: [{ ...own, priceStatus: 'published' }] } }).catalog;
  expect(refreshed(before, [price({})])).toMatchObject({ rows: [{ usdPerHour: 10 }], changed: [{ percent: 42.9 }] });
});

test('a price of an Azure machine is that of Azure Machine Learning too, where it takes the size', () => {
  const vm = price({ service: 'azure-vm', instanceType: 'Standard_NC40ads_H100_v5', region: 'swedencentral' });
  expect(refreshed(catalog, [vm]).rows.map(({ service }) => service)).toEqual(['azure-ml']);
});

test('regions are those of the config unless some are named', () => {
  expect(placesOf(catalog, resolvedPlatform(), undefined, []).places).toEqual([
    { cloud: 'aws', region: 'eu-central-1' },
    { cloud: 'azure', region: 'swedencentral' },
  ]);
  expect(placesOf(catalog, resolvedPlatform(), 'azure', []).places).toEqual([
    { cloud: 'azure', region: 'swedencentral' },
  ]);
  expect(placesOf(catalog, resolvedPlatform(), undefined, ['us-east-1']).places).toEqual([
    { cloud: 'aws', region: 'us-east-1' },
  ]);
});

test('a region nobody knows, and no region at all, are usage errors', () => {
  expect(placesOf(catalog, undefined, undefined, ['us-est-1']).issues).toMatchObject([
    { code: 'UnknownRegion', fix: "did you mean 'us-east-1'?" },
  ]);
  expect(placesOf(catalog, undefined, undefined, []).issues).toMatchObject([{ code: 'NoRegionToRefresh' }]);
});
