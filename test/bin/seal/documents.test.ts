import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

const sealed = (path: string) => {
  const result = documentsOf([`handbook=${path}`], ['handbook']);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.handbook;
};

const files = { 'a.md': 'one', 'sub/b.md': 'two' };

test('equal files in another folder are the same documents', () => {
  expect(sealed(written('first', files))).toMatchObject({ files: 2, bytes: 6 });
  expect(sealed(written('second', files))).toEqual(sealed(join(folder, 'first')));
});

test.each([
  ['another text of the same length', { ...files, 'a.md': 'eno' }],
  ['another name', { 'c.md': 'one', 'sub/b.md': 'two' }],
  ['another place', { 'a.md': 'one', 'b.md': 'two' }],
  ['one more', { ...files, 'c.md': '' }],
])('%s makes other documents', (name, other) => {
  expect(sealed(written(name, other))?.digest).not.toBe(sealed(written('first', files))?.digest);
});

test('every folder that cannot be sealed is refused at once', () => {
  const empty = written('empty', {});
  const file = join(written('file', { 'a.md': '' }), 'a.md');
  const given = [
    'handbook',
    `handbook=${file}`,
    `handbook=${join(folder, 'absent')}`,
    `other=${folder}`,
    `handbook=${empty}`,
  ];
  const { ok, issues } = documentsOf(given, ['handbook']);
  expect(ok).toBe(false);
  expect(issues.map(({ code, message, got }) => [code, message, got])).toEqual([
    ['DocumentsInvalid', 'there is no such folder', 'handbook'],
    ['DocumentsInvalid', 'there is no such folder', `handbook=${file}`],
    ['DocumentsInvalid', 'there is no such folder', `handbook=${join(folder, 'absent')}`],
    ['DocumentsInvalid', 'the platform has no such knowledge base', `other=${folder}`],
    ['DocumentsInvalid', 'the folder is empty', empty],
  ]);
});
