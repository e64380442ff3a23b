import fc from 'fast-check';
import { linearScale, logScale, scaleFor } from '../../../../lib/review/plan-report/scales';

/** Dollars of a month: none where instances were paid at once. */
const amount = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1e7, noNaN: true }));

test('every value lies within the range of its scale, in the order of the values', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), (values) => {
      const scale = scaleFor(values, [50, 750]);
      const places = values.toSorted((a, b) => a - b).map(scale.at);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(50 - 1e-6);
        expect(place).toBeLessThanOrEqual(750 + 1e-6);
      }
    }),
  );
});

test('an axis has between two and a dozen ticks, all within it', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), (values) => {
      const { ticks, domain } = scaleFor(values, [0, 100]);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(13);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(domain[0]);
        expect(tick).toBeLessThanOrEqual(domain[1]);
      }
    }),
  );
});

test.each([
  [[10, 100], 'linear'],
  [[10, 101], 'log'],
  [[5], 'linear'],
  [[0, 10, 1000], 'linear'],
  [[], 'linear'],
])('the values %j get a %s scale', (values, kind) => {
  expect(scaleFor(values, [0, 1]).kind).toBe(kind);
});

test('a linear scale starts at zero and ends on a tick at or above the largest value', () => {
  expect(linearScale(83, [0, 100]).ticks).toEqual([0, 20, 40, 60, 80, 100]);
  expect(linearScale(0.3, [0, 100]).ticks).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]);
});

test('a range may run backwards, as heights on a screen do', () => {
  const { at } = linearScale(100, [400, 0]);
  expect(at(0)).toBe(400);
  expect(at(100)).toBe(0);
});

test('a logarithmic scale gives equal ratios equal room', () => {
  const { at, ticks } = logScale([1, 1000], [0, 300]);
  expect([at(1), at(10), at(100), at(1000)].map((place) => Math.round(place))).toEqual([0, 100, 200, 300]);
  expect(ticks).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
});
