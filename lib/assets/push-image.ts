import { createHash } from 'node:crypto';
import { CodedError } from '../messages';
import type { AssetState } from './asset-state';
import { missing, present, wrong } from './asset-state';
import type { ImageManifest, ImageRepository, PushEvent } from './ports';

/** Deepest nesting of indexes: an index of images, and what is attested about them. */
const deepest = 3;

/** What a manifest refers to. */
interface References {
  readonly layers: readonly { readonly digest: string; readonly bytes: number }[];
  readonly manifests: readonly string[];
}

/**
 * Copies an image by digest: layers, then manifests, the wanted one last. Layers that are there are kept, so a second copy
 * continues a first.
 *
 * @throws CodedError (AssetHashDiffers, AssetSourceMissing, AssetPlaceMissing)
 */
export async function copyImage(
  digest: string,
  from: ImageRepository,
  to: ImageRepository,
  tell: (event: PushEvent) => void,
): Promise<void> {
  await copyManifest(digest, { from, to, tell }, deepest);
  tell({ kind: 'complete', path: `${to.place}@${digest}` });
}

interface Copy {
  readonly from: ImageRepository;
  readonly to: ImageRepository;
  readonly tell: (event: PushEvent) => void;
}

async function copyManifest(digest: string, copy: Copy, depth: number): Promise<void> {
  const { from, to, tell } = copy;
  const manifest = await from.manifest(digest);
  if (manifest === undefined || depth === 0) {
    throw new CodedError('AssetSourceMissing', {
      place: `${from.place}@${digest}`,
      message: manifest === undefined ? 'the registry has no such image' : 'an index of indexes of indexes is no image',
    });
  }
  checkDigest(digest, manifest, from.place);
  const { layers, manifests } = referencesOf(manifest);
  for (const child of manifests) await copyManifest(child, copy, depth - 1);
  for (const { digest: layer, bytes } of layers) {
    if (await to.hasLayer(layer)) {
      tell({ kind: 'kept', path: layer, bytes });
      continue;
    }
    await to.putLayer(layer, await from.layer(layer));
    tell({ kind: 'sent', path: layer, bytes });
  }
  await to.putManifest(digest, manifest);
}

/** Whether a repository serves an image: its manifest with this very digest, and everything that it refers to. */
export async function imageState(digest: string, repository: ImageRepository, push: string): Promise<AssetState> {
  const manifest = await repository.manifest(digest);
  if (manifest === undefined) return missing(`${repository.place} has no image ${digest}`, push);
  const problem = await lackOf(digest, manifest, repository, deepest);
  return problem === undefined ? present : wrong('digest', problem, push);
}

async function lackOf(
  digest: string,
  manifest: ImageManifest,
  repository: ImageRepository,
  depth: number,
): Promise<string | undefined> {
  const got = digestOf(manifest.text);
  if (got !== digest) return `${repository.place}@${digest} answers with a manifest that has the digest ${got}`;
  const { layers, manifests } = referencesOf(manifest);
  for (const { digest: layer } of layers) {
    if (!(await repository.hasLayer(layer))) return `${repository.place} lacks the layer ${layer}`;
  }
  for (const child of depth === 0 ? [] : manifests) {
    const image = await repository.manifest(child);
    if (image === undefined) return `${repository.place} lacks the image ${child} of the index`;
    const problem = await lackOf(child, image, repository, depth - 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Digest of a text, `sha256:…`. */
export function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function checkDigest(digest: string, { text }: ImageManifest, place: string): void {
  const got = digestOf(text);
  if (got === digest) return;
  throw new CodedError('AssetHashDiffers', {
    place: `${place}@${digest}`,
    message: 'the registry answers with another manifest',
    got,
    expected: digest,
  });
}

/** What a manifest refers to. Source: OCI image specification 1.1, manifest.md and image-index.md. */
function referencesOf({ text }: ImageManifest): References {
  const read: unknown = JSON.parse(text);
  return {
    layers: [...descriptors(field(read, 'config')), ...descriptors(field(read, 'layers'))],
    manifests: descriptors(field(read, 'manifests')).map(({ digest }) => digest),
  };
}

function descriptors(value: unknown): readonly { readonly digest: string; readonly bytes: number }[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((one) => {
    const digest = field(one, 'digest');
    const size = field(one, 'size');
    return typeof digest === 'string' ? [{ digest, bytes: typeof size === 'number' ? size : 0 }] : [];
  });
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
