import { createHash } from 'node:crypto';
import { CodedError } from '../messages';
import type { AssetSource } from '../plan';
import type { Issue, Result } from '../platform';
import { failure, success } from '../platform';
import type { AssetFile, ListedFile } from './asset-file';
import { isGitFile, listIssues, manifestName } from './asset-file';
import type { PresentFile } from './compare-files';
import { inParallel } from './in-parallel';
import type { ManifestSignature } from './manifest';
import { manifestOf, manifestText } from './manifest';
import type { SignatureResult } from './model-signature';
import type { Content, FileSource, FileStore, PushEvent } from './ports';

/** What is brought, from where to where. */
export interface FilePush {
  readonly source: FileSource;
  readonly store: FileStore;
  /** Source that the plan names: the manifest repeats it. */
  readonly wanted: AssetSource;
  /** Checks the signature over the complete list. @default - unsigned */
  readonly verify?: (files: readonly AssetFile[]) => Promise<SignatureResult>;
  /** Whether a manifest ends it. Documents have none: whatever reads them takes what is there. @default true */
  readonly manifest?: boolean;
  readonly tell: (event: PushEvent) => void;
}

/** Files that are uploaded at a time. Each holds at most one part in memory. */
const concurrency = 4;

/**
 * Brings the files of an asset, and its manifest after all of them. Files that are there with the right hash are kept, so a
 * second push continues a first. The list, the hashes and the signature are checked before anything is uploaded.
 *
 * @returns every problem; empty when the asset is complete
 * @throws CodedError (AssetHashDiffers, AssetSourceMissing)
 */
export async function pushFiles(push: FilePush): Promise<readonly Issue[]> {
  const { store, tell } = push;
  const checkedList = await checkedFiles(push);
  if (!checkedList.ok) return checkedList.issues;
  const { files, text } = checkedList;
  const there = await store.present();
  if (there === undefined) throw placeMissing(store.place);
  if (push.manifest !== false) {
    const taken = [...sealedIssues(store, text, there.manifest), ...foreignIssues(store, files, there.files)];
    if (taken.length > 0) return taken;
  }
  tell({ kind: 'listed', files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) });
  await upload(push, files, new Map(there.files.map((file) => [file.path, file])));
  return push.manifest === false ? [] : seal(push, text);
}

