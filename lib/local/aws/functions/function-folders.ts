import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { types } from 'node:util';
import { isObject, tryParseJson } from '../../../constraints/json';

const prefix = 'llmops-functions-';
/** The file that says which process has a folder. */
const ownerFile = 'owner.json';

/** Makes a folder for the functions of this process. */
export function makeFunctionFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, prefix));
  writeFileSync(join(folder, ownerFile), JSON.stringify({ pid: process.pid, host: hostname() }));
  return folder;
}

/**
 * Removes folders whose process is gone: one that was killed could not do it. What does not say its process, or is of
 * another machine, stays; so does what may not be removed.
 * @returns the folders
 */
export function removeOrphans(parent = tmpdir()): readonly string[] {
  const orphans = namesIn(parent)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(parent, name))
    .filter(isOrphan);
  return orphans.filter((folder) => {
    try {
      rmSync(folder, { recursive: true, force: true });
      return true;
    } catch {
      return false;
    }
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isOrphan(folder: string): boolean {
  let text: string;
  try {
    text = readFileSync(join(folder, ownerFile), 'utf8');
  } catch {
    return false;
  }
  const owner = tryParseJson(text);
  if (!isObject(owner) || owner['host'] !== hostname()) return false;
  const { pid } = owner;
  return typeof pid === 'number' && Number.isInteger(pid) && pid > 0 && isGone(pid);
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return types.isNativeError(error) && 'code' in error && error.code === 'ESRCH';
  }
}
