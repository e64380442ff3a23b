import type { Issue } from '../platform';

/** A file of an asset: what is wanted of it. */
export interface AssetFile {
  /** Relative to the place of the asset, with `/` between its parts. */
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** A file as a source lists it, before its content was read. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 that the source states. @default - it states none */
  readonly sha256?: string;
  /** Git's name of the content: SHA-1 over `blob <bytes>\0` and the content. @default - it states none */
  readonly gitBlob?: string;
  /** Whether it is a link to another place. */
  readonly link?: boolean;
}

/** Name of the file that says what a complete asset holds. It is written last. */
export const manifestName = 'llmops-manifest.json';

/** Files of a repository that belong to git and not to a model. */
export function isGitFile(path: string): boolean {
  return /^\.git(?:attributes|ignore|modules|hub\/.*|\/.*)?$/.test(path);
}

/**
 * What is wrong with a list of files, before anything is read: a path that leaves the folder, a link, an empty file, a path
 * listed twice, the name of the manifest, no file at all.
 *
 * @param place - where the list comes from, for the issues
 */
export function listIssues(place: string, files: readonly ListedFile[]): readonly Issue[] {
  if (files.length === 0) {
    return [
      issueOf(place, 'the source lists no files', 'at least one file', 'name the folder or revision that has them'),
    ];
  }
  const seen = new Set<string>();
  return files.flatMap((file): readonly Issue[] => {
    const problem = problemOf(file) ?? (seen.has(file.path) ? twice : undefined);
    seen.add(file.path);
    return problem === undefined ? [] : [{ ...issueOf(place, ...problem), got: file.path }];
  });
}

type Problem = readonly [message: string, expected: string, fix: string];

const twice: Problem = ['a path is listed twice', 'each path once', 'correct the list of the source'];

function problemOf({ path, bytes, link }: ListedFile): Problem | undefined {
  if (link === true) {
    return ['a link is not a file: what it points to can change', 'files only', 'replace the link by the file itself'];
  }
  if (!isInside(path)) {
    return [
      'a path leaves the folder, or is not a plain path',
      'a relative path below the folder',
      'remove it from the source',
    ];
  }
  if (path === manifestName) {
    return ['the name is that of the manifest, which is written last', 'another name', 'remove it from the source'];
  }
  if (!Number.isSafeInteger(bytes) || bytes <= 0) {
    return [
      'a file is empty, or its size is no number',
      'a file with content',
      'bring the whole file, or leave it out',
    ];
  }
  return undefined;
}

/** Characters that leave room for a prefix in a key of S3, which has 1,024 bytes. */
const longestPath = 900;

/** Whether a path stays below the folder that it is relative to, on every system. */
export function isInside(path: string): boolean {
  const parts = path.split('/');
  // A backslash and a drive letter leave the folder on Windows; control characters hide in logs.
  const plain = path.length <= longestPath && !/[\\\p{Cc}]|^[A-Za-z]:/u.test(path);
  return plain && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

function issueOf(place: string, message: string, expected: string, fix: string): Issue {
  return { code: 'AssetListInvalid', path: place, message, expected, fix };
}
