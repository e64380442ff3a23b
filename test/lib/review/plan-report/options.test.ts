import type { Alternative, Figures } from '../../../../lib/plan';
import type { EndpointNote } from '../../../../lib/review/plan-report/endpoint-note';
import { endpointNotes } from '../../../../lib/review/plan-report/endpoint-note';
import { plottedOptions, sizeOptions } from '../../../../lib/review/plan-report/options';
import { environmentPlan } from '../../../helpers/plan';
import { price } from '../../../helpers/price';

const [onAws] = endpointNotes(environmentPlan({}, 'prod'));

const figures = (timePerOutputTokenMs: number): Figures => ({
  timeToFirstTokenMs: 500,
  timePerOutputTokenMs,
  tokensPerSecond: 100,
  errorPercent: 20,
  firstTokenErrorPercent: 40,
});

/** The endpoint of the fixture, whose chosen size costs 1,000 dollars at 50 ms a token, with other sizes. */
function endpoint(sizes: readonly Alternative[]): EndpointNote {
  if (onAws?.performance === undefined) throw new Error('the fixture has no endpoint on aws');
  const { instanceType, performance } = onAws;
  return {
    ...onAws,
    instanceType: { ...instanceType, value: 'ml.chosen' },
    performance: {
      ...performance,
      copies: 2,
      tensorParallel: 4,
      usdPerMonth: 1000,
      price: price(),
      figures: figures(50),
    },
    sizes,
  };
}

const size = (value: string, usdPerMonth: number | undefined, ms?: number, possible?: boolean): Alternative => ({
  value,
  reason: `reason of ${value}`,
  ...(usdPerMonth === undefined ? {} : { usdPerMonth, price: price() }),
  ...(ms === undefined ? {} : { figures: figures(ms) }),
  ...(possible === undefined ? {} : { possible }),
});

const ranks = (sizes: readonly Alternative[]): readonly (readonly [number, string, string])[] =>
  sizeOptions(endpoint(sizes)).map(({ number, name, rank }) => [
    number,
    name,
    rank.kind === 'dominated' ? `dominated by ${rank.by}` : rank.kind,
  ]);

const chosen = '2 x ml.chosen, tensor parallel 4';

test('sizes are numbered by cost, those without a price last, and each has its rank', () => {
  const sizes = [
    size('unpriced', undefined, 10),
    size('faster', 2000, 20),
    size('slower and dearer', 1500, 60),
    size('forbidden', 100, 5, false),
    size('unmeasured', 1200),
    size('as slow as the faster, dearer', 2500, 20),
  ];
  expect(ranks(sizes)).toEqual([
    [1, 'forbidden', 'impossible'],
    [2, chosen, 'chosen'],
    [3, 'unmeasured', 'unknown'],
    [4, 'slower and dearer', 'dominated by 2'],
    [5, 'faster', 'frontier'],
    [6, 'as slow as the faster, dearer', 'dominated by 5'],
    [7, 'unpriced', 'unknown'],
  ]);
});

test('a size that a limit forbids dominates none', () => {
  expect(ranks([size('forbidden', 100, 5, false), size('possible', 900, 60)]).map(([, , rank]) => rank)).toEqual([
    'impossible',
    'frontier',
    'chosen',
  ]);
});

test('the chosen size has the grams of the plan, and stays chosen where another one dominates it', () => {
  const note = endpoint([size('better', 900, 40)]);
  const grams = { value: 0.25, because: [], rejected: [] };
  const [better, own] = sizeOptions({
    ...note,
    energy: { peakWatts: grams, kwhPerMonth: grams, ...note.energy, gramsCo2ePer1kTokens: grams },
  });
  expect(better?.rank).toEqual({ kind: 'frontier' });
  expect(own).toMatchObject({ rank: { kind: 'chosen' }, reason: 'chosen', usdPerMonth: 1000, price: price() });
  expect(own?.figures).toEqual({ ...figures(50), gramsCo2ePer1kTokens: 0.25 });
});

test('without a prediction the chosen size is its instance type alone, and is not plotted', () => {
  const { performance, ...bare } = endpoint([size('priced', 900, 40), size('unmeasured', 1200)]);
  expect(performance).toBeDefined();
  const options = sizeOptions(bare);
  expect(options.map(({ name, rank }) => [name, rank.kind])).toEqual([
    ['priced', 'frontier'],
    ['unmeasured', 'unknown'],
    ['ml.chosen', 'chosen'],
  ]);
  expect(
    plottedOptions(options).map(({ name, number, usdPerMonth, msPerToken }) => [name, number, usdPerMonth, msPerToken]),
  ).toEqual([['priced', 1, 900, 40]]);
});
