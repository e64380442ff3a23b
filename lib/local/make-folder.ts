import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those around it. Node's own `recursive` never returns on a file system that takes no folders, such as
 * procfs: it is told that something is missing, and tries for ever (Node 20.20, 2026-11-30).
 *
 * @param mode permissions of the folders that are made. @default 0o777, less the mask of the process
 * @throws Error of the file system, also when a file is in the way
 */
export function makeFolder(path: string, mode = 0o777): void {
  if (!existsSync(dirname(path))) makeFolder(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
