import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JournalFile } from '../../../bin/deploy/journal-file';
import { emptyJournal, withDone } from '../../../lib/deploy';

const owner = { platform: 'support', environment: 'dev', target: 'local' } as const;
const folder = mkdtempSync(join(tmpdir(), 'journal-'));
const file = join(folder, 'deep', 'dev.json');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function opened(): JournalFile {
  const result = JournalFile.open(file, owner);
  if ('issue' in result) throw new Error(result.issue.message);
  return result.opened;
}

test('a journal outlives its process, and git ignores it', () => {
  const first = opened();
  expect(first.journal).toEqual(emptyJournal(owner));
  const changed = withDone(first.journal, 'aws/foundation', { plan: 'p', at: 'x', seen: '' });
  first.save(changed);
  first.close();
  const second = opened();
  expect(second.journal).toEqual(changed);
  expect(readFileSync(join(folder, 'deep', '.gitignore'), 'utf8')).toBe('*\n');
  second.close();
});

test('a second process is refused by name, and one after another is not', () => {
  const first = opened();
  // This process runs, so its lock counts.
  expect(JournalFile.open(file, owner)).toMatchObject({ issue: { code: 'JournalInUse', path: file } });
  first.close();
  opened().close();
});

test('the lock of a process that has ended is taken over', () => {
  writeFileSync(`${file}.lock`, '4194304999');
  opened().close();
  writeFileSync(`${file}.lock`, 'not a process');
  opened().close();
});

test('a journal that is refused leaves no lock and stays as it is', () => {
  writeFileSync(file, '{"schema":"llmops-kit/deploy/v1"');
  expect(JournalFile.open(file, owner)).toMatchObject({ issue: { code: 'JournalDamaged' } });
  expect(readFileSync(file, 'utf8')).toBe('{"schema":"llmops-kit/deploy/v1"');
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test('a journal can be removed', () => {
  rmSync(file);
  const journal = opened();
  journal.save(emptyJournal(owner));
  journal.remove();
  journal.close();
  expect(existsSync(file)).toBe(false);
});
