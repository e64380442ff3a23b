import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import type { Commit, TreeEntry } from './git';
import { contentsOf, filesOf } from './git';

/** Bytes of a file that a config may import or read; larger ones are left out. */
const mostFileBytes = 1_000_000;
/** Bytes and number of all files together. */
const mostBytes = 200_000_000;
const mostFiles = 20_000;

/** A temporary folder with the files of a commit. */
export interface CommitFolder {
  /** The folder that stands for the working directory. */
  readonly cwd: string;
  readonly remove: () => void;
}

/**
 * Writes the files of a commit into a folder outside of the repository, which keeps its work tree and index. Packages are those
 * that are installed now.
 *
 * @param cwd working directory, in the repository
 */
export function openCommit(commit: Commit, cwd: string): Result<CommitFolder> {
  const files = filesOf(commit).filter(({ bytes }) => bytes <= mostFileBytes);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (files.length > mostFiles || bytes > mostBytes) return failure([tooLarge(commit, files.length, bytes)]);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'llmops-base-')));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    write(commit, files, folder);
    const place = relative(realpathSync(commit.root), realpathSync(cwd));
    linkPackages(commit.root, folder, place);
    return success({ cwd: join(folder, place), remove });
  } catch (error) {
    remove();
    throw error;
  }
}

function write(commit: Commit, files: readonly TreeEntry[], folder: string): void {
  const contents = contentsOf(
    commit,
    files.map(({ object }) => object),
  );
  for (const [index, { path }] of files.entries()) {
    const target = join(folder, path);
    // A tree can hold any name, and git checks it only where it is told to.
    if (!target.startsWith(folder + sep)) throw new Error(`the commit holds the path ${path}`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contents[index] ?? Buffer.alloc(0));
  }
}

/** Packages are looked for in the folders from the working directory up to the root of the repository. */
function linkPackages(root: string, folder: string, place: string): void {
  const parts = place === '' ? [] : place.split(sep);
  for (let depth = 0; depth <= parts.length; depth += 1) {
    const at = parts.slice(0, depth);
    const installed = join(root, ...at, 'node_modules');
    const target = join(folder, ...at, 'node_modules');
    if (!existsSync(installed) || existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(installed, target, 'junction');
  }
}

function tooLarge({ reference }: Commit, files: number, bytes: number): Issue {
  return {
    code: 'CommitTooLarge',
    path: '--base',
    message: `the commit ${reference} has too many files to be planned apart`,
    got: `${files} files, ${Math.round(bytes / 1e6)} MB`,
    expected: `at most ${mostFiles} files and ${mostBytes / 1e6} MB`,
    fix: 'check the commit out, write its graph with llmops graph --out base.json, and give --base base.json',
  };
}
