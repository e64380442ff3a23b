import type { Alternative, DatedPlan, Figures } from '../../../../lib/plan';
import { planNote, planPage } from '../../../../lib/review/plan-report';
import { usd } from '../../../../lib/review/plan-report/amounts';
import { html } from '../../../../lib/review/plan-report/markup';
import type { PlanWarning } from '../../../../lib/review/plan-report/page';
import { datedPlan } from '../../../helpers/plan';
import { endpoint } from '../../../helpers/platform';
import { price } from '../../../helpers/price';

/** The plan with other alternatives for the size of the AWS endpoint. */
function withAlternatives(rejected: readonly Alternative[], plan: DatedPlan = datedPlan()): DatedPlan {
  const { aws } = plan;
  const chat = aws?.deployment.endpoints.chat;
  if (aws === undefined || chat === undefined) throw new Error('the fixture has no endpoint chat on aws');
  const instanceType = { ...chat.instanceType, rejected };
  const endpoints = { chat: { ...chat, instanceType } };
  return {
    schema: plan.schema,
    platform: plan.platform,
    environment: plan.environment,
    tier: plan.tier,
    tags: plan.tags,
    prices: plan.prices,
    assets: plan.assets,
    aws: { ...aws, deployment: { endpoints } },
  };
}

function page(plan: DatedPlan): string {
  return planPage({ platform: plan.platform, environments: [planNote(plan)], warnings: [] });
}

/** Rows of the tables of sizes and services: class and text of the cells. */
function weighedRows(text: string): readonly (readonly [rank: string, cells: readonly string[]])[] {
  return [...text.matchAll(/<tr class="(\w+)">(.*?)<\/tr>/gs)].map(([, rank = '', row = '']) => [
    rank,
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => cell.replaceAll(/<wbr \/>/g, '').trim()),
  ]);
}

const faster = (times: number): Figures => ({
  timeToFirstTokenMs: 500,
  timePerOutputTokenMs: times,
  tokensPerSecond: 100,
  errorPercent: 20,
  firstTokenErrorPercent: 40,
});

