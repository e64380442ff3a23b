import type { FileSource } from '../../lib/assets/ports';
import { filesOf } from '../../lib/assets/push-files';
import { FolderSource } from '../../lib/cloud/folder';
import { CodedError } from '../../lib/messages';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import { digestOf } from '../../lib/release/canonical-json';
import type { SealedFiles } from '../../lib/release/release';
import { issueOf } from '../terminal/issues';

/**
 * Documents of knowledge bases, by what their files hold. What `llmops assets push` would not bring, such as a link, cannot be
 * sealed.
 *
 * @param given - `NAME=FOLDER`, one for each knowledge base
 * @param knowledge - knowledge bases of the platform
 */
export async function documentsOf(
  given: readonly string[],
  knowledge: readonly string[],
): Promise<Result<Readonly<Record<string, SealedFiles>>>> {
  const named = given.map((text) => ({ text, name: text.split('=', 1)[0] ?? '', folder: folderIn(text) }));
  const sealed = await Promise.all(
    named.map(({ text, name, folder }, at): Promise<Result<SealedFiles>> => {
      const problem = problemOf({ name, folder }, knowledge, named.slice(0, at));
      return problem === undefined
        ? sealedFiles(new FolderSource(folder))
        : Promise.resolve(failure([{ code: 'DocumentsInvalid', path: '--documents', got: text, ...problem }]));
    }),
  );
  const issues = sealed.flatMap((one) => one.issues);
  if (issues.length > 0) return failure(issues);
  return success(
    Object.fromEntries(named.flatMap(({ name }, at) => (sealed[at]?.ok === true ? [[name, sealed[at].value]] : []))),
  );
}

interface Named {
  readonly name: string;
  readonly folder: string;
}

function folderIn(text: string): string {
  const at = text.indexOf('=');
  return at === -1 ? '' : text.slice(at + 1);
}

function problemOf(
  { name, folder }: Named,
  knowledge: readonly string[],
  before: readonly Named[],
): Pick<Issue, 'message' | 'expected'> | undefined {
  const known = knowledge.length === 0 ? 'nothing: it has none' : `NAME=FOLDER, with one of ${knowledge.join(', ')}`;
  if (!knowledge.includes(name)) return { message: 'the platform has no such knowledge base', expected: known };
  if (folder === '') return { message: 'no folder is named', expected: `${name}=FOLDER` };
  return before.some((one) => one.name === name)
    ? { message: 'the documents of the knowledge base are named twice', expected: 'one folder' }
    : undefined;
}

/** The list of paths, sizes and hashes, in one order on every system. */
async function sealedFiles(source: FileSource): Promise<Result<SealedFiles>> {
  try {
    const read = await filesOf(source);
    if (!read.ok) return read;
    const files = read.value;
    return success({
      digest: digestOf(files),
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    });
  } catch (error) {
    if (error instanceof CodedError) return failure([issueOf(error)]);
    throw error;
  }
}
