import type { PriceSummary } from '../../../../lib/plan';
import type { MonthlyTotal } from '../../../../lib/review/plan-report/plan-note';
import {
  allPrices,
  markLegend,
  notIncluded,
  priceWarning,
  totalWords,
} from '../../../../lib/review/plan-report/price-words';

const total = (given: Partial<MonthlyTotal>): MonthlyTotal => ({
  basis: 'published',
  stale: false,
  usdPerMonth: 1000,
  knownUsdPerMonth: 1000,
  otherCosts: [],
  unknown: { 'by use': [], 'not priced': [] },
  ...given,
});

const summary = (given: Partial<PriceSummary>): PriceSummary => ({
  today: '2026-12-01',
  amounts: 20,
  estimated: 0,
  stale: 0,
  renew: { catalogue: 0, endpoints: 0, tokens: 0, config: 0 },
  staleSources: [],
  ...given,
});

test.each([
  ['all of it is known', total({}), 'known costs'],
  ['none of it, for its estimates', total({ basis: 'estimated', knownUsdPerMonth: 0 }), 'estimated costs'],
  ['none of it, for its age', total({ stale: true, knownUsdPerMonth: 0 }), 'costs at stale prices'],
  [
    'a part, beside estimates',
    total({ basis: 'estimated', knownUsdPerMonth: 400 }),
    '$400 known costs, ~$600 estimated',
  ],
  [
    'a part, beside stale prices',
    total({ stale: true, knownUsdPerMonth: 400 }),
    '$400 known costs, $600* at stale prices',
  ],
  ['all, with an estimate of zero', total({ basis: 'estimated' }), '$1,000 known costs, ~$0 estimated'],
])('the words of a sum of which is known: %s', (_case, given, expected) => {
  expect(totalWords(given)).toBe(expected);
});

test('what a sum does not include has a line for each reason, and none without things', () => {
  expect(notIncluded(total({}))).toEqual([]);
  expect(notIncluded(total({ unknown: { 'by use': ['a', 'b'], 'not priced': [] }, otherCosts: ['c', 'd'] }))).toEqual([
    'by use: a, b',
    'of endpoints: c; d',
  ]);
});

test('the legend explains the marks that are used, and no others', () => {
  expect(markLegend(summary({}))).toEqual([]);
  expect(markLegend(summary({ estimated: 1200 }))).toEqual([expect.stringMatching(/^~ estimated \(1,200\)/)]);
  expect(markLegend(summary({ stale: 3 }))).toEqual([expect.stringMatching(/^\* stale \(3\)/)]);
});

test('a warning counts the amounts that are marked and says what renews each kind', () => {
  const renew = { catalogue: 1, endpoints: 2, tokens: 3, config: 4 };
  const lines = priceWarning(summary({ oldest: '2026-01-02', renew }));
  expect(lines).toEqual([
    '10 of 20 amounts marked, oldest price 2026-01-02: llmops catalog refresh --out llmops.prices.json',
    expect.stringMatching(/^private endpoints: /),
    expect.stringMatching(/^prices per token: /),
    expect.stringMatching(/^prices and reservations of the config: /),
  ]);
});

test('a warning names no command where none renews the prices, and there is none without an old price', () => {
  const renew = { catalogue: 0, endpoints: 0, tokens: 0, config: 0 };
  expect(priceWarning(summary({ oldest: '2026-01-02', renew, amounts: 1 }))).toEqual([
    '0 of 1 amount marked, oldest price 2026-01-02',
  ]);
  expect(priceWarning(summary({ renew: { ...renew, catalogue: 5 } }))).toEqual([]);
});

test('several summaries are added up, with the oldest of all prices', () => {
  expect(allPrices([])).toBeUndefined();
  const source = { source: 'a list', asOf: '2026-01-02' };
  const one = summary({
    oldest: '2026-03-01',
    estimated: 1,
    stale: 2,
    renew: { catalogue: 1, endpoints: 2, tokens: 3, config: 4 },
  });
  const other = summary({
    oldest: '2026-01-02',
    estimated: 10,
    stale: 20,
    renew: { catalogue: 10, endpoints: 20, tokens: 30, config: 40 },
    staleSources: [source],
  });
  expect(allPrices([one, other])).toEqual({
    today: '2026-12-01',
    amounts: 40,
    estimated: 11,
    stale: 22,
    renew: { catalogue: 11, endpoints: 22, tokens: 33, config: 44 },
    oldest: '2026-01-02',
    staleSources: [source],
  });
  expect(allPrices([summary({}), summary({})])).not.toHaveProperty('oldest');
});
