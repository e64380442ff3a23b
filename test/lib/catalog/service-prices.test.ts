import { serviceHourPrices, serviceUsePrices } from '../../../lib/catalog/rows/service-prices';

const rows = [...serviceHourPrices, ...serviceUsePrices];

test('every price says where it was read and on which day', () => {
  expect(rows.filter((row) => row.source === '' || !/^\d{4}-\d{2}-\d{2}$/.test(row.asOf))).toEqual([]);
});

test('no price is zero', () => {
  expect(
    [...serviceHourPrices.map((row) => row.usdPerHour), ...serviceUsePrices.map((row) => row.usd)].every(
      (usd) => usd > 0,
    ),
  ).toBe(true);
});

test('a price by the hour is there once', () => {
  const keys = serviceHourPrices.map((row) => `${row.service} ${row.item} ${row.region}`);
  expect(keys).toHaveLength(new Set(keys).size);
});
