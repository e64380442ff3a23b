import { existsSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { Issue, Result } from '../../lib/platform';
import { failure } from '../../lib/platform';
import { openCommit } from './commit-folder';
import { readConfigSide } from './config-side';
import { readFileSide } from './file-side';
import type { Commit } from './git';
import { findCommit } from './git';
import type { Side } from './side';

/** What is read of a commit. */
export interface CommitOptions {
  readonly reference: string;
  readonly cwd: string;
  readonly config: string;
  /** Files to read instead of the config, as they are named in the working directory. @default - none */
  readonly files: readonly string[];
  readonly environment?: string | undefined;
  readonly region?: string | undefined;
}

/**
 * The config or files of a commit, planned by the code of today. The work tree and index stay as they are, and uncommitted
 * changes are not in it. A file that the commit lacks is new; a commit without any of them is an issue.
 */
export async function readCommitSide(given: CommitOptions): Promise<Result<Side>> {
  const inFolder = (file: string): string => (isAbsolute(file) ? relative(given.cwd, file) : file);
  const options = { ...given, config: inFolder(given.config), files: given.files.map(inFolder) };
  const found = findCommit(options.reference, options.cwd);
  if (!found.ok) return found;
  const folder = openCommit(found.value, options.cwd);
  if (!folder.ok) return folder;
  const { cwd, remove } = folder.value;
  try {
    const label = `${options.reference} (${found.value.hash.slice(0, 8)})`;
    const side =
      options.files.length > 0
        ? filesAt(options, found.value, cwd, label)
        : await configAt(options, found.value, cwd, label);
    return withReference(side, cwd, options.reference);
  } finally {
    remove();
  }
}

function filesAt(options: CommitOptions, commit: Commit, cwd: string, label: string): Result<Side> {
  const files = options.files.map((file) => join(cwd, file)).filter((file) => existsSync(file));
  if (files.length === 0) return failure([absent(options, commit, options.files.join(', '))]);
  return readFileSide(files, { label, environment: options.environment, region: options.region });
}

async function configAt(options: CommitOptions, commit: Commit, cwd: string, label: string): Promise<Result<Side>> {
  const { config, environment } = options;
  if (!existsSync(join(cwd, config))) return failure([absent(options, commit, config)]);
  return readConfigSide({ config, cwd, environment, label });
}

function absent({ reference }: CommitOptions, { hash }: Commit, got: string): Issue {
  return {
    code: 'NotInCommit',
    path: '--base',
    message: `the commit ${hash.slice(0, 8)} of ${reference} does not have it`,
    got,
    expected: 'a commit that has the config or files',
    fix: 'name another commit, or a file as the base',
  };
}

/** Issues speak of the commit, not of the folder that its files were in. */
function withReference(side: Result<Side>, cwd: string, reference: string): Result<Side> {
  const renamed = (text: string): string => text.replaceAll(`${cwd}/`, `${reference}:`).replaceAll(cwd, reference);
  const issues = side.issues.map((issue): Issue => {
    const { location } = issue;
    const path = issue.path.includes(cwd) ? renamed(issue.path) : `${reference}:${issue.path}`;
    return {
      ...issue,
      path,
      message: renamed(issue.message),
      ...(typeof issue.got === 'string' ? { got: renamed(issue.got) } : {}),
      ...(location === undefined ? {} : { location: { ...location, file: renamed(location.file) } }),
    };
  });
  return side.ok ? { ...side, issues } : { ok: false, issues };
}
