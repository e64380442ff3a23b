import type { Journal } from '../../../lib/deploy';
import { emptyJournal, formatJournal, parseJournal, withDone, without, withWait } from '../../../lib/deploy';
import { owner } from './fake-ports';

const entry = { plan: 'p', at: '2026-11-30T00:00:00Z', seen: '' };
const journal: Journal = withWait(withDone(emptyJournal(owner), 'aws/foundation', entry), 'aws/foundation', {
  hold: 'agent-interfaces',
  since: '2026-11-30T00:00:00Z',
});
const text = formatJournal(journal);
const read = (given: string) => parseJournal(given, 'j.json', owner);

test('what was written is read', () => {
  expect(read(text)).toEqual({ journal });
});

test('a file that is cut off at any place is refused by name', () => {
  for (let length = 0; length < text.trimEnd().length; length += 1) {
    expect(read(text.slice(0, length))).toMatchObject({ issue: { code: 'JournalDamaged', path: 'j.json' } });
  }
});

test.each<[string, object, string, string | undefined]>([
  ['a newer version', { schema: 'llmops-kit/deploy/v2' }, 'JournalVersion', 'llmops-kit/deploy/v2'],
  ['no version', { schema: undefined }, 'JournalDamaged', undefined],
  ['another environment', { environment: 'prod' }, 'JournalForeign', 'prod'],
  ['another platform', { platform: 'other' }, 'JournalForeign', 'other'],
  ['other clouds', { target: 'account' }, 'JournalForeign', 'account'],
  ['an entry without a plan', { units: { a: { at: 'x', seen: '' } } }, 'JournalDamaged', undefined],
  ['units that are a list', { units: [] }, 'JournalDamaged', undefined],
  ['waits that are missing', { waits: undefined }, 'JournalDamaged', undefined],
])('%s is refused', (_, change, code, got) => {
  const result = read(JSON.stringify({ ...journal, ...change }));
  expect(result).toMatchObject({ issue: { code, path: 'j.json', ...(got === undefined ? {} : { got }) } });
});

test('a wait that has begun goes on, another begins', () => {
  const later = withWait(journal, 'aws/foundation', { hold: 'agent-interfaces', since: 'later' });
  expect(later.waits['aws/foundation']?.since).toBe('2026-11-30T00:00:00Z');
  const other = withWait(journal, 'aws/foundation', { hold: 'agent-subnet-link', since: 'later' });
  expect(other.waits['aws/foundation']?.since).toBe('later');
});

test('what is deleted leaves no trace', () => {
  expect(without(journal, 'aws/foundation')).toEqual(emptyJournal(owner));
});
