import fc from 'fast-check';
import { frontierOf } from '../../../../lib/review/plan-report/frontier';
import { axes } from '../../../../lib/review/plan-report/plot-axes';
import { placeLabels } from '../../../../lib/review/plan-report/plot-labels';
import { price } from '../../../helpers/price';

const place = fc.record({
  usdPerMonth: fc.integer({ min: 1, max: 400 }),
  msPerToken: fc.integer({ min: 1, max: 100 }),
});
const places = fc.array(place, { minLength: 1, maxLength: 40 });

function options(all: readonly { usdPerMonth: number; msPerToken: number }[]) {
  return all.map((at, i) => ({
    ...at,
    number: i + 1,
    name: `size ${i + 1}`,
    reason: 'a reason',
    price: price(),
    figures: {
      timeToFirstTokenMs: 500,
      timePerOutputTokenMs: at.msPerToken,
      tokensPerSecond: 100,
      errorPercent: 20,
      firstTokenErrorPercent: 40,
    },
    rank: { kind: 'frontier' as const },
  }));
}

/** Text and lower left corner of every label. */
function labels(all: ReturnType<typeof options>, frontier = frontierOf(all)) {
  const { text } = placeLabels(all, frontier, axes(all, undefined));
  return [...text.matchAll(/x="([\d.-]+)" y="([\d.-]+)">\s*(\d+)\s*</g)].map(([, x, y, number = '']) => ({
    number,
    x: Number(x),
    y: Number(y),
  }));
}

test('no number covers another, however the sizes crowd', () => {
  fc.assert(
    fc.property(places, (all) => {
      const found = labels(options(all));
      for (const [i, one] of found.entries()) {
        for (const other of found.slice(i + 1)) {
          const width = 6.6 * (one.x < other.x ? one : other).number.length;
          const apart = Math.abs(one.x - other.x) >= width - 0.2 || Math.abs(one.y - other.y) >= 11.8;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test('a size that stands alone has its number, and no size has two', () => {
  fc.assert(
    fc.property(place, places, (one, all) => {
      expect(labels(options([one]))).toHaveLength(1);
      const numbers = labels(options(all)).map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
    }),
  );
});

test('a number leaves the steps of the frontier free where it can', () => {
  const two = options([
    { usdPerMonth: 100, msPerToken: 50 },
    { usdPerMonth: 300, msPerToken: 20 },
  ]);
  const [right] = labels(two, []);
  const [left] = labels(two);
  // The step leaves the first size to the right, so its number goes to the left.
  expect(left?.x).toBeLessThan(right?.x ?? NaN);
});