/** Files whose list, hashes and signature were checked, and the manifest of them. */
type CheckedFiles =
  | {
      readonly ok: true;
      readonly files: readonly AssetFile[];
      readonly signature: ManifestSignature;
      /** Text of the manifest. */
      readonly text: string;
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Checks the list, the hashes and the signature of a source. Writes nothing. @throws CodedError (AssetHashDiffers, AssetSourceMissing) */
export async function checkedFiles({
  source,
  wanted,
  verify,
}: Pick<FilePush, 'source' | 'wanted' | 'verify'>): Promise<CheckedFiles> {
  const read = await filesOf(source);
  if (!read.ok) return read;
  const files = read.value;
  const verified = await verify?.(files);
  if (verified?.ok === false) return { ok: false, issues: verified.issues };
  const signature = verified?.signature ?? { kind: 'unsigned' };
  return { ok: true, files, signature, text: manifestText(manifestOf(wanted, signature, files)) };
}

/** The place of an asset does not exist yet. */
function placeMissing(place: string): CodedError {
  return new CodedError('AssetPlaceMissing', { place, message: 'it does not exist yet' });
}

/**
 * Every file of a source but those of git, with its SHA-256, or what is wrong with the list.
 *
 * @throws CodedError (AssetSourceMissing, AssetHashDiffers)
 */
export async function filesOf(source: FileSource): Promise<Result<readonly AssetFile[]>> {
  const listed = (await source.list()).filter(({ path }) => !isGitFile(path));
  const issues = listIssues(source.place, listed);
  return issues.length > 0 ? failure(issues) : success(await hashed(source, listed));
}

/** The list with the SHA-256 of every file. A file that the source states none of is read once. */
async function hashed(source: FileSource, listed: readonly ListedFile[]): Promise<readonly AssetFile[]> {
  return inParallel(concurrency, listed, async (file): Promise<AssetFile> => {
    const { path, bytes, sha256 } = file;
    if (sha256 !== undefined) return { path, bytes, sha256 };
    return { path, bytes, sha256: await checkedHash(source, file) };
  });
}

/** The SHA-256 of a file, whose size and git name must be those of the list. */
async function checkedHash(source: FileSource, { path, bytes, gitBlob }: ListedFile): Promise<string> {
  const sha256 = createHash('sha256');
  // Git's name of a file, which a hub lists for files that it keeps in git itself.
  const blob = createHash('sha1').update(`blob ${bytes}\0`);
  let length = 0;
  for await (const part of source.read(path)) {
    length += part.length;
    sha256.update(part);
    blob.update(part);
  }
  const git = blob.digest('hex');
  if (length === bytes && (gitBlob === undefined || gitBlob === git)) return sha256.digest('hex');
  throw new CodedError('AssetHashDiffers', {
    place: `${source.place}/${path}`,
    message: length === bytes ? 'the list states another content' : 'the list states another size',
    got: length === bytes ? git : length,
    expected: String(length === bytes ? (gitBlob ?? '') : bytes),
  });
}

/** Files below the prefix that are not of this asset: nothing may be served that nobody listed. */
function foreignIssues(store: FileStore, files: readonly AssetFile[], there: readonly PresentFile[]): readonly Issue[] {
  const known = new Set([...files.map(({ path }) => path), manifestName]);
  const foreign = there.filter(({ path }) => !known.has(path));
  return foreign.length === 0
    ? []
    : [
        {
          code: 'AssetPlaceDiffers',
          path: store.place,
          message: 'there are files that the source does not list',
          got: foreign.slice(0, 5).map(({ path }) => path),
          expected: 'the files of this asset only',
          fix: `look at them, then ${store.removal(foreign[0]?.path)}`,
        },
      ];
}

async function upload(
  { source, store, tell }: FilePush,
  files: readonly AssetFile[],
  there: ReadonlyMap<string, PresentFile>,
): Promise<void> {
  await inParallel(concurrency, files, async (file) => {
    const kept = there.get(file.path);
    if (kept?.bytes === file.bytes && kept.sha256 === file.sha256) {
      tell({ kind: 'kept', path: file.path, bytes: file.bytes });
      return;
    }
    await store.upload(file, source.read(file.path));
    tell({ kind: 'sent', path: file.path, bytes: file.bytes });
  });
}

/** Writes the manifest, the last thing: from here on the asset is complete. */
async function seal({ store, tell }: FilePush, text: string): Promise<readonly Issue[]> {
  // Somebody else may have completed it meanwhile.
  const written = await store.writeOnce(manifestName, text);
  const issues = written ? [] : sealedIssues(store, text, (await store.present())?.manifest);
  if (issues.length === 0) tell({ kind: 'complete', path: `${store.place}${manifestName}` });
  return issues;
}

/** A complete asset is never changed: not one byte of a place whose manifest lists other files. */
function sealedIssues(store: FileStore, text: string, there: string | undefined): readonly Issue[] {
  if (there === undefined || there === text) return [];
  return [
    {
      code: 'AssetPlaceDiffers',
      path: `${store.place}${manifestName}`,
      message: 'a manifest of other files is there, and it is written once',
      expected: 'no manifest, or the one of these files',
      fix: `look at it, then ${store.removal()} and run the command again`,
    },
  ];
}

/** Content that is checked while it is read: at its end it has the size and the hash of the file, or the reading fails. */
export async function* checked(content: Content, { path, bytes, sha256 }: AssetFile, place: string): Content {
  const hash = createHash('sha256');
  let length = 0;
  for await (const part of content) {
    length += part.length;
    hash.update(part);
    yield part;
  }
  const got = hash.digest('hex');
  if (length === bytes && got === sha256) return;
  throw new CodedError('AssetHashDiffers', {
    place: `${place}${path}`,
    message: length === bytes ? 'the content has another SHA-256' : 'the content has another size',
    got: length === bytes ? got : length,
    expected: length === bytes ? sha256 : `${bytes} bytes`,
  });
}
