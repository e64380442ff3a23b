import { explainText } from '../../../bin/plan/explain';
import { planText } from '../../../bin/plan/text';
import type { DatedPlan } from '../../../lib/plan';
import { planNote, planPage } from '../../../lib/review/plan-report';
import { usd } from '../../../lib/review/plan-report/amounts';
import { datedPlan } from '../../helpers/plan';
import { awsPlatform, awsTarget } from '../../helpers/platform';
import { terminal } from '../../helpers/terminal';

/** In the fixture prices on AWS are published and those on Azure estimated; all are fresh until 2026-06-30. */
const fresh = datedPlan();
const late = datedPlan({}, 'dev', '2026-07-01');
/** On AWS alone, in a region without a price of private endpoints: nothing is estimated. */
const onAws = awsPlatform({
  environments: { dev: { tier: 'development', aws: { ...awsTarget, region: 'eu-south-2' } } },
  tuning: {},
});
const published = datedPlan(onAws);

const text = (plan: DatedPlan): string => planText(planNote(plan), 100, terminal(100));
const page = (plan: DatedPlan): string =>
  planPage({ platform: 'p', environments: [planNote(plan)], warnings: [] }).replaceAll(/\s+/g, ' ');

interface Amounts {
  readonly aws: string;
  readonly azure: string;
  /** Endpoint on Azure and private endpoints on AWS, whose prices are estimated. */
  readonly estimated: string;
  readonly sum: string;
}

/** What the endpoint costs on each cloud, as it is written without a mark. */
function amounts({ aws, azure }: DatedPlan): Amounts {
  const [inAws, inAzure] = [aws?.deployment.endpoints.chat, azure?.deployment.endpoints.chat].map(
    (chat) => chat?.usdPerMonth.value ?? 0,
  );
  if (inAws === undefined || inAzure === undefined) throw new Error('the fixture has no endpoint chat');
  const estimated = inAzure + (aws?.foundation.network.usdPerMonth?.value ?? 0);
  return { aws: usd(inAws), azure: usd(inAzure), estimated: usd(estimated), sum: usd(inAws + estimated) };
}

const refresh = 'llmops catalog refresh --out llmops.prices.json';

test('JSON says of each amount whether it is published or estimated, from when, and whether it is stale', () => {
  const priceOf = (plan: DatedPlan, cloud: 'aws' | 'azure'): unknown =>
    JSON.parse(JSON.stringify(plan[cloud]?.deployment.endpoints.chat?.usdPerMonth.price));
  const fact = { per: 'hour', source: 'fixture', asOf: '2026-01-01', freshUntil: '2026-06-30' };
  expect(priceOf(fresh, 'aws')).toEqual({ ...fact, basis: 'published', stale: false });
  expect(priceOf(fresh, 'azure')).toEqual({ ...fact, basis: 'estimated', stale: false });
  expect(priceOf(late, 'aws')).toEqual({ ...fact, basis: 'published', stale: true });
});

test('the note marks an estimated amount and the sum with it, and no published amount', () => {
  const note = text(fresh);
  const { aws, azure, estimated, sum } = amounts(fresh);
  expect(note).toMatch(new RegExp(`^endpoint chat +aws .* \\${aws}$`, 'm'));
  expect(note).toMatch(new RegExp(`^endpoint chat +azure .* ~\\${azure}$`, 'm'));
  expect(note).toMatch(new RegExp(`^a month +\\${aws} known costs, ~\\${estimated} estimated +~\\${sum}$`, 'm'));
  expect(note).toMatch(/^ +not included:$/m);
  expect(note).not.toContain('stale');
});

test('the note names the command once, with the oldest date and how many amounts are marked', () => {
  const { amounts: all, estimated } = fresh.prices;
  const lines = text(fresh).split('\n');
  expect(lines.filter((line) => line.includes(refresh))).toEqual([
    `${estimated} of ${all} amounts marked, oldest price 2026-01-01: ${refresh}`,
  ]);
  expect(lines).toContain(`~ estimated (${estimated}): no published price of this region and service`);
});

