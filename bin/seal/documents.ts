import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import { digestOf, sha256 } from '../../lib/release/canonical-json';
import type { SealedFiles } from '../../lib/release/release';

/**
 * Documents of knowledge bases, by what their files hold.
 *
 * @param given - `NAME=FOLDER`, one for each knowledge base
 * @param knowledge - knowledge bases of the platform
 */
export function documentsOf(
  given: readonly string[],
  knowledge: readonly string[],
): Result<Readonly<Record<string, SealedFiles>>> {
  const issues: Issue[] = [];
  const sealed = given.flatMap((text): [string, SealedFiles][] => {
    const [name = '', folder = ''] = split(text);
    const problem = problemOf({ text, name, folder, knowledge });
    if (problem === undefined) return [[name, sealedFiles(resolve(folder))]];
    issues.push(problem);
    return [];
  });
  return issues.length > 0 ? failure(issues) : success(Object.fromEntries(sealed));
}

function split(text: string): readonly string[] {
  const at = text.indexOf('=');
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

interface Given {
  readonly text: string;
  readonly name: string;
  readonly folder: string;
  readonly knowledge: readonly string[];
}

function problemOf({ text, name, folder, knowledge }: Given): Issue | undefined {
  const invalid = (message: string, got: string, expected: string): Issue => ({
    code: 'DocumentsInvalid',
    path: '--documents',
    message,
    got,
    expected,
  });
  const known = knowledge.length === 0 ? 'nothing: it has none' : `NAME=FOLDER, with one of ${knowledge.join(', ')}`;
  if (!knowledge.includes(name)) return invalid('the platform has no such knowledge base', text, known);
  const found = folder === '' ? undefined : statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true)
    return invalid('there is no such folder', text, `${name}=FOLDER, a folder of files`);
  return filesIn(folder).length === 0 ? invalid('the folder is empty', folder, 'at least one file') : undefined;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The list of paths, sizes and hashes, in one order on every system. */
function sealedFiles(folder: string): SealedFiles {
  const files = filesIn(folder)
    .map((file) => {
      const content = readFileSync(file);
      return { path: relative(folder, file).split(sep).join('/'), bytes: content.length, sha256: sha256(content) };
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { digest: digestOf(files), files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
