import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../../lib/local/make-folder';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'make-folder-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test('a folder is made with those around it, and may be there already', () => {
  const folder = join(root, 'a/b/c');
  makeFolder(folder, 0o700);
  makeFolder(folder);
  expect(statSync(join(root, 'a')).mode & 0o777).toBe(0o700);
  expect(statSync(folder).isDirectory()).toBe(true);
});

test('a file in the way is an error', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => {
    makeFolder(join(root, 'file'));
  }).toThrow(/EEXIST/);
  expect(() => {
    makeFolder(join(root, 'file/inside'));
  }).toThrow(/ENOTDIR/);
});

(existsSync('/proc/self') ? test : test.skip)(
  'a file system that takes no folders is an error, in bounded time',
  () => {
    expect(() => {
      makeFolder('/proc/no-such-folder/inside');
    }).toThrow(/ENOENT.*mkdir/);
  },
);
