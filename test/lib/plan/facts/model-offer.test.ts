import { catalog } from '../../../../lib/catalog';
import { chooseOffer } from '../../../../lib/plan/facts/model-offer';
import { azureOpenAi } from '../../../../lib/platform';
import { azureIn, planManaged } from '../../../helpers/managed-models';

const planned = (location: string, residency?: 'eu', id = 'gpt-5.5', version = '2026-04-24') =>
  planManaged({ m: azureOpenAi(id, { version }) }, azureIn(location), residency === undefined ? {} : { residency });
const skuIn = (...place: Parameters<typeof planned>) => {
  const result = planned(...place);
  return result.ok ? result.value.azure?.deployment.models['m']?.sku.value.name : result.issues.map(({ code }) => code);
};

test.each<[string, string, 'eu' | undefined, unknown]>([
  ['the global pool without a residency', 'swedencentral', undefined, 'GlobalStandard'],
  ['the data zone with one', 'swedencentral', 'eu', 'DataZoneStandard'],
  ['the data zone where the location has no global pool', 'westeurope', undefined, 'DataZoneStandard'],
  ['nothing where the location has provisioned throughput only', 'uksouth', undefined, ['SkuNotInRegion']],
])('%s', (_title, location, residency, expected) => {
  expect(skuIn(location, residency)).toEqual(expected);
});

test('a model that leaves the residency in every offer is refused', () => {
  expect(skuIn('francecentral', 'eu', 'gpt-5.2', '2025-12-11')).toEqual(['ResidencyViolated']);
  expect(skuIn('francecentral', undefined, 'gpt-5.2', '2025-12-11')).toBe('GlobalStandard');
});

test('one location, where the data zone does not have the model', () => {
  const offers = [
    { sku: 'Standard', regions: ['swedencentral'], processedIn: 'region' },
    { sku: 'GlobalStandard', regions: ['swedencentral'], processedIn: 'anywhere' },
  ] as const;
  const [region] = catalog.regions.filter(({ id }) => id === 'swedencentral');
  const [row] = catalog.managedModels.filter(({ id }) => id === 'gpt-5.1');
  const [version] = row?.versions ?? [];
  if (region === undefined || row === undefined || version === undefined) throw new Error('no rows');
  const found = { row, version: { ...version, offers } };
  const wish = { pinned: undefined, field: 'sku', residency: 'eu' } as const;
  expect(chooseOffer(catalog.regions, found, { region, path: 'models.m' }, wish)).toMatchObject({ value: offers[0] });
});

test('a pin that no region has is answered with what the region has, and with no move', () => {
  const m = azureOpenAi('gpt-5.5', { version: '2026-04-24', sku: 'Standard' });
  expect(planManaged({ m }, azureIn('swedencentral')).issues).toEqual([
    expect.objectContaining({
      code: 'SkuNotInRegion',
      fix: "use 'DataZoneStandard' or 'GlobalStandard', or remove models.m.sku",
    }),
  ]);
});
