import fc from 'fast-check';
import type { Catalog } from '../../../lib/catalog';
import { catalog as shipped, staleRows } from '../../../lib/catalog';
import { catalog, offer } from '../../helpers/catalog';

const day = 86_400_000;
const nothing: Catalog = {
  accelerators: [],
  instances: [],
  models: [],
  managedModels: [],
  regions: [],
  engines: [],
  carbon: [],
};
const later = (asOf: string, days: number) => new Date(Date.parse(asOf) + days * day).toISOString().slice(0, 10);

test('a price is stale from the day after its limit', () => {
  const facts = { ...nothing, instances: [offer({ asOf: '2026-01-01' })] };
  expect(staleRows(facts, later('2026-01-01', 180))).toEqual([]);
  expect(staleRows(facts, later('2026-01-01', 181))).toEqual([
    {
      row: 'instances sagemaker ml.p5.4xlarge eu-central-1',
      asOf: '2026-01-01',
      ageDays: 181,
      message:
        'instances sagemaker ml.p5.4xlarge eu-central-1 is 181 days old (as of 2026-01-01), more than the 180 days allowed',
    },
  ]);
});

test('the shape of a model and an accelerator do not age', () => {
  const { accelerators, models } = catalog;
  expect(staleRows({ ...nothing, accelerators, models }, '2099-01-01')).toEqual([]);
});

test('a reservation that ended is stale whatever its age', () => {
  const reserved = { count: 2, usdPerHour: 5, source: 'contract', asOf: '2026-01-01', endsAt: '2026-03-01' };
  const facts = { ...nothing, instances: [offer({ asOf: '2026-03-01', reserved })] };
  expect(staleRows(facts, '2026-03-01')).toEqual([]);
  expect(staleRows(facts, '2026-03-02').map(({ row, message }) => [row, message])).toEqual([
    [
      'reserved sagemaker ml.p5.4xlarge eu-central-1',
      'reserved sagemaker ml.p5.4xlarge eu-central-1 ended on 2026-03-01: its instances are charged at the price of the day',
    ],
  ]);
});

test('the state of a managed model is stale by its edition', () => {
  const [model] = catalog.managedModels;
  const managedModels = model === undefined ? [] : [{ ...model, asOf: '2026-04-01' }];
  const lines = (today: string) => staleRows({ ...nothing, managedModels }, today).map(({ row }) => row);
  expect(lines(later('2025-12-01', 120))).toEqual([]);
  expect(lines(later('2025-12-01', 121))).toEqual(['lifecycles bedrock amazon.titan-embed-text-v2:0']);
});

test('the state of a version that retired is not stale', () => {
  const [model] = catalog.managedModels;
  const retiring = (model?.versions ?? []).map((version) => ({
    ...version,
    lifecycle: { ...version.lifecycle, retires: '2026-06-01' },
  }));
  const managedModels = model === undefined ? [] : [{ ...model, asOf: '2026-05-01', versions: retiring }];
  const lines = (today: string) => staleRows({ ...nothing, managedModels }, today).map(({ row }) => row);
  expect(lines('2026-05-31')).toEqual(['lifecycles bedrock amazon.titan-embed-text-v2:0']);
  expect(lines('2026-06-01')).toEqual([]);
});

test('token prices are stale by their date', () => {
  const [model] = catalog.managedModels;
  const prices = { usdPerMillionInputTokens: 1, usdPerMillionOutputTokens: 2, source: 'list', asOf: '2026-01-01' };
  const offered = { ...prices, sku: 'in-region', regions: ['eu-central-1'], asOf: '2026-02-01' } as const;
  const priced = { tokenPrices: prices, offerTokenPrices: [offered] };
  const managedModels = model === undefined ? [] : [{ ...model, asOf: '2026-12-01', ...priced }];
  expect(staleRows({ ...nothing, managedModels }, '2026-12-01').map(({ row }) => row)).toEqual([
    'lifecycles bedrock amazon.titan-embed-text-v2:0',
    'tokenPrices bedrock amazon.titan-embed-text-v2:0',
    'tokenPrices bedrock amazon.titan-embed-text-v2:0 in-region eu-central-1',
  ]);
});

test('the oldest row comes first, and a later day never has fewer stale rows but for versions that retired', () => {
  const lasting = (rows: ReturnType<typeof staleRows>) => rows.filter(({ row }) => !row.startsWith('lifecycles'));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 400 }), (days, more) => {
      const now = staleRows(shipped, later('2026-11-01', days));
      const ages = now.map(({ ageDays }) => ageDays);
      expect(ages).toEqual(ages.toSorted((a, b) => b - a));
      const then = staleRows(shipped, later('2026-11-01', days + more));
      expect(lasting(then).length).toBeGreaterThanOrEqual(lasting(now).length);
    }),
    { numRuns: 20 },
  );
});
