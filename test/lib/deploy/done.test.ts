import type { JournalEntry, UnitState } from '../../../lib/deploy';
import { isDone } from '../../../lib/deploy/done';

const early = '2026-11-30T00:00:01Z';
const late = '2026-11-30T00:00:02Z';
const done = (changedAt?: string): UnitState => ({ kind: 'done', changedAt });
const entry = (plan: string, seen = ''): JournalEntry => ({ plan, at: late, seen });

test.each<[string, 'stack' | 'stage' | 'bootstrap', UnitState, JournalEntry | undefined, string, boolean]>([
  ['absent, whatever the journal says', 'stack', { kind: 'absent' }, entry('p', late), '', false],
  ['different, whatever the journal says', 'stack', { kind: 'differs', why: '' }, entry('p', late), '', false],
  ['busy', 'stage', { kind: 'busy', why: '' }, entry('p'), '', false],
  ['stuck', 'stack', { kind: 'stuck', why: '', fix: '' }, entry('p', late), '', false],
  ['a stack as planned, without a journal', 'stack', done(early), undefined, '', true],
  ['a stack that changed after what it reads', 'stack', done(late), undefined, early, true],
  ['a stack that changed before what it reads', 'stack', done(early), undefined, late, false],
  [
    'a stack that the CLI left unchanged after what it reads changed',
    'stack',
    done(early),
    entry('p', late),
    late,
    true,
  ],
  ['a stack whose journal has seen an older change', 'stack', done(early), entry('p', early), late, false],
  ['a stack of another plan with the same template', 'stack', done(late), entry('other'), early, true],
  ['a stage with outputs, without a journal', 'stage', done(), undefined, '', false],
  ['a stage of this plan', 'stage', done(), entry('p'), '', true],
  ['a stage of another plan', 'stage', done(), entry('other'), '', false],
  ['a stage that the journal knows and the cloud does not', 'stage', { kind: 'absent' }, entry('p'), '', false],
  ['an account that is bootstrapped', 'bootstrap', done(), undefined, '', true],
])('%s', (_, kind, state, journal, readsChangedAt, expected) => {
  expect(isDone({ kind }, { state, entry: journal, plan: 'p', readsChangedAt })).toBe(expected);
});

test('templates are written by every run, and a gate is asked in every run', () => {
  for (const kind of ['templates', 'assets'] as const)
    expect(isDone({ kind }, { state: done(), entry: entry('p'), plan: 'p', readsChangedAt: '' })).toBe(false);
});