test('the note marks a stale amount, and the date of the reasons that rest on it', () => {
  const note = text(late);
  const { aws, azure, sum } = amounts(late);
  expect(note).toMatch(new RegExp(`^endpoint chat +aws .* \\${aws}\\*$`, 'm'));
  expect(note).toMatch(new RegExp(`^endpoint chat +azure .* ~\\${azure}\\*$`, 'm'));
  expect(note).toMatch(new RegExp(`^a month +estimated costs +~\\${sum}\\*$`, 'm'));
  expect(note).toContain(`* stale (${late.prices.stale}): `);
  expect(note).toMatch(/USD an hour,[^[]*\[2026-01-01, stale\]/);
  expect(text(fresh)).toMatch(/USD an hour,[^[]*\[2026-01-01\]/);
});

test('costs are called known only at published prices that are not stale', () => {
  const words = (plan: DatedPlan): string | undefined => /^a month +(\D+?) {2,}/m.exec(text(plan))?.[1];
  const stale = datedPlan(onAws, 'dev', '2026-07-01');
  expect([words(published), words(stale), words(late)]).toEqual([
    'known costs',
    'costs at stale prices',
    'estimated costs',
  ]);
});

test('where every price is published and fresh, text and page have no mark, no legend and no warning', () => {
  for (const report of [text(published), page(published)]) {
    expect(report).toContain(amounts(published).aws);
    expect(report).not.toMatch(/~\$|\$[\d.,]+\*|marked|~ estimated|\* stale|catalog refresh/);
  }
});

test('the page marks estimated amounts in the overview, the table, the sum and the sizes, and no published one', () => {
  const html = page(fresh);
  const { aws, azure, estimated, sum } = amounts(fresh);
  expect(html).toContain(
    '<th scope="col" class="number">$ a month</th> <th scope="col" class="number">not included</th>',
  );
  // Overview and foot of the table.
  expect(html.split(`<td class="number">~${sum}</td>`)).toHaveLength(3);
  expect(html).not.toContain(`>${sum}<`);
  expect(html).toContain(`<td class="number">${aws}</td>`);
  expect(html).toContain(`<td class="number">~${azure}</td>`);
  expect(html).toContain(`which costs ~${azure} a month`);
  expect(html).toContain(`which costs ${aws} a month`);
  expect(html).toContain(`<div>${aws} known costs, ~${estimated} estimated.</div> <div>Not included:</div>`);
  const { amounts: all, estimated: marks } = fresh.prices;
  expect(html).toContain(`<div>${marks} of ${all} amounts marked, oldest price 2026-01-01: ${refresh}</div>`);
});

test('the plots mark every amount of a size as the tables do', () => {
  const titles = (plan: DatedPlan, cloud: string): readonly string[] =>
    [...page(plan).matchAll(/<svg.*?<\/svg>/g)]
      .map(([svg]) => svg)
      .filter((svg) => svg.includes(`on ${cloud} `))
      .flatMap((svg) => [...svg.matchAll(/(\S*\$[\d.,]+\S*) a month/g)].map(([, amount = '']) => amount));
  for (const [plan, cloud, mark] of [
    [fresh, 'aws', /^\$[\d.,]+$/],
    [fresh, 'azure', /^~\$[\d.,]+$/],
    [late, 'aws', /^\$[\d.,]+\*$/],
    [late, 'azure', /^~\$[\d.,]+\*$/],
  ] as const) {
    const amountsOfPlot = titles(plan, cloud);
    expect(amountsOfPlot.length).toBeGreaterThan(0);
    expect(amountsOfPlot).toEqual(amountsOfPlot.map(() => expect.stringMatching(mark) as unknown));
  }
});

/** Amounts of an endpoint's alternatives, with the marks they must have. */
function alternatives({ aws, azure }: DatedPlan): readonly string[] {
  return [aws, azure].flatMap((cloud) => {
    const chat = cloud?.deployment.endpoints.chat;
    const rejected = [...(chat?.instanceType.rejected ?? []), ...(chat?.placement.rejected ?? [])];
    return rejected.flatMap(({ usdPerMonth, price }) => {
      if (usdPerMonth === undefined) return [];
      return [`${price.basis === 'estimated' ? '~' : ''}${usd(usdPerMonth)}${price.stale === true ? '*' : ''}`];
    });
  });
}

test.each([
  ['fresh', fresh],
  ['stale', late],
])('the tables of the page and the explanation mark every alternative: %s', (_age, plan) => {
  const expected = alternatives(plan);
  // Of both kinds: the fixture has published alternatives and estimated ones.
  expect(new Set(expected.map((amount) => amount.startsWith('~')))).toEqual(new Set([true, false]));
  const chosen = [plan.aws, plan.azure].map((cloud) => {
    const { usdPerMonth = 0, price } = cloud?.deployment.endpoints.chat?.performance?.value ?? {};
    return `${price?.basis === 'estimated' ? '~' : ''}${usd(usdPerMonth)}${price?.stale === true ? '*' : ''}`;
  });
  const rows = [...page(plan).matchAll(/<tr class="\w+">.*?<\/tr>/g)].map(([row]) => row);
  const cells = rows.flatMap((row) => /<td class="number">(~?\$[\d.,]+\*?)<\/td>/.exec(row)?.[1] ?? []);
  expect(cells.toSorted()).toEqual([...chosen, ...expected].toSorted());
  const explained = explainText(plan, '', terminal(120)).replaceAll(/\s+/g, ' ');
  const told = [...explained.matchAll(/, (~?\$[\d.,]+\*?) a month: /g)].map(([, amount]) => amount);
  expect(told.toSorted()).toEqual(expect.arrayContaining(expected.toSorted()));
  expect(told.length).toBeGreaterThanOrEqual(expected.length);
});

test('the page marks stale sources of reasons', () => {
  expect(page(late)).toContain('Source: fixture, 2026-01-01, stale.');
  expect(page(fresh)).not.toContain('stale');
});

test('the explanation says of an amount what it rests on', () => {
  const explained = (plan: DatedPlan, cloud: string): string =>
    explainText(plan, `${cloud}.deployment.endpoints.chat.usdPerMonth`, terminal(120));
  expect(explained(fresh, 'aws')).toContain(`  ${amounts(fresh).aws} (published, 2026-01-01)`);
  expect(explained(late, 'azure')).toContain(`  ~${amounts(late).azure}* (estimated, 2026-01-01, stale)`);
});
