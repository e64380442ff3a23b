import type { AssetSource } from '../plan';
import { canonicalJson } from '../plan';
import type { AssetFile } from './asset-file';
import { isInside, manifestName } from './asset-file';

/** What holds the content of an asset beside its hashes. */
export type ManifestSignature =
  { readonly kind: 'unsigned' } | { readonly kind: 'model-signature'; readonly signer: string };

/** What a complete asset holds. It is written after every file, so that a half asset has none. */
export interface AssetManifest {
  readonly schema: 'llmops-kit/asset-manifest/v1';
  readonly source: AssetSource;
  readonly signature: ManifestSignature;
  /** In the order of their paths. */
  readonly files: readonly AssetFile[];
}

/** The manifest of files, in canonical order. */
export function manifestOf(
  source: AssetSource,
  signature: ManifestSignature,
  files: readonly AssetFile[],
): AssetManifest {
  const inOrder = files
    .map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { schema: 'llmops-kit/asset-manifest/v1', source, signature, files: inOrder };
}

/** The bytes of a manifest: the same files are the same bytes. */
export function manifestText(manifest: AssetManifest): string {
  return canonicalJson(manifest);
}

/** Reads a manifest that is somewhere. @returns the sentence that says why it is none */
export function readManifest(text: string): AssetManifest | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return `${manifestName} is not JSON`;
  }
  if (!isRecord(read) || read['schema'] !== 'llmops-kit/asset-manifest/v1') {
    return `${manifestName} is not of the schema llmops-kit/asset-manifest/v1`;
  }
  const { source, signature, files } = read;
  if (!Array.isArray(files) || files.length === 0 || !files.every(isFile)) {
    return `${manifestName} lists no files, or one without path, size and SHA-256`;
  }
  if (!files.every(({ path }) => isInside(path))) return `${manifestName} lists a path that leaves the prefix`;
  if (new Set(files.map(({ path }) => path)).size < files.length) return `${manifestName} lists a path twice`;
  if (!isSource(source) || !isSignature(signature)) return `${manifestName} does not say where its files come from`;
  const manifest = manifestOf(source, signature, files);
  // Another order or another field would be another manifest of the same files.
  return manifestText(manifest) === text ? manifest : `${manifestName} is not in canonical form: somebody edited it`;
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFile(value: unknown): value is AssetFile {
  return (
    isRecord(value) &&
    typeof value['path'] === 'string' &&
    Number.isSafeInteger(value['bytes']) &&
    typeof value['sha256'] === 'string' &&
    /^[0-9a-f]{64}$/.test(value['sha256'])
  );
}

function isSource(value: unknown): value is AssetSource {
  return isRecord(value) && typeof value['kind'] === 'string';
}

function isSignature(value: unknown): value is ManifestSignature {
  if (!isRecord(value)) return false;
  return value['kind'] === 'unsigned' || (value['kind'] === 'model-signature' && typeof value['signer'] === 'string');
}
