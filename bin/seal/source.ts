import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import { sha256 } from '../../lib/release/canonical-json';
import type { Release } from '../../lib/release/release';
import type { Commit } from '../diff/git';
import { changedFiles, findCommit } from '../diff/git';

/** Names of changed files that an issue lists. */
const listedFiles = 5;

/**
 * The commit that is checked out and the lockfile next to the config, or above it in the repository.
 *
 * @param folder - of the config
 * @param releases - folder of sealed releases, which are no part of what is sealed
 */
export function sourceOf(folder: string, releases: string): Result<Release['source']> {
  const commit = findCommit('HEAD', folder);
  const lockfile = lockfileOf(folder);
  const issues: readonly Issue[] = [
    ...commit.issues,
    ...(commit.ok ? changesSince(commit.value, releases) : []),
    ...(lockfile === undefined ? [noLockfile(folder)] : []),
  ];
  if (!commit.ok || lockfile === undefined || issues.length > 0) return failure(issues);
  return success({ commit: commit.value.hash, lockfile: `sha256:${sha256(readFileSync(lockfile))}` });
}

function changesSince(commit: Commit, releases: string): readonly Issue[] {
  const files = changedFiles(commit, resolve(releases));
  if (files.length === 0) return [];
  const more = files.length > listedFiles ? ` and ${files.length - listedFiles} more` : '';
  return [
    {
      code: 'TreeNotClean',
      path: commit.root,
      message: 'the commit does not say what would be sealed',
      got: `${files.slice(0, listedFiles).join(', ')}${more}`,
      expected: 'a tree without changed or new files',
    },
  ];
}

function lockfileOf(folder: string): string | undefined {
  const file = join(folder, 'package-lock.json');
  if (existsSync(file)) return file;
  // Above the repository stands nothing that belongs to it.
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, '.git')) ? undefined : lockfileOf(above);
}

function noLockfile(folder: string): Issue {
  return {
    code: 'LockfileMissing',
    path: folder,
    message: 'nothing says which packages the release is made with',
    expected: 'package-lock.json next to the config, or above it in the repository',
  };
}
