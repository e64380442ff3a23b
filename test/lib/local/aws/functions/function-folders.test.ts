import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFunctionFolder, removeOrphans } from '../../../../../lib/local/aws/functions/function-folders';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'function-folders-'));
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

/** A process that has ended. */
const ended = spawnSync(process.execPath, ['-e', '']).pid;

function folder(name: string, owner?: string): string {
  const path = join(parent, name);
  mkdirSync(join(path, 'code'), { recursive: true });
  if (owner !== undefined) writeFileSync(join(path, 'owner.json'), owner);
  return path;
}

test('a folder whose process is gone is removed with what is in it', () => {
  const orphan = folder('llmops-functions-orphan', JSON.stringify({ pid: ended, host: hostname() }));
  const mine = makeFunctionFolder(parent);
  expect(removeOrphans(parent)).toEqual([orphan]);
  expect([existsSync(orphan), existsSync(mine)]).toEqual([false, true]);
});

test.each<[string, string, string | undefined]>([
  ['names no process', 'llmops-functions-a', undefined],
  ['names it in vain', 'llmops-functions-a', 'what?'],
  ['is of another machine', 'llmops-functions-a', JSON.stringify({ pid: ended, host: `not-${hostname()}` })],
  ['is of a group of processes', 'llmops-functions-a', JSON.stringify({ pid: -1, host: hostname() })],
  ['is not of functions', 'other-a', JSON.stringify({ pid: ended, host: hostname() })],
  ['is of a process that runs', 'llmops-functions-a', JSON.stringify({ pid: process.ppid, host: hostname() })],
])('a folder that %s stays', (_what, name, owner) => {
  const path = folder(name, owner);
  expect([removeOrphans(parent), existsSync(path)]).toEqual([[], true]);
});

test('a parent that cannot be read has none', () => {
  expect(removeOrphans(join(parent, 'absent'))).toEqual([]);
});
