import { explainText } from '../../../bin/plan/explain';
import { planText, ranges } from '../../../bin/plan/text';
import { walkDecisions } from '../../../lib/plan';
import { planNote } from '../../../lib/review/plan-report';
import { datedPlan } from '../../helpers/plan';
import { longestLine, terminal, uncoloured } from '../../helpers/terminal';

const plan = datedPlan();

function text(columns: number, color = false): string {
  return planText(planNote(plan), 100, terminal(columns, color));
}

test.each([60, 80, 100])('neither the note nor the explanation exceeds %i columns', (columns) => {
  expect(longestLine(text(columns))).toBeLessThanOrEqual(columns);
  expect(longestLine(explainText(plan, '', terminal(columns)))).toBeLessThanOrEqual(columns);
});

test('a wide terminal does not make the note wider than a page', () => {
  expect(longestLine(text(250))).toBe(100);
});

test('colours change no character of the note', () => {
  expect(text(100, true)).not.toBe(text(100));
  expect(uncoloured(text(100, true)).replaceAll(/ +$/gm, '')).toBe(text(100));
});

test('the note names every endpoint with its instances, objective, price and quota', () => {
  const note = text(100);
  const endpoints = [plan.aws?.deployment.endpoints.chat, plan.azure?.deployment.endpoints.chat];
  for (const endpoint of endpoints)
    expect(note).toMatch(new RegExp(` × ${endpoint?.instanceType.value ?? 'absent'}[, ]`));
  const quotas = endpoints.flatMap((endpoint) => endpoint?.quota?.value.name ?? []);
  expect(note.match(/request \d+ (vCPUs|instances?) of "/g)).toHaveLength(quotas.length);
  for (const quota of quotas) expect(note).toContain(`"${quota}"`);
  expect(note).toMatch(/first token [\d,]+ ms ± \d+ %/);
  expect(note).toMatch(/\$[\d.]+\/Mtok/);
});

test('every number beside a row has its reason under the table', () => {
  const [table = '', reasons = ''] = text(100).split('\nwhy ');
  const numbers = [...table.matchAll(/\[([\d, -]+)\]/g)].flatMap(([, list = '']) =>
    list.split(', ').flatMap((run) => run.split('-').map(Number)),
  );
  const known = [...reasons.matchAll(/^ *(\d+)\. /gm)].map(([, n]) => Number(n));
  expect(known).toEqual(known.map((_n, i) => i + 1));
  expect(Math.max(...numbers)).toBe(known.length);
});

test('the total adds what has a price and names what has none', () => {
  const { total, rows } = planNote(plan);
  const endpoints = [plan.aws?.deployment.endpoints.chat, plan.azure?.deployment.endpoints.chat];
  const network = plan.aws?.foundation.network.usdPerMonth?.value ?? NaN;
  expect(total.usdPerMonth).toBe(
    endpoints.reduce((sum, endpoint) => sum + (endpoint?.usdPerMonth.value ?? NaN), network),
  );
  const unknown = Object.values(total.unknown).flat();
  expect(unknown).toHaveLength(rows.filter(({ price }) => price?.kind === 'unknown').length);
  expect(unknown).toContain('network on azure');
});

test('an environment says how releases get in', () => {
  expect(planNote(plan).entry).toBe('releases are created here');
  const prod = datedPlan({}, 'prod');
  expect(planNote(prod).entry).toBe('promoted from dev after approval by leads');
});

test('the explanation holds every decision, and with a path only those under it', () => {
  const paths = [...walkDecisions(plan)].map(([path]) => path);
  const blocks = (prefix: string): string[] =>
    explainText(plan, prefix, terminal(200))
      .split('\n')
      .filter((line) => paths.includes(line));
  expect(blocks('')).toEqual(paths);
  const prefix = 'aws.deployment.endpoints.chat';
  expect(blocks(prefix)).toEqual(paths.filter((path) => path.startsWith(`${prefix}.`)));
});

test('the explanation prints every reason and every rejected alternative of a decision', () => {
  const decision = plan.aws?.deployment.endpoints.chat?.instanceType;
  const explained = explainText(plan, 'aws.deployment.endpoints.chat.instanceType', terminal(120))
    .replaceAll(/\s+/g, ' ')
    .trim();
  expect(decision?.rejected.length).toBeGreaterThan(0);
  for (const { text: reason } of decision?.because ?? []) expect(explained).toContain(reason);
  for (const { value, reason } of decision?.rejected ?? []) {
    expect(explained).toContain(value);
    expect(explained).toContain(reason);
  }
});

test.each([
  [[1], '1'],
  [[1, 2, 3, 7], '1-3, 7'],
  [[], ''],
])('numbers %j are written as "%s"', (numbers, expected) => {
  expect(ranges(numbers)).toBe(expected);
});
