import type { DatedPlan } from '../../../../lib/plan';
import { planNote } from '../../../../lib/review/plan-report';
import type { NoteRow } from '../../../../lib/review/plan-report/note-row';
import { numberReasons, numbersOf } from '../../../../lib/review/plan-report/plan-note';
import { datedPlan } from '../../../helpers/plan';
import { endpoint } from '../../../helpers/platform';

type Promotion = NonNullable<DatedPlan['promotion']>;
const decided = <T>(value: T) => ({ value, because: [], rejected: [] });
const from = decided('qa');

test.each<readonly [string, Promotion | undefined, string]>([
  ['where no environment is before it', undefined, 'releases are created here'],
  ['without a gate', { from, gates: decided([]) }, 'promoted from qa without a gate'],
  [
    'through every gate',
    {
      from,
      gates: decided([
        { kind: 'soak' as const, hours: 24 },
        { kind: 'approval' as const, by: ['leads', 'security'] },
      ]),
    },
    'promoted from qa after soak of 24 h and approval by leads, security',
  ],
  [
    'with waived gates',
    { from, gates: decided({ waived: true as const, reason: 'a rehearsal' }) },
    'promoted from qa, gates waived: a rehearsal',
  ],
])('how releases enter: %s', (_case, promotion, entry) => {
  const { promotion: own, ...plan } = datedPlan();
  expect(own).toBeUndefined();
  expect(planNote({ ...plan, ...(promotion === undefined ? {} : { promotion }) }).entry).toBe(entry);
});

test.each([
  ['none', {}],
  ['met', { timePerOutputTokenMs: 10_000 }],
  ['missed', { timePerOutputTokenMs: 10_000, timeToFirstTokenMs: 10_000 }],
] as const)('the worst result of an endpoint is %s', (objectives, slo) => {
  const plan = datedPlan({ endpoints: { chat: endpoint({ slo }) } });
  const chat = plan.aws?.deployment.endpoints.chat;
  const performance = chat?.performance;
  if (plan.aws === undefined || chat === undefined || performance === undefined) throw new Error('no endpoint on aws');
  // The planner chooses no size that misses an objective; a pinned one may.
  const objective = objectives === 'missed' ? { ...slo, timeToFirstTokenMs: 1 } : slo;
  const missing = { ...chat, performance: { ...performance, value: { ...performance.value, objective } } };
  const aws = { ...plan.aws, deployment: { ...plan.aws.deployment, endpoints: { chat: missing } } };
  expect(planNote({ ...plan, aws }).objectives).toBe(objectives);
});

test('the end of a band above the objective is at risk', () => {
  const plan = datedPlan();
  const chat = plan.aws?.deployment.endpoints.chat;
  const performance = chat?.performance;
  if (plan.aws === undefined || chat === undefined || performance === undefined) throw new Error('no endpoint on aws');
  const { timePerOutputTokenMs } = performance.value.figures;
  const objective = { timePerOutputTokenMs: timePerOutputTokenMs * 1.001 };
  const risky = { ...chat, performance: { ...performance, value: { ...performance.value, objective } } };
  const { azure, ...rest } = plan;
  expect(azure).toBeDefined();
  expect(
    planNote({ ...rest, aws: { ...plan.aws, deployment: { ...plan.aws.deployment, endpoints: { chat: risky } } } })
      .objectives,
  ).toBe('at risk');
});

test('the sum holds everything with a price, and names what has none and why', () => {
  const { rows, total } = planNote(datedPlan());
  const amounts = rows.flatMap(({ price }) => (price?.kind === 'priced' ? [price.usdPerMonth] : []));
  expect(amounts.length).toBeGreaterThan(1);
  expect(total.usdPerMonth).toBeCloseTo(amounts.reduce((sum, amount) => sum + amount, 0));
  for (const why of ['by use', 'not priced'] as const)
    expect(total.unknown[why]).toEqual(
      rows.flatMap(({ what, cloud, price }) =>
        price?.kind === 'unknown' && price.why === why ? [`${what} on ${cloud}`] : [],
      ),
    );
  expect(total.unknown['by use'].length).toBeGreaterThan(0);
  expect(new Set(total.otherCosts).size).toBe(total.otherCosts.length);
});

test('a stale price is no known cost, and the reasons that name its source say so', () => {
  const fresh = planNote(datedPlan());
  const old = planNote(datedPlan({}, 'dev', '2028-01-01'));
  expect(fresh.total.stale).toBe(false);
  expect(old.total.stale).toBe(true);
  expect(old.total.knownUsdPerMonth).toBeLessThan(fresh.total.knownUsdPerMonth);
  const stale = (note: typeof old): number =>
    note.rows.flatMap(({ because }) => because.filter((reason) => reason.stale === true)).length;
  expect(stale(fresh)).toBe(0);
  expect(stale(old)).toBeGreaterThan(0);
});

const row = (...because: readonly (readonly [rule: string, text: string])[]): NoteRow => ({
  what: 'row',
  cloud: 'aws',
  lines: [],
  because: because.map(([rule, text]) => ({ rule, text })),
});

test('reasons are numbered in reading order, equal sentences once, and what a summary does not need not at all', () => {
  const first = row(['size.cost', 'b'], ['spec.pinned', 'pinned'], ['size.cost', 'a']);
  const second = row(['size.alternatives', '3 more'], ['size.cost', 'c'], ['other.rule', 'b']);
  const reasons = numberReasons([first, second]);
  expect(reasons.map(({ number, text }) => [number, text])).toEqual([
    [1, 'b'],
    [2, 'a'],
    [3, 'c'],
  ]);
  expect(numbersOf(first, reasons)).toEqual([1, 2]);
  expect(numbersOf(second, reasons)).toEqual([1, 3]);
  expect(numbersOf(row(['spec.pinned', 'pinned']), reasons)).toEqual([]);
});
