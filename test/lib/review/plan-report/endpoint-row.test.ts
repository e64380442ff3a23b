import type { Alternative, Decision } from '../../../../lib/plan';
import type { EndpointNote } from '../../../../lib/review/plan-report/endpoint-note';
import { endpointNotes } from '../../../../lib/review/plan-report/endpoint-note';
import { againstObjective, endpointRow } from '../../../../lib/review/plan-report/endpoint-row';
import { environmentPlan } from '../../../helpers/plan';
import { price } from '../../../helpers/price';

const [onAws] = endpointNotes(environmentPlan({}, 'prod'));

/** The endpoint of the fixture on AWS with some of it replaced. */
function endpoint(overrides: Partial<EndpointNote>): EndpointNote {
  if (onAws?.performance === undefined) throw new Error('the fixture has no endpoint on aws');
  return { ...onAws, performance: { ...onAws.performance, usdPerMonth: 1000 }, ...overrides };
}

function lines(overrides: Partial<EndpointNote>): readonly string[] {
  return endpointRow(endpoint(overrides)).lines.map(({ text }) => text);
}

function decided<T>(value: T): Decision<T> {
  return { value, because: [], rejected: [] };
}

test.each([
  [60, 20, undefined, undefined, 'no objective'],
  [60, 20, 80, 'good', 'within 80 ms (whole band)'],
  [70, 20, 80, 'warn', 'within 80 ms (band ends at 84 ms)'],
  [81, 20, 80, 'bad', 'misses 80 ms'],
])('%i ms ± %i %% against %s ms reads %s', (ms, percent, objective, tone, text) => {
  const line = againstObjective('per token', ms, percent, objective);
  expect(line.tone).toBe(tone);
  expect(line.text).toContain(text);
});

const size = (
  value: string,
  usdPerMonth: number | undefined,
  more: { readonly reason?: string; readonly possible?: boolean } = {},
): Alternative => ({
  value,
  reason: 'a reason',
  ...(usdPerMonth === undefined ? {} : { usdPerMonth, price: price() }),
  ...more,
});

test.each([
  ['what is cheaper before what is dearer', [size('dearer', 1100), size('cheaper', 900)], 'cheaper, $900'],
  ['the nearest of the dearer', [size('far', 5000), size('near', 1100)], 'near, $1,100'],
  ['nothing at the same price', [size('fp8', 1000), size('dearer', 1200)], 'dearer, $1,200'],
  ['nothing that a limit forbids', [size('no', 900, { possible: false }), size('yes', 1200)], 'yes, $1,200'],
  [
    'of equals the shortest reason',
    [size('strings', 1200, { reason: 'a reason, and more' }), size('none', 1200)],
    'none, $1,200',
  ],
])('the next size is %s', (_what, sizes, expected) => {
  expect(lines({ sizes }).at(-1)).toContain(`next: ${expected}: a reason`);
});

test('without a possible size at another price, no next one is named', () => {
  expect(lines({ sizes: [size('unpriced', undefined), size('same', 1000)] }).at(-1)).toBe(
    '2 sizes compared for the peak, none possible at another price',
  );
});

test('a standby says what it carries at once and when it carries all', () => {
  const failover = {
    role: decided('standby' as const),
    peakShareAtOnce: decided(0.5),
    secondsUntilFull: decided(1234.4),
  };
  expect(lines({ failover })).toContain('standby: serves 50 % of the peak at once, the whole peak after 1,234 s');
  expect(lines({ failover: { role: decided('primary' as const) } })).toContain(
    'primary; the other cloud is the standby',
  );
});

test('a schedule says from when which minimum holds', () => {
  const schedule = [{ schedule: 'cron(0 7 ? * MON-FRI *)', timeZone: 'Europe/Berlin', minInstances: 4 }];
  expect(lines({ schedule })).toContain('at least 4 from cron(0 7 ? * MON-FRI *) Europe/Berlin');
});

test.each([
  ['dedicated', 3, 3000, 'gpt per token: more expensive at this load, $3/Mtok, $3,000 a month'],
  ['per-token', 3, 3000, 'gpt per token: cheaper at this load, $3/Mtok, $3,000 a month'],
  ['unknown', undefined, undefined, 'gpt per token: no price is known'],
] as const)('a model paid by the token is compared: %s', (cheaper, perMillion, month, expected) => {
  const value = {
    model: 'gpt',
    cheaper,
    tokensPerMonth: 1,
    dedicatedUsdPerMillionTokens: 2,
    dedicatedPrice: price(),
    perTokenPrice: price({ per: 'token' }),
    ...(perMillion === undefined ? {} : { perTokenUsdPerMillionTokens: perMillion }),
    ...(month === undefined ? {} : { perTokenUsdPerMonth: month }),
  };
  const { cost } = endpoint({});
  expect(lines({ cost: { ...cost, breakEven: { gpt: decided(value) } } })).toContain(expected);
});

test('a price per token is of the month beside it, or says whose it is', () => {
  const performance = onAws?.performance;
  if (performance === undefined) throw new Error('the fixture has no endpoint on aws');
  const priced = (copies: number, running: number): string | undefined =>
    lines({
      performance: { ...performance, copies },
      cost: { ...endpoint({}).cost, instances: decided({ least: running, most: running, mean: running }) },
    }).find((line) => line.includes('/Mtok'));
  expect(priced(2, 2)).toMatch(/Mtok in\+out ·/);
  expect(priced(2, 1)).toMatch(/Mtok in\+out in production ·/);
});

test.each([
  ['published', false, '$'],
  ['estimated', false, '~$'],
  ['published', true, '$*'],
  ['estimated', true, '~$*'],
] as const)('every amount of the row is marked: %s, stale %s', (basis, stale, mark) => {
  const [before = '', after = ''] = mark.split('$');
  const marked = (amount: string): string => `${before}$${amount}${after}`;
  const of = price({ basis, stale });
  const { cost, usdPerMonth } = endpoint({});
  const compared = {
    model: 'gpt',
    cheaper: 'dedicated' as const,
    tokensPerMonth: 1,
    dedicatedUsdPerMillionTokens: 2,
    dedicatedPrice: price(),
    perTokenUsdPerMillionTokens: 3,
    perTokenUsdPerMonth: 3000,
    perTokenPrice: of,
  };
  const row = endpoint({
    usdPerMonth: { ...usdPerMonth, price: of },
    sizes: [{ value: 'other', reason: 'a reason', usdPerMonth: 900, price: of }],
    cost: {
      ...cost,
      usdPerMillionTokens: { ...decided(2.5), price: of },
      breakEven: { gpt: decided(compared) },
    },
  });
  const { lines: told, price: month } = endpointRow(row);
  const words = told.map(({ text }) => text).join('\n');
  expect(month).toEqual({ kind: 'priced', usdPerMonth: usdPerMonth.value, price: of });
  for (const amount of [
    `${marked('2.50')}/Mtok in+out`,
    `at this load, ${marked('3')}/Mtok, ${marked('3,000')} a month`,
    `next: other, ${marked('900')}: a reason`,
  ])
    expect(words).toContain(amount);
});
