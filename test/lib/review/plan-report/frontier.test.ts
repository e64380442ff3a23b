import fc from 'fast-check';
import { dominates, dominatorOf, frontierOf } from '../../../../lib/review/plan-report/frontier';

// Few distinct values, so that equal prices and equal times come up.
const option = fc.record({ usdPerMonth: fc.integer({ min: 1, max: 12 }), msPerToken: fc.integer({ min: 1, max: 12 }) });
const options = fc.array(option, { maxLength: 30 });

test('no option on the frontier is dominated by any option', () => {
  fc.assert(
    fc.property(options, (all) => {
      for (const kept of frontierOf(all)) expect(all.filter((other) => dominates(other, kept))).toEqual([]);
    }),
  );
});

test('every option that is not on the frontier has a dominator on it, and none on it has one', () => {
  fc.assert(
    fc.property(options, (all) => {
      const frontier = frontierOf(all);
      for (const candidate of all) {
        expect(dominatorOf(candidate, frontier) === undefined).toBe(frontier.includes(candidate));
      }
    }),
  );
});

test('a frontier climbs in price and falls in time, whatever the order of the options', () => {
  fc.assert(
    fc.property(options, (all) => {
      const frontier = frontierOf(all);
      for (const [i, later] of frontier.slice(1).entries()) {
        const earlier = frontier[i];
        expect(later.usdPerMonth).toBeGreaterThanOrEqual(earlier?.usdPerMonth ?? NaN);
        expect(later.msPerToken).toBeLessThanOrEqual(earlier?.msPerToken ?? NaN);
      }
      expect(frontierOf(all.toReversed())).toEqual(frontier);
    }),
  );
});

test.each([
  [{ usdPerMonth: 1, msPerToken: 1 }, { usdPerMonth: 1, msPerToken: 1 }, false],
  [{ usdPerMonth: 1, msPerToken: 1 }, { usdPerMonth: 1, msPerToken: 2 }, true],
  [{ usdPerMonth: 1, msPerToken: 2 }, { usdPerMonth: 2, msPerToken: 1 }, false],
  [{ usdPerMonth: 2, msPerToken: 2 }, { usdPerMonth: 1, msPerToken: 1 }, false],
])('%j dominates %j: %s', (one, other, expected) => {
  expect(dominates(one, other)).toBe(expected);
});
