import { fleetOf, instanceCounts, usdPerMonth } from '../../../../lib/plan/endpoint/cost';
import type { ScalingBounds } from '../../../../lib/plan/endpoint/fleet';
import type { Tier } from '../../../../lib/platform';
import { offer } from '../../../helpers/catalog';
import { endpoint } from '../../../helpers/platform';
import { sizedEndpoint } from '../../../helpers/sized-endpoint';

const half = endpoint({ traffic: { peakConcurrency: 28, inputTokens: 1000, outputTokens: 200, hoursPerDay: 12 } });
const fixed: ScalingBounds = { minimum: 4, idleMinimum: 4, maximum: 4 };
const scaling: ScalingBounds = { minimum: 3, idleMinimum: 3, maximum: 8, targetConcurrency: 7 };
const toZero: ScalingBounds = { minimum: 1, idleMinimum: 1, maximum: 4, toZero: true };

test.each<readonly [Tier, ScalingBounds, object, number, string]>([
  ['production', fixed, { least: 4, most: 4, mean: 4 }, 29_200, 'cost.fixed'],
  // Four at 28 requests in flight for half of the hours, three at the others.
  ['production', scaling, { least: 3, most: 4, mean: 3.5 }, 25_550, 'cost.scaling'],
  ['staging', toZero, { least: 0, most: 1, mean: 0.5 }, 3650, 'cost.to-zero'],
])('in %s bounds of %j run %j instances for %d dollars', (tier, bounds, counts, usd, rule) => {
  const planned = fleetOf(half, offer(), bounds);
  const decision = instanceCounts(half, tier, planned);
  expect([decision.value, decision.because[0]?.rule, planned.usdPerMonth]).toEqual([counts, rule, usd]);
});

test('an amount says how it is computed', () => {
  const sized = sizedEndpoint();
  const texts = [fixed, scaling, toZero].map(
    (bounds) => usdPerMonth(half, 'production', sized, fleetOf(half, sized.offer, bounds)).because[0]?.text,
  );
  expect(texts).toEqual([
    '4 x ml.p5.4xlarge at 10.00 USD an hour, 730 hours a month; a published price; storage and traffic not included',
    '3 to 4, 3.50 on average, x ml.p5.4xlarge at 10.00 USD an hour, 730 hours a month; a published price; storage and traffic not included',
    '1 x ml.p5.4xlarge at 10.00 USD an hour, 84 of 168 hours a week, 730 hours a month; a published price; storage and traffic not included',
  ]);
});

test('reserved instances are used first, as many as run', () => {
  const reserved = { count: 9, usdPerHour: 2, source: 'contract', asOf: '2026-01-01' };
  const sized = sizedEndpoint({ offer: { reserved } });
  const { value, because } = usdPerMonth(half, 'production', sized, fleetOf(half, sized.offer, fixed));
  expect(value).toBe(4 * 2 * 730);
  expect(because[0]?.text).toContain('; 4 of them reserved at 2.00 USD an hour;');
});

test.each([
  // Two at quiet hours instead of three save 14 percent; below the minimum of the tier nothing is saved.
  [{ ...scaling, minimum: 3, idleMinimum: 3 }, ['a minimum of 2 at quiet hours']],
  [{ ...scaling, minimum: 2, idleMinimum: 2 }, []],
  [fixed, []],
])('bounds of %j could be lowered to %j', (bounds, values) => {
  const sized = sizedEndpoint();
  const { rejected } = usdPerMonth(half, 'production', sized, fleetOf(half, sized.offer, bounds));
  expect(rejected.map(({ value }) => value)).toEqual(values);
});

test('a lower minimum is worth nothing at the peak at every hour', () => {
  const sized = sizedEndpoint();
  const { rejected } = usdPerMonth(
    endpoint(),
    'production',
    sized,
    fleetOf(endpoint(), sized.offer, {
      ...scaling,
      targetConcurrency: 1,
    }),
  );
  expect(rejected).toEqual([]);
});
