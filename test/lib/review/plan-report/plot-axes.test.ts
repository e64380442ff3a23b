import type { PlottedOption } from '../../../../lib/review/plan-report/options';
import { axes, frame } from '../../../../lib/review/plan-report/plot-axes';
import { linearScale } from '../../../../lib/review/plan-report/scales';
import { price } from '../../../helpers/price';

function option(usdPerMonth: number, msPerToken: number, kind: 'frontier' | 'impossible' = 'frontier'): PlottedOption {
  return {
    usdPerMonth,
    msPerToken,
    number: 1,
    name: 'a size',
    reason: 'a reason',
    price: price(),
    figures: {
      timeToFirstTokenMs: 500,
      timePerOutputTokenMs: msPerToken,
      tokensPerSecond: 100,
      errorPercent: 20,
      firstTokenErrorPercent: 40,
    },
    rank: { kind },
  };
}

/** The first tick at or above a value. */
const edgeOver = (value: number): number => linearScale(value, [0, 1]).domain[1];

const labels = (text: string): readonly string[] =>
  [...text.matchAll(/<text[^>]*>([^<]*)<\/text/gs)].map(([, label = '']) => label.trim());

test('the upper edge has room above the error bar of the slowest possible size', () => {
  expect(axes([option(100, 50)], undefined).highest).toBe(edgeOver(50 * 1.2 * 1.02));
});

test('the upper edge has room above the objective, where that is higher', () => {
  expect(axes([option(100, 50)], 90).highest).toBe(edgeOver(90 * 1.02));
});

test.each([
  [80, 80],
  [90, 90],
  [91, 60],
])('an impossible size of %d ms sets the edge up to half above the others: %d', (slow, edge) => {
  expect(axes([option(100, 50), option(200, slow, 'impossible')], undefined).highest).toBe(edgeOver(edge * 1.02));
});

test('costs go from left to right and times from bottom to top, within the frame', () => {
  const { x, y, highest } = axes([option(100, 50), option(300, 20)], undefined);
  expect(x.at(300)).toBeGreaterThan(x.at(100));
  expect(x.at(100)).toBeGreaterThanOrEqual(frame.left);
  expect(x.at(300)).toBeLessThanOrEqual(frame.width - frame.right);
  expect(y.at(0)).toBe(frame.height - frame.bottom);
  expect(y.at(highest)).toBe(frame.top);
});

test('amounts are written in dollars, thousands and millions, and a wide range says that it is logarithmic', () => {
  const few = labels(axes([option(1000, 50), option(2000, 50)], undefined).drawing.text);
  expect(few).toContain('$1,000');
  expect(few).toContain('US dollars a month for the whole peak');
  expect(few).toContain('ms per output token');
  const many = labels(axes([option(100, 50), option(2_000_000, 50)], undefined).drawing.text);
  expect(many).toContain('$100');
  expect(many).toContain('$10k');
  expect(many).toContain('$1M');
  expect(many).toContain('US dollars a month for the whole peak, logarithmic');
});
