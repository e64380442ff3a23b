import { spawnSync } from 'node:child_process';
import { relative, sep } from 'node:path';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';

/** Bytes that a command of git may answer. */
const mostBytes = 256_000_000;

/** A commit that a reference names, and the repository that has it. */
export interface Commit {
  readonly reference: string;
  /** Full hash. */
  readonly hash: string;
  /** Absolute path of the repository's work tree. */
  readonly root: string;
}

/**
 * The commit of a reference in the repository of a folder.
 *
 * Issues: there is no git, the folder is in no repository, a shallow clone lacks the commit, the reference is unknown.
 */
export function findCommit(reference: string, cwd: string): Result<Commit> {
  const top = git(['rev-parse', '--show-toplevel'], cwd);
  if (top.missing) return failure([gitMissing]);
  if (top.code !== 0) {
    return failure([
      refIssue({ code: 'GitRepositoryMissing', message: 'this folder is in no git repository', got: cwd }),
    ]);
  }
  const root = top.text.trim();
  const found = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`], root);
  if (found.code === 0) return success({ reference, hash: found.text.trim(), root });
  const shallow = git(['rev-parse', '--is-shallow-repository'], root).text.trim() === 'true';
  return failure([
    shallow
      ? refIssue({ code: 'ShallowClone', message: 'this clone is shallow and lacks the commit', got: reference })
      : refIssue({ code: 'UnknownReference', message: 'git knows no commit of this name', got: reference }),
  ]);
}

/** A file or folder of a commit. */
export interface TreeEntry {
  /** Path in the repository. */
  readonly path: string;
  readonly object: string;
  readonly bytes: number;
}

/** Regular files of a commit. Links and submodules are left out: they lead out of it. */
export function filesOf({ hash, root }: Commit): readonly TreeEntry[] {
  const listing = git(['ls-tree', '-r', '-l', '-z', '--full-tree', hash], root);
  return listing.text.split('\0').flatMap((line) => {
    const match = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line);
    const [, object, bytes, path] = match ?? [];
    return object === undefined || path === undefined ? [] : [{ path, object, bytes: Number(bytes) }];
  });
}

/**
 * Files that are changed or new since the checked out commit, sorted.
 *
 * @param except - absolute path of a folder that does not count
 */
export function changedFiles({ root }: Commit, except: string): readonly string[] {
  const path = relative(root, except).split(sep).join('/');
  const left = path === '' || path.startsWith('../') ? [] : [`:(top,exclude)${path}`];
  const { text, code } = git(
    ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', '.', ...left],
    root,
  );
  if (code !== 0) throw new Error(`git status ended with ${String(code)} in ${root}`);
  return text
    .split('\0')
    .flatMap((line) => (line === '' ? [] : [line.slice('XY '.length)]))
    .toSorted();
}

/** The contents of objects, in their order. No filter of the repository runs, and nothing is fetched. */
export function contentsOf({ root }: Commit, objects: readonly string[]): readonly Buffer[] {
  const { stdout } = spawnSync('git', ['cat-file', '--batch'], {
    cwd: root,
    env: environment(),
    input: `${objects.join('\n')}\n`,
    maxBuffer: mostBytes,
  });
  const contents: Buffer[] = [];
  let at = 0;
  for (const object of objects) {
    const end = stdout.indexOf(10, at);
    const [, , size] = stdout.toString('latin1', at, end).split(' ');
    const length = Number(size);
    if (end === -1 || !Number.isInteger(length)) throw new Error(`git has no object ${object}`);
    contents.push(stdout.subarray(end + 1, end + 1 + length));
    at = end + length + 2;
  }
  return contents;
}

interface GitAnswer {
  readonly code: number | null;
  readonly text: string;
  readonly missing: boolean;
}

function git(args: readonly string[], cwd: string): GitAnswer {
  const { status, stdout, error } = spawnSync('git', args, {
    cwd,
    env: environment(),
    encoding: 'utf8',
    maxBuffer: mostBytes,
  });
  return { code: status, text: stdout, missing: error !== undefined && 'code' in error && error.code === 'ENOENT' };
}

/** A partial clone does not fetch what it lacks: a review connects to nothing. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
}

const gitMissing: Issue = {
  code: 'GitMissing',
  path: '--base',
  message: 'git is not installed here, so no reference can be read',
  expected: 'git on the PATH, or a file as the base',
};

function refIssue(issue: Pick<Issue, 'code' | 'message' | 'got'>): Issue {
  return { ...issue, path: '--base', expected: 'a file, or a commit such as origin/main' };
}
