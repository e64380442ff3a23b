import type { ScalingBounds } from '../../../../lib/plan/endpoint/fleet';
import { fleetOverWeek, fleetUsdPerMonth } from '../../../../lib/plan/endpoint/fleet';
import { hoursOfWeek } from '../../../../lib/plan/endpoint/week';
import { offer } from '../../../helpers/catalog';

const schedule = { days: 'weekdays', fromHour: 8, toHour: 18 } as const;
const half = Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 18 ? 1 : 0.2));
const flat = { peakConcurrency: 40, inputTokens: 1000, outputTokens: 100 };
const traffic = {
  ...flat,
  week: { weekday: half, weekend: half.map((load) => (load === 1 ? 0.5 : 0)) },
};

/** 50 hours at 1, 70 at 0.2, 20 at 0.5 and 28 at 0, of 168; busy hours are the 50. */
const rows: readonly (readonly [string, ScalingBounds, { least: number; most: number; instanceHours: number }])[] = [
  ['a fixed fleet', { minimum: 4, idleMinimum: 4, maximum: 4 }, { least: 4, most: 4, instanceHours: 4 * 168 }],
  [
    'a minimum that holds the peak',
    { minimum: 4, idleMinimum: 4, maximum: 8, targetConcurrency: 10 },
    { least: 4, most: 4, instanceHours: 4 * 168 },
  ],
  [
    'a minimum that is lowered at other hours',
    { minimum: 4, idleMinimum: 1, maximum: 8, targetConcurrency: 10 },
    { least: 1, most: 4, instanceHours: 50 * 4 + 70 * 1 + 20 * 2 + 28 * 1 },
  ],
  [
    'a maximum below what the load asks for',
    { minimum: 1, idleMinimum: 1, maximum: 3, targetConcurrency: 10 },
    { least: 1, most: 3, instanceHours: 50 * 3 + 70 * 1 + 20 * 2 + 28 * 1 },
  ],
  [
    'nothing in hours without traffic',
    { minimum: 1, idleMinimum: 1, maximum: 8, targetConcurrency: 10, toZero: true },
    { least: 0, most: 4, instanceHours: 50 * 4 + 70 * 1 + 20 * 2 },
  ],
];

test.each(rows)('runs %s', (_title, bounds, expected) => {
  const fleet = fleetOverWeek(hoursOfWeek(traffic, schedule), traffic.peakConcurrency, bounds);
  expect([fleet.least, fleet.most]).toEqual([expected.least, expected.most]);
  expect(fleet.mean).toBeCloseTo(expected.instanceHours / 168, 10);
  expect(fleetUsdPerMonth(fleet, offer({ usdPerHour: 10 }))).toBeCloseTo((expected.instanceHours * 7300) / 168, 6);
});

test('does not round a load up that is a whole number of instances', () => {
  const traffic10 = { ...traffic, week: { weekday: half.map(() => 0.7), weekend: half.map(() => 0.7) } };
  const bounds = { minimum: 1, idleMinimum: 1, maximum: 9, targetConcurrency: 1 };
  expect(fleetOverWeek(hoursOfWeek(traffic10), 10, bounds).most).toBe(7);
});

test('takes reserved instances first, at their price', () => {
  const fleet = fleetOverWeek(hoursOfWeek(flat), 40, {
    minimum: 3,
    idleMinimum: 3,
    maximum: 3,
  });
  const reserved = { count: 2, usdPerHour: 4, source: 'fixture', asOf: '2026-01-01' };
  expect(fleetUsdPerMonth(fleet, { ...offer({ usdPerHour: 10 }), reserved })).toBeCloseTo((2 * 4 + 10) * 730, 6);
  expect(fleetUsdPerMonth(fleet, { ...offer({ usdPerHour: 10 }), reserved: { ...reserved, count: 5 } })).toBeCloseTo(
    3 * 4 * 730,
    6,
  );
});

test('has no price where the offer has none', () => {
  const { usdPerHour, ...unpriced } = offer();
  const fleet = fleetOverWeek(hoursOfWeek(traffic), 40, { minimum: 1, idleMinimum: 1, maximum: 1 });
  expect(usdPerHour).toBe(10);
  expect(fleetUsdPerMonth(fleet, unpriced)).toBeUndefined();
});
