import { lstatSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { types } from 'node:util';
import type { Issue } from '../../lib/platform';

/** A file that a command writes. */
export interface Output {
  /** Option that names the file, or what else an issue should name: `--html`. */
  readonly option: string;
  readonly file: string;
  /** Name of such a file, for the fix of an issue. */
  readonly example: string;
}

/**
 * Writes a file as a whole: a reader, and a command that is interrupted, sees the old text or the new one. Folders on the
 * way are created. A device such as `/dev/stdout` is written to and not replaced.
 *
 * @returns an issue when the file cannot be written; what was there before is unchanged then
 */
export function writeOutput(output: Output, text: string): readonly Issue[] {
  const target = targetOf(output.file);
  try {
    mkdirSync(dirname(target), { recursive: true });
    const found = lstatSync(target, { throwIfNoEntry: false });
    if (found === undefined || found.isFile()) replaceFile(target, text);
    else writeFileSync(target, text);
    return [];
  } catch (error) {
    return [unwritable(output, error)];
  }
}

function replaceFile(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Creates the folder that a command writes to, before work that would be lost without it. */
export function makeOutputFolder({ option, file, example }: Output): readonly Issue[] {
  try {
    mkdirSync(file, { recursive: true });
    return [];
  } catch (error) {
    return [unwritable({ option, file, example }, error)];
  }
}

/** The file that symbolic links lead to: replacing a link would leave its target behind. */
function targetOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function unwritable({ option, file, example }: Output, error: unknown): Issue {
  const code = types.isNativeError(error) && 'code' in error ? error.code : undefined;
  const { message, fix } = reasonOf(code, file, example) ?? {
    message: types.isNativeError(error) ? error.message : String(error),
    fix: 'name another place',
  };
  return {
    code: 'OutputUnwritable',
    path: option,
    message,
    got: file,
    expected: 'a place that can be written to',
    fix,
  };
}

/** What the error codes of the operating system mean for a user. */
function reasonOf(code: unknown, file: string, example: string): { message: string; fix: string } | undefined {
  switch (code) {
    case 'EISDIR':
      return { message: 'the output is a folder', fix: `name a file in it: ${join(file, example)}` };
    case 'EEXIST':
    case 'ENOTDIR':
      return { message: 'a file is where a folder is needed', fix: 'name another place, or remove that file' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { message: 'the output may not be written', fix: 'name another place, or change the permissions' };
    case 'ENOSPC':
      return { message: 'the disk is full', fix: 'free space, or name another place' };
    default:
      return undefined;
  }
}
