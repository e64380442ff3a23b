import type { EndpointNote } from '../../../../lib/review/plan-report/endpoint-note';
import { endpointNotes } from '../../../../lib/review/plan-report/endpoint-note';
import type { Rank, SizeOption } from '../../../../lib/review/plan-report/options';
import { plottedOptions } from '../../../../lib/review/plan-report/options';
import { frontierPlot } from '../../../../lib/review/plan-report/plot';
import { axes, frame } from '../../../../lib/review/plan-report/plot-axes';
import { tenth } from '../../../../lib/review/plan-report/scales';
import { environmentPlan } from '../../../helpers/plan';
import { price } from '../../../helpers/price';

const [onAws] = endpointNotes(environmentPlan({}, 'prod'));

function endpoint(timePerOutputTokenMs?: number): EndpointNote {
  if (onAws?.performance === undefined) throw new Error('the fixture has no endpoint on aws');
  const objective = timePerOutputTokenMs === undefined ? {} : { timePerOutputTokenMs };
  return { ...onAws, key: 'chat', performance: { ...onAws.performance, objective } };
}

let number = 0;
function option(kind: Rank['kind'], usdPerMonth: number, ms: number, errorPercent = 20): SizeOption {
  number += 1;
  return {
    number,
    name: `size ${kind}`,
    reason: `reason of ${kind}`,
    usdPerMonth,
    price: price(),
    figures: {
      timeToFirstTokenMs: 500,
      timePerOutputTokenMs: ms,
      tokensPerSecond: 100,
      errorPercent,
      firstTokenErrorPercent: 40,
    },
    rank: kind === 'dominated' ? { kind, by: 1 } : { kind },
  };
}

const drawn = (options: readonly SizeOption[], objective?: number): string =>
  frontierPlot('id', endpoint(objective), options).text.replaceAll(/\s+/g, ' ');

const classes = (text: string): readonly (string | undefined)[] =>
  [...text.matchAll(/<(?:circle|path) class="(chosen|frontier|dominated|impossible)" (?:cx|d="M[\d.]+ [\d.]+l)/g)].map(
    ([, name]) => name,
  );

beforeEach(() => {
  number = 0;
});

test('the title counts the sizes and the description names the ends of the frontier and what has no mark', () => {
  const bare: SizeOption = { number: 9, name: 'bare', reason: 'unmeasured', rank: { kind: 'unknown' } };
  const text = drawn([option('chosen', 1000, 50), option('frontier', 2000, 20), option('impossible', 500, 10), bare]);
  expect(text).toContain('of 3 sizes for endpoint chat on aws');
  expect(text).toContain(
    '2 sizes are on the frontier, from $1,000 a month and 50 ms to $2,000 a month and 20 ms. 1 size has no price or no ' +
      'figures and no mark. The table below lists all of them.',
  );
});

test('a frontier of one size is no line, and a plot without possible sizes has no ends', () => {
  const one = drawn([option('chosen', 1000, 50)]);
  expect(one).not.toContain('<path class="frontier"');
  expect(one).toContain(
    '1 size is on the frontier, from $1,000 a month and 50 ms to $1,000 a month and 50 ms. The table',
  );
  expect(drawn([option('impossible', 1000, 50)])).toContain('>0 sizes are on the frontier. The table');
});

test('the frontier goes in steps from the cheapest to the fastest of the possible sizes', () => {
  const options = [option('chosen', 1000, 50), option('frontier', 2000, 20), option('impossible', 100, 1)];
  const { x, y } = axes(plottedOptions(options), undefined);
  const at = (usd: number, ms: number): readonly [number, number] => [tenth(x.at(usd)), tenth(y.at(ms))];
  const [[left, top], [right, bottom]] = [at(1000, 50), at(2000, 20)];
  expect(drawn(options)).toContain(`<path class="frontier" d="M${left} ${top}H${right}V${bottom}" />`);
});

test('more important marks cover less important ones, and of equals the cheaper one', () => {
  const options = [
    option('chosen', 1000, 50),
    option('frontier', 2000, 20),
    option('dominated', 2100, 60),
    option('dominated', 2200, 61),
    option('impossible', 500, 10),
  ];
  expect(classes(drawn(options))).toEqual(['impossible', 'dominated', 'dominated', 'frontier', 'chosen']);
  const titles = [...drawn(options).matchAll(/<title> (\d)\. size dominated/g)].map(([, n]) => n);
  expect(titles).toEqual(['4', '3']);
});

test('marks differ in form and size, and say name, price, band and reason', () => {
  const text = drawn([option('chosen', 1000, 50), option('frontier', 2000, 20), option('dominated', 2500, 30)]);
  expect(text).toMatch(/<path class="chosen" d="M[\d.]+ [\d.]+l8 8l-8 8l-8-8z">/);
  expect(text).toMatch(/<circle class="frontier" cx="[\d.]+" cy="[\d.]+" r="5"/);
  expect(text).toMatch(/<circle class="dominated" cx="[\d.]+" cy="[\d.]+" r="4"/);
  expect(text).toContain('2. size frontier: $2,000 a month, 20 ms ± 20 % a token. reason of frontier');
});

test('a diamond has its centre on its point, and so has its error bar, which never ends below zero', () => {
  const options = [option('chosen', 1000, 50, 150)];
  const { x, y, highest } = axes(plottedOptions(options), undefined);
  const text = drawn(options);
  expect(text).toContain(`<path class="chosen" d="M${tenth(x.at(1000))} ${tenth(tenth(y.at(50)) - 8)}l`);
  expect(text).toContain(
    `<line class="error chosen" x1="${tenth(x.at(1000))}" x2="${tenth(x.at(1000))}" y1="${tenth(y.at(Math.min(highest, 125)))}" y2="${tenth(y.at(0))}"`,
  );
});

test('a size above the edge is a triangle at the edge without an error bar', () => {
  const options = [option('chosen', 1000, 50), option('impossible', 900, 5000)];
  const text = drawn(options);
  expect(text).toMatch(new RegExp(`<path class="impossible" d="M[\\d.]+ ${tenth(frame.top - 5)}l5 9h-10z">`));
  expect(text).not.toContain('class="error impossible"');
  expect(text).toContain('class="error chosen"');
});

test('the objective is a labelled line over the whole width', () => {
  const options = [option('chosen', 1000, 50)];
  const { y } = axes(plottedOptions(options), 80);
  const at = tenth(y.at(80));
  const right = frame.width - frame.right;
  const text = drawn(options, 80);
  expect(text).toContain(`<line class="objective" x1="${frame.left}" x2="${right}" y1="${at}" y2="${at}" />`);
  expect(text).toContain(
    `class="objective-label" x="${right - 4}" y="${tenth(at - 5)}" text-anchor="end" >objective 80 ms</text`,
  );
  expect(drawn(options)).not.toContain('objective');
});
