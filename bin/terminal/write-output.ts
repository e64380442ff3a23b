import { lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { types } from 'node:util';
import { makeFolder } from '../../lib/local/make-folder';
import type { Issue } from '../../lib/platform';

/** A file that a command writes. */
export interface Output {
  /** Option that names the file, for example `--html`: the path of an issue about it. */
  readonly option: string;
  readonly file: string;
  /** Name of an example file, for the fix of an issue. */
  readonly example: string;
}

/**
 * Writes a file as a whole: a reader sees the old text or the new text, also when the command is interrupted. Missing
 * folders are created. A device such as `/dev/stdout` is written to and not replaced.
 *
 * @returns an issue when the file cannot be written; the old file is then unchanged
 */
export function writeOutput(output: Output, text: string): readonly Issue[] {
  const target = targetOf(output.file);
  try {
    makeFolder(dirname(target));
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

/** Creates the output folder of a command before the work whose results it receives. */
export function makeOutputFolder({ option, file, example }: Output): readonly Issue[] {
  try {
    makeFolder(file);
    return [];
  } catch (error) {
    return [unwritable({ option, file, example }, error)];
  }
}

/** The target of symbolic links: a replaced link would leave its target unchanged. */
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
    fix: 'name another location',
  };
  return {
    code: 'OutputUnwritable',
    path: option,
    message,
    got: file,
    expected: 'a location that can be written to',
    fix,
  };
}

/** Message and fix for an error code of the operating system. */
function reasonOf(code: unknown, file: string, example: string): { message: string; fix: string } | undefined {
  switch (code) {
    case 'EISDIR':
      return { message: 'the output is a folder', fix: `name a file in it: ${join(file, example)}` };
    case 'EEXIST':
    case 'ENOTDIR':
      return { message: 'a file is where a folder is needed', fix: 'name another location, or remove the file' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        message: 'this user has no permission to write the output',
        fix: 'name another location, or change the permissions',
      };
    case 'ENOSPC':
      return { message: 'the disk is full', fix: 'free space, or name another location' };
    default:
      return undefined;
  }
}
