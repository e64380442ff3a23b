import { catalog as shipped, lastFreshDay, staleRows } from '../../../lib/catalog';
import { datePlan } from '../../../lib/plan';
import { instancePrice, tokenPrice } from '../../../lib/plan/price-basis';
import { catalog, offer } from '../../helpers/catalog';
import { datedPlan, environmentPlan } from '../../helpers/plan';

test.each([
  ['published', 'published'],
  ['negotiated', 'negotiated'],
  ['estimated', 'estimated'],
  ['approximate', 'estimated'],
] as const)('the basis of a price that is %s is %s', (priceStatus, basis) => {
  expect(instancePrice(offer({ priceStatus }), 2)).toEqual({
    basis,
    per: 'hour',
    source: 'fixture',
    asOf: '2026-01-01',
    freshUntil: '2026-06-30',
  });
});

const reserved = { count: 2, usdPerHour: 5, source: 'contract', asOf: '2025-06-01', endsAt: '2026-03-31' };

test('instances within a reservation are at its price until it ends', () => {
  expect(instancePrice(offer({ priceStatus: 'estimated', reserved }), 2)).toEqual({
    basis: 'negotiated',
    per: 'hour',
    source: 'contract',
    asOf: '2025-06-01',
    freshUntil: '2026-03-31',
  });
  const { count, usdPerHour, source, asOf } = reserved;
  expect(instancePrice(offer({ reserved: { count, usdPerHour, source, asOf } }), 1)).not.toHaveProperty('freshUntil');
});

test.each(['estimated', 'published'] as const)(
  'instances beyond a reservation make the amount as weak as the %s price of the others',
  (priceStatus) => {
    expect(instancePrice(offer({ priceStatus, reserved }), 3)).toEqual({
      basis: priceStatus === 'estimated' ? 'estimated' : 'negotiated',
      per: 'hour',
      source: 'contract; fixture',
      asOf: '2025-06-01',
      freshUntil: '2026-03-31',
    });
  },
);

test('a price per token is estimated unless the config has it or its row is sure', () => {
  const row = { usdPerMillionInputTokens: 1, usdPerMillionOutputTokens: 2, source: 'list', asOf: '2026-01-01' };
  const basisOf = (confidence: 'high' | 'medium', written: boolean) =>
    tokenPrice({ ...row, confidence }, written).basis;
  expect([basisOf('medium', false), basisOf('high', false), basisOf('medium', true)]).toEqual([
    'estimated',
    'published',
    'negotiated',
  ]);
  expect(tokenPrice(row, false)).toMatchObject({ per: 'token', freshUntil: '2026-06-30' });
});

test('a price is stale on the same days in a plan as in the catalogue', () => {
  const rows = shipped.instances.filter((row, i) => row.usdPerHour !== undefined && i % 97 === 0);
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const last = lastFreshDay('instances', row.asOf);
    const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
    const staleIn = (today: string): number =>
      staleRows({ ...catalog, ...nothingElse, instances: [row] }, today).length;
    expect([row.instanceType, staleIn(last), staleIn(next)]).toEqual([row.instanceType, 0, 1]);
    expect(instancePrice(row, 1).freshUntil).toBe(last);
  }
});

const nothingElse = { accelerators: [], models: [], managedModels: [], regions: [], engines: [], carbon: [] };

test('a plan knows no day, and dating it changes nothing but its prices', () => {
  const plan = environmentPlan();
  expect(JSON.stringify(plan)).not.toContain('"stale"');
  const { prices, ...dated } = datedPlan();
  const withoutDay: unknown = JSON.parse(JSON.stringify(dated), (key, value: unknown) =>
    key === 'stale' ? undefined : value,
  );
  expect(withoutDay).toEqual(JSON.parse(JSON.stringify(plan)));
  expect(prices.today).toBe('2026-06-30');
  // Arguments are compared by identity where one is like another.
  expect(datePlan(plan, '2027-01-01').aws?.deployment.endpoints.chat?.usdPerMonth.because).toBe(
    plan.aws?.deployment.endpoints.chat?.usdPerMonth.because,
  );
});

test('the summary counts the amounts that are estimated or stale by what renews them', () => {
  const fresh = datedPlan({}, 'dev', '2026-06-30').prices;
  const later = datedPlan({}, 'dev', '2026-07-01').prices;
  expect(fresh.amounts).toBeGreaterThan(fresh.estimated);
  expect(fresh).toMatchObject({ stale: 0, oldest: '2026-01-01', staleSources: [] });
  // One price of private endpoints, whose row is shipped and newer than the fixture.
  const notShipped = fresh.amounts - 1;
  expect(fresh.renew).toEqual({ catalogue: fresh.estimated - 1, endpoints: 1, tokens: 0, config: 0 });
  expect(later).toEqual({
    today: '2026-07-01',
    amounts: fresh.amounts,
    estimated: fresh.estimated,
    stale: notShipped,
    renew: { catalogue: notShipped, endpoints: 1, tokens: 0, config: 0 },
    oldest: '2026-01-01',
    staleSources: [{ source: 'fixture', asOf: '2026-01-01' }],
  });
});

/** Every object below a value. */
function objectsIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

test('no amount a month is without its price', () => {
  const amounts = objectsIn(JSON.parse(JSON.stringify([datedPlan(), datedPlan({}, 'prod')]))).filter(
    (value) => 'usdPerMonth' in value && typeof value.usdPerMonth === 'number',
  );
  expect(amounts.length).toBeGreaterThan(10);
  const price: unknown = expect.objectContaining({
    basis: expect.stringMatching(/^(published|negotiated|estimated)$/) as unknown,
    asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as unknown,
    stale: false,
  });
  expect(amounts).toEqual(amounts.map((amount) => ({ ...amount, price })));
});