test('the same plan gives the same bytes, one plot per endpoint and no reference to anything outside', () => {
  const plan = datedPlan();
  const text = page(plan);
  expect(page(datedPlan())).toBe(text);
  expect(text.match(/<svg/g)).toHaveLength(2);
  expect(text).not.toMatch(/<script|\ssrc=|url\(|@import|<link/);
  for (const [, target = ''] of text.matchAll(/href="([^"]*)"/g)) {
    expect(target).toMatch(/^#/);
    expect(text).toContain(`id="${target.slice(1)}"`);
  }
});

test('sizes stand in the table by cost: chosen, frontier, dominated with by whom, impossible and unknown', () => {
  const plan = withAlternatives([
    { value: 'dear and fast', reason: 'dearer', usdPerMonth: 90_000, price: price(), figures: faster(1) },
    { value: 'dearer and slow', reason: 'dearest', usdPerMonth: 95_000, price: price(), figures: faster(500) },
    {
      value: 'a quota forbids',
      reason: 'quota',
      usdPerMonth: 100,
      price: price(),
      figures: faster(2),
      possible: false,
    },
    { value: 'too small', reason: 'memory', possible: false },
    { value: 'no idea', reason: 'unmeasured', usdPerMonth: 99_000, price: price() },
  ]);
  const rows = weighedRows(page(plan)).filter(([rank]) => rank !== 'service');
  expect(rows.map(([rank, [number, name]]) => [rank, number, name?.replace(/^2 x .*/, 'chosen')])).toEqual([
    ['impossible', '1', 'a quota forbids'],
    ['chosen', '2', 'chosen'],
    ['frontier', '3', 'dear and fast'],
    ['dominated', '4', 'dearer and slow'],
    ['unknown', '5', 'no idea'],
    ['impossible', '6', 'too small'],
  ]);
  expect(rows[3]?.[1]).toContain('dominated by 2: dearest');
  expect(rows[5]?.[1]).toContain('no figures');
});

test('services stand in a table of their own with the price of the chosen one beside them', () => {
  const plan = withAlternatives([]);
  const { placement, usdPerMonth } = plan.aws?.deployment.endpoints.chat ?? {};
  const services = weighedRows(page(plan)).filter(([rank]) => rank === 'service');
  expect(placement?.rejected.length).toBeGreaterThan(0);
  expect(services.map(([, [name]]) => name)).toEqual(placement?.rejected.map(({ value }) => value));
  expect(page(plan)).toContain(`compared with sagemaker, which costs ${usd(usdPerMonth?.value ?? NaN)} a month`);
});

test('the plot marks every size that has a price and figures, hollow ones with their reason', () => {
  const plan = withAlternatives([
    { value: 'fast', reason: 'dearer', usdPerMonth: 90_000, price: price(), figures: faster(1) },
    {
      value: 'forbidden',
      reason: 'the quota is 0',
      usdPerMonth: 95_000,
      price: price(),
      figures: faster(2),
      possible: false,
    },
    { value: 'nothing known', reason: 'unmeasured' },
  ]);
  const [svg = ''] = /<svg.*?<\/svg>/s.exec(page(plan)) ?? [];
  expect(svg.match(/class="chosen" d=/g)).toHaveLength(1);
  expect(svg.match(/<circle class="frontier"/g)).toHaveLength(1);
  expect(svg).toMatch(/<circle class="impossible"[^>]*>\s*<title>[^<]*forbidden[^<]*the quota is 0/);
  expect(svg).not.toContain('nothing known');
  expect(svg).toMatch(/<desc[^>]*>2 sizes are on the frontier, from .* 1 size has no price or no figures/);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test('the objective is a line where there is one, inside the plot however far above the times it lies', () => {
  const objectives = (timePerOutputTokenMs?: number): readonly string[] => {
    const slo = timePerOutputTokenMs === undefined ? {} : { timePerOutputTokenMs };
    const text = page(datedPlan({ endpoints: { chat: endpoint({ slo }) } }));
    return [...text.matchAll(/class="objective"[^>]* y1="([\d.-]+)"/g)].map(([, y = '']) => y);
  };
  expect(objectives()).toEqual([]);
  expect(objectives(1000)).toHaveLength(2);
  for (const y of objectives(1000)) {
    expect(Number(y)).toBeGreaterThan(0);
    expect(Number(y)).toBeLessThan(100);
  }
});

test('a size far slower than the rest is drawn at the edge and does not squeeze them', () => {
  const slow: Alternative = {
    value: 'slow',
    reason: 'misses',
    usdPerMonth: 9_000,
    price: price(),
    figures: faster(9_999),
    possible: false,
  };
  const text = page(withAlternatives([slow]));
  expect(text).toMatch(/<path class="impossible" d="M[\d.]+ [\d.]+l5 9h-10z">/);
  expect(text).not.toMatch(/text-anchor="end">\s*10,000/);
});

test('an endpoint without anything to plot says so', () => {
  const plan = withAlternatives([]);
  const chat = plan.aws?.deployment.endpoints.chat;
  if (plan.aws === undefined || chat === undefined) throw new Error('the fixture has no endpoint chat on aws');
  const { performance, ...bare } = chat;
  expect(performance).toBeDefined();
  const text = page({ ...plan, aws: { ...plan.aws, deployment: { endpoints: { chat: bare } } } });
  expect(text).toContain('Nothing to plot');
  expect(text).not.toContain('<svg');
});

test('what others wrote is text in the page, never markup', () => {
  const text = page(
    withAlternatives([
      {
        value: '</title><script>alert(1)</script>',
        reason: `"quoted" & 'both'`,
        usdPerMonth: 9_000,
        price: price(),
        figures: faster(3),
      },
    ]),
  );
  expect(text).not.toContain('<script');
  expect(text).toContain('&quot;quoted&quot; &amp; &#39;both&#39;');
});

test('warnings are on the page with what to do', () => {
  const plan = datedPlan();
  const warning: PlanWarning = {
    code: 'TooFewReplicas',
    path: 'endpoints.chat',
    message: 'one <copy>',
    expected: 'two',
    fix: 'pin two',
  };
  const text = planPage({ platform: 'p', environments: [planNote(plan)], warnings: [warning] });
  expect(text).toMatch(/one &lt;copy&gt;.*\[TooFewReplicas\].*Fix: pin two\./s);
});

test('a template escapes every value that is not markup itself', () => {
  expect(html`<p title="${'"'}">${['<', html`<b>${'&'}</b>`, 1, undefined]}</p>`.text).toBe(
    '<p title="&quot;">&lt;<b>&amp;</b>1</p>',
  );
});
