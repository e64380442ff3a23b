import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentsOf } from '../../../bin/seal/documents';

const folder = mkdtempSync(join(tmpdir(), 'llmops-documents-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, files: Readonly<Record<string, string>>): string {
  const to = join(folder, name);
  mkdirSync(join(to, 'sub'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(to, file), text);
  return to;
}

const sealed = async (path: string) => {
  const result = await documentsOf([`handbook=${path}`], ['handbook']);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.handbook;
};

const files = { 'a.md': 'one', 'sub/b.md': 'two' };

test('equal files in another folder are the same documents', async () => {
  expect(await sealed(written('first', files))).toMatchObject({ files: 2, bytes: 6 });
  expect(await sealed(written('second', files))).toEqual(await sealed(join(folder, 'first')));
});

test.each([
  ['another text of the same length', { ...files, 'a.md': 'eno' }],
  ['another name', { 'c.md': 'one', 'sub/b.md': 'two' }],
  ['another place', { 'a.md': 'one', 'b.md': 'two' }],
  ['one more', { ...files, 'c.md': 'three' }],
])('%s makes other documents', async (name, other) => {
  const [one, first] = [await sealed(written(name, other)), await sealed(written('first', files))];
  expect(one?.digest).not.toBe(first?.digest);
});

test('everything that cannot be sealed is refused at once, and what a push would not bring is not sealed', async () => {
  const empty = written('empty', {});
  const bad = written('bad', { 'a.md': '', 'b.md': 'two', '.gitignore': '*' });
  symlinkSync(join(folder, 'first/a.md'), join(bad, 'link.md'));
  const given = ['a', `b=${join(folder, 'absent')}`, `other=${folder}`, `c=${empty}`, `d=${bad}`, `d=${folder}`];
  const { ok, issues } = await documentsOf(given, ['a', 'b', 'c', 'd']);
  expect(ok).toBe(false);
  expect(issues.map(({ code, got, message }) => [code, got ?? message])).toEqual([
    ['DocumentsInvalid', 'a'],
    ['AssetSourceMissing', expect.stringContaining('no such file or directory')],
    ['DocumentsInvalid', `other=${folder}`],
    ['AssetListInvalid', 'the source lists no files'],
    ['AssetListInvalid', 'a.md'],
    ['AssetListInvalid', 'link.md'],
    ['DocumentsInvalid', `d=${folder}`],
  ]);
});
