import { planNote } from '../../../../lib/review/plan-report';
import { environmentSection } from '../../../../lib/review/plan-report/environment-section';
import type { NoteRow, Price } from '../../../../lib/review/plan-report/note-row';
import type { PlanNote } from '../../../../lib/review/plan-report/plan-note';
import { datedPlan } from '../../../helpers/plan';
import { price } from '../../../helpers/price';

const note = planNote(datedPlan());

const section = (overrides: Partial<PlanNote>): string =>
  environmentSection({ ...note, endpoints: [], ...overrides }).text.replaceAll(/\s+/g, ' ');

const row = (overrides: Partial<NoteRow>): NoteRow => ({
  what: 'a row',
  cloud: 'aws',
  lines: [],
  because: [],
  ...overrides,
});

test('the head says tier and entry', () => {
  expect(section({ environment: 'qa', tier: 'staging', entry: 'promoted from dev without a gate' })).toContain(
    '<h2 id="environment-qa">qa</h2> <p class="quiet">staging · promoted from dev without a gate · numbers link to the reasons</p>',
  );
});

test.each<readonly [string, Price | undefined, string]>([
  ['a known price', { kind: 'priced', usdPerMonth: 1234, price: price() }, '$1,234'],
  ['an estimate', { kind: 'priced', usdPerMonth: 1234, price: price({ basis: 'estimated' }) }, '~$1,234'],
  ['a price by use', { kind: 'unknown', why: 'by use' }, 'by use'],
  ['no price', undefined, ''],
])('a row has its price: %s', (_case, given, text) => {
  expect(section({ rows: [row(given === undefined ? {} : { price: given })] })).toContain(
    `<td class="number">${text}</td> <td class="refs">`,
  );
});

test('lines have the class of their tone, and none without one', () => {
  const text = section({ rows: [row({ lines: [{ text: 'plain' }, { text: 'missed', tone: 'bad' }] })] });
  expect(text).toContain('<div>plain</div>');
  expect(text).toContain('<div class="bad">missed</div>');
});

test('a row links to its reasons, and each reason says rule, source, date and age', () => {
  const source = { name: 'a price list', asOf: '2026-01-02' };
  const rows = [
    row({ because: [{ rule: 'cost.sum', text: 'sum' }] }),
    row({
      because: [
        { rule: 'cost.sum', text: 'sum' },
        { rule: 'cost.price', text: 'a price', source, stale: true },
        { rule: 'cost.other', text: 'another', source },
      ],
    }),
  ];
  const text = section({ environment: 'qa', rows });
  expect(text).toContain('<td class="refs"><a href="#qa-reason-1">1</a></td>');
  expect(text).toContain(
    '<td class="refs"><a href="#qa-reason-1">1</a>, <a href="#qa-reason-2">2</a>, <a href="#qa-reason-3">3</a></td>',
  );
  expect(text).toMatch(/<li id="qa-reason-1"> sum <span class="quiet" ?>\[cost\.sum\]<\/span/);
  expect(text).toContain('[cost.price] Source: a price list, 2026-01-02, stale.<');
  expect(text).toContain('[cost.other] Source: a price list, 2026-01-02.<');
});

test('the sum is one sentence, with a line for each thing that it does not include', () => {
  const total = { ...note.total, usdPerMonth: 100, knownUsdPerMonth: 100, basis: 'published' as const, stale: false };
  const whole = { ...total, otherCosts: [], unknown: { 'by use': [], 'not priced': [] } };
  expect(section({ total: whole })).toContain('<div>Known costs.</div>');
  expect(section({ total: whole })).not.toContain('Not included');
  const partial = {
    ...whole,
    otherCosts: ['data transfer'],
    unknown: { 'by use': ['model a on aws'], 'not priced': [] },
  };
  expect(section({ total: partial })).toContain(
    '<div>Not included:</div> <div>By use: model a on aws.</div><div>Of endpoints: data transfer.</div>',
  );
  expect(section({ total: { ...whole, basis: 'estimated', knownUsdPerMonth: 0 } })).toContain(
    '<td class="number">~$100</td>',
  );
});
