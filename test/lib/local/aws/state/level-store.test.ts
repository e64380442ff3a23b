import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../../../../../lib/local/aws/state/ledger';
import { openStateFolder } from '../../../../../lib/local/aws/state/level-store';
import { folderBytes } from '../../../../../lib/local/aws/state/state-folder';
import { storeError } from '../../../../../lib/local/aws/state/store-error';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'llmops-state-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const open = async (path: string): Promise<Ledger> => Ledger.open((await openStateFolder(path)).store);

/** A folder as a process leaves it that is killed: copied while it is open, after 200 batches. */
async function killed(): Promise<string> {
  const path = join(root, 'live');
  const ledger = await open(path);
  for (let n = 0; n < 200; n += 1) {
    ledger.table<{ readonly n: number; readonly text: string }>('t').set(`k${n}`, { n, text: 'x'.repeat(n * 20) });
    await ledger.flush();
  }
  const copy = join(root, 'copy');
  cpSync(path, copy, { recursive: true });
  await ledger.close();
  return copy;
}

/** The files with the records; LevelDB names its logs `.log` and its tables `.ldb`. */
const files = (path: string, ending: string): readonly string[] =>
  readdirSync(join(path, 'records'))
    .filter((name) => name.endsWith(ending))
    .map((name) => join(path, 'records', name));

test('what was flushed survives the end of the process without a word', async () => {
  const ledger = await open(await killed());
  const table = ledger.table<{ readonly n: number; readonly text: string }>('t');
  expect([...table.values()].map(({ n, text }) => [n, text.length])).toEqual(
    Array.from({ length: 200 }, (_unused, n) => [n, n * 20]),
  );
  await ledger.close();
});

test('the folder is ignored by git, readable by its owner only, and its size is known', async () => {
  const path = join(root, 'new/folder');
  await (await open(path)).close();
  expect(readFileSync(join(path, '.gitignore'), 'utf8')).toBe('*\n');
  expect(folderBytes(path)).toBeGreaterThan(0);
});

test('fails on a folder that another cloud works on, and leaves that one alone', async () => {
  const path = join(root, 'one');
  const first = await open(path);
  await expect(open(path)).rejects.toMatchObject({ code: 'StateInUse', place: path });
  first.table('t').set('a', 1);
  await first.flush();
  await first.close();
  const again = await open(path);
  expect([...again.table('t')]).toEqual([['a', 1]]);
  await again.close();
});

test.each<readonly [string, string, string]>([
  ['of a newer version', '{"format":2}', 'StateNewer'],
  ['of no version', '{"format":0}', 'StateDamaged'],
  ['whose version is cut off', '{"for', 'StateDamaged'],
])('fails on a folder %s, and changes nothing', async (_what, text, code) => {
  const path = await killed();
  writeFileSync(join(path, 'format.json'), text);
  const before = folderBytes(path);
  await expect(open(path)).rejects.toMatchObject({ code });
  expect(folderBytes(path)).toBe(before);
});

test('fails on a folder with other files', async () => {
  writeFileSync(join(root, 'thesis.md'), 'mine');
  await expect(open(root)).rejects.toMatchObject({ code: 'StateForeign', got: ['thesis.md'] });
  expect(readdirSync(root)).toEqual(['thesis.md']);
});

test('fails where a file is in the way', async () => {
  writeFileSync(join(root, 'file'), '');
  await expect(open(join(root, 'file'))).rejects.toMatchObject({ code: 'StateForeign' });
  await expect(open(join(root, 'file', 'below'))).rejects.toMatchObject({ code: 'StateForeign' });
});

(existsSync('/proc/self') ? test : test.skip)(
  'fails on a file system that takes no folders, in bounded time',
  async () => {
    await expect(open('/proc/no-such-folder')).rejects.toMatchObject({ code: 'StateNotWritable' });
  },
);

test.each([
  ['IO error: lock records/LOCK: No locks available', 'StateNotWritable'],
  ['IO error: lock records/LOCK: Function not implemented', 'StateNotWritable'],
  ['IO error: records/LOCK: already held by process (LEVEL_LOCKED)', 'StateInUse'],
  ['Corruption: bad block', 'StateDamaged'],
])('says of "%s" that it is %s', (message, code) => {
  expect(storeError(new Error('Database failed to open', { cause: new Error(message) }), '/state')).toMatchObject({
    code,
  });
});

test.each<readonly [string, (path: string) => void]>([
  [
    'the log is cut off',
    (path) => {
      for (const file of files(path, '.log')) truncateSync(file, Math.floor(readFileSync(file).length / 2));
    },
  ],
  [
    'the log is empty',
    (path) => {
      for (const file of files(path, '.log')) truncateSync(file, 0);
    },
  ],
  [
    'a byte in the middle of the log is another one',
    (path) => {
      for (const file of files(path, '.log')) {
        const bytes = readFileSync(file);
        const middle = Math.floor(bytes.length / 2);
        bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
        writeFileSync(file, bytes);
      }
    },
  ],
  [
    'the journal is cut off',
    (path) => {
      truncateSync(join(path, 'journal'), Math.floor(readFileSync(join(path, 'journal')).length / 2));
    },
  ],
  [
    'the journal is gone',
    (path) => {
      rmSync(join(path, 'journal'));
    },
  ],
  [
    'a byte of the journal is another one',
    (path) => {
      const bytes = readFileSync(join(path, 'journal'));
      bytes[100] = (bytes[100] ?? 0) ^ 0xff;
      writeFileSync(join(path, 'journal'), bytes);
    },
  ],
  [
    'the records are gone',
    (path) => {
      rmSync(join(path, 'records'), { recursive: true });
    },
  ],
  [
    'the number of batches is gone',
    (path) => {
      writeFileSync(join(path, 'acknowledged'), '');
    },
  ],
  [
    'the manifest is cut off',
    (path) => {
      for (const name of readdirSync(join(path, 'records')).filter((file) => file.startsWith('MANIFEST')))
        truncateSync(join(path, 'records', name), 10);
    },
  ],
])('fails when %s', async (_what, damage) => {
  const path = await killed();
  damage(path);
  await expect(open(path)).rejects.toMatchObject({ code: 'StateDamaged' });
});

test('fails when a table of records is cut off or changed', async () => {
  const path = join(root, 'large');
  const ledger = await open(path);
  for (let n = 0; n < 60; n += 1) {
    ledger.table<{ readonly text: string }>('t').set(`k${n}`, { text: `${n}${Math.sqrt(n)}`.repeat(100) });
    ledger.table<{ readonly body: Buffer }>('b').set(`k${n}`, { body: Buffer.from(`${n},`.repeat(20_000)) });
    await ledger.flush();
  }
  await ledger.close();
  const [table] = files(path, '.ldb');
  expect(table).toBeDefined();
  for (const part of [0.1, 0.5, 0.9]) {
    const copy = join(root, `cut-${part}`);
    cpSync(path, copy, { recursive: true });
    const [file = ''] = files(copy, '.ldb');
    truncateSync(file, Math.floor(readFileSync(file).length * part));
    await expect(open(copy)).rejects.toMatchObject({ code: 'StateDamaged' });
  }
});

test.each([
  ['IO error: records/000003.log: No space left on device', 'StateFull'],
  ['EDQUOT: quota exceeded, mkdir', 'StateFull'],
  ['IO error: records/LOCK: Permission denied', 'StateNotWritable'],
  ["EROFS: read-only file system, open '/media/x'", 'StateNotWritable'],
  ["EACCES: permission denied, mkdir '/x'", 'StateNotWritable'],
  ['Corruption: 1 missing files; e.g.: records/000005.ldb', 'StateDamaged'],
])('%s is %s', (message, code) => {
  expect(storeError(new Error('the database is not open', { cause: new Error(message) }), '/x')).toMatchObject({
    code,
    place: '/x',
  });
});
