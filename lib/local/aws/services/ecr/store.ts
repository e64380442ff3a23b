import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject, scalarText, tryParseJson } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { Cloud } from '../../state/cloud';
import type { ExistingResource } from '../../state/registry';

/** A manifest as it was pushed. */
export interface StoredManifest {
  readonly digest: string;
  readonly text: string;
  readonly mediaType: string;
  readonly pushedAt: Date;
}

/** An upload of a layer that is not complete. */
interface LayerUpload {
  readonly repository: string;
  readonly parts: readonly Buffer[];
}

/** What a repository holds. */
export interface Repository {
  readonly resource: ExistingResource;
  readonly name: string;
  /** By digest. */
  readonly layers: Map<string, Buffer>;
  /** By digest. */
  readonly manifests: Map<string, StoredManifest>;
  /** Digests by tag. */
  readonly tags: Map<string, string>;
}

/** Media types of manifests. Source: OCI image specification 1.1 and Docker Image Manifest V2, Schema 2. */
const mediaTypes = {
  oci: 'application/vnd.oci.image.manifest.v1+json',
  ociIndex: 'application/vnd.oci.image.index.v1+json',
  docker: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
} as const;

/** The digest of a manifest or a layer. */
export function digestOf(content: Buffer | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** Uploads that are not complete, by id. */
function uploads(cloud: Cloud): Map<string, LayerUpload> {
  return cloud.ledger.table('ecr/uploads');
}

/** The contents of a repository resource. */
export function contentsOf(resource: ExistingResource, cloud: Cloud): Repository {
  const place = `${resource.account}/${resource.region}/${resource.physicalId}`;
  return {
    resource,
    name: resource.physicalId,
    layers: cloud.ledger.table(`ecr/layers/${place}`),
    manifests: cloud.ledger.table(`ecr/manifests/${place}`),
    tags: cloud.ledger.table(`ecr/tags/${place}`),
  };
}

/** The repository with a name; undefined where no stack made one. */
export function repositoryNamed(cloud: Cloud, account: string, region: string, name: string): Repository | undefined {
  const found = cloud.registry
    .list('AWS::ECR::Repository', account, region)
    .find(({ physicalId }) => physicalId === name);
  return found && contentsOf(found, cloud);
}

/** Whether a repository serves an image by digest or tag: its manifest, and every layer or image that this names. */
export function servesImage(repository: Repository, reference: string): boolean {
  const digest = reference.startsWith('sha256:') ? reference : repository.tags.get(reference);
  const manifest = digest === undefined ? undefined : repository.manifests.get(digest);
  if (manifest === undefined) return false;
  const { layers, manifests } = referencesOf(manifest.text);
  return (
    layers.every((layer) => repository.layers.has(layer)) && manifests.every((image) => servesImage(repository, image))
  );
}

/** Digests that a manifest names: of its configuration and layers, or of the images of an index. */
function referencesOf(text: string): {
  readonly layers: readonly string[];
  readonly manifests: readonly string[];
} {
  const manifest = tryParseJson(text);
  if (!isObject(manifest)) return { layers: [], manifests: [] };
  const digests = (value: JsonObject[string] | undefined): readonly string[] =>
    (isList(value) ? value : [value ?? null]).flatMap((one) =>
      isObject(one) ? (scalarText(one['digest']) ?? []) : [],
    );
  return {
    layers: [...digests(manifest['config']), ...digests(manifest['layers'])],
    manifests: digests(manifest['manifests']),
  };
}

/** The media type of a manifest: what the request says, or else what the manifest says or is. */
export function mediaTypeOf(text: string, given: string | undefined): string {
  if (given !== undefined && Object.values<string>(mediaTypes).includes(given)) return given;
  const manifest = tryParseJson(text);
  if (!isObject(manifest))
    throw new ServiceError(
      'InvalidParameterException',
      "Invalid parameter at 'imageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
    );
  return (
    scalarText(manifest['mediaType']) ?? (manifest['manifests'] === undefined ? mediaTypes.oci : mediaTypes.ociIndex)
  );
}

/**
 * Stores a manifest under its digest and a tag.
 * @throws ServiceError (LayersNotFoundException, ReferencedImagesNotFoundException, ImageTagAlreadyExistsException)
 */
export function putManifest(
  repository: Repository,
  text: string,
  { mediaType, tag }: { readonly mediaType: string; readonly tag: string | undefined },
  cloud: Cloud,
): StoredManifest {
  const { layers, manifests } = referencesOf(text);
  const { name, resource } = repository;
  const where = `in the repository with name '${name}' in registry with id '${resource.account}'`;
  const absent = layers.filter((digest) => !repository.layers.has(digest));
  if (absent.length > 0) {
    throw new ServiceError(
      'LayersNotFoundException',
      `The layers with digests '[${absent.join(', ')}]' required for pushing image into repository with name '${name}' in the registry with id '${resource.account}' do not exist`,
    );
  }
  const unknown = manifests.filter((digest) => !repository.manifests.has(digest));
  if (unknown.length > 0) {
    throw new ServiceError(
      'ReferencedImagesNotFoundException',
      `The images with digests '[${unknown.join(', ')}]' required for pushing image ${where} do not exist`,
    );
  }
  const digest = digestOf(text);
  const tagged = tag === undefined ? undefined : repository.tags.get(tag);
  if (
    tagged !== undefined &&
    tagged !== digest &&
    scalarText(resource.properties['ImageTagMutability']) === 'IMMUTABLE'
  ) {
    throw new ServiceError(
      'ImageTagAlreadyExistsException',
      `The image tag '${tag ?? ''}' already exists in the '${name}' repository and cannot be overwritten because the repository is immutable.`,
    );
  }
  const stored = repository.manifests.get(digest) ?? { digest, text, mediaType, pushedAt: cloud.now() };
  repository.manifests.set(digest, stored);
  if (tag !== undefined) repository.tags.set(tag, digest);
  return stored;
}

/** Begins an upload. @returns its id */
export function beginUpload({ name }: Repository, cloud: Cloud): string {
  const id = cloud.ids.fresh('ecr-upload');
  uploads(cloud).set(id, { repository: name, parts: [] });
  return id;
}

/** Adds bytes to an upload. @returns the bytes that it has now @throws ServiceError (UploadNotFoundException) */
export function addPart(id: string, repository: Repository, part: Buffer, cloud: Cloud): number {
  const { parts } = requireUpload(id, repository, cloud);
  const all = [...parts, part];
  uploads(cloud).set(id, { repository: repository.name, parts: all });
  return all.reduce((sum, { length }) => sum + length, 0);
}

/**
 * Refuses a part that does not follow what was received, or is not as long as it says.
 * Source: Amazon ECR API reference, InvalidLayerPartException (read 2026-11-30).
 * @throws ServiceError (InvalidLayerPartException)
 */
export function assertNextPart(
  id: string,
  repository: Repository,
  { part, first, last }: { readonly part: Buffer; readonly first: Json | undefined; readonly last: Json | undefined },
  cloud: Cloud,
): void {
  const received = requireUpload(id, repository, cloud).parts.reduce((sum, { length }) => sum + length, 0);
  const end = received + part.length - 1;
  if (first === received && last === end) return;
  throw new ServiceError(
    'InvalidLayerPartException',
    `The part must be bytes ${received} to ${end} of the layer: ${received} were received and it has ${part.length}. Got bytes ${scalarText(first) ?? 'none'} to ${scalarText(last) ?? 'none'}`,
  );
}

/** Completes an upload. @throws ServiceError (UploadNotFoundException, InvalidLayerException) for bytes with another digest */
export function completeUpload(id: string, repository: Repository, digest: string, cloud: Cloud): Buffer {
  const layer = Buffer.concat(requireUpload(id, repository, cloud).parts);
  const found = digestOf(layer);
  if (found !== digest) {
    throw new ServiceError(
      'InvalidLayerException',
      `Layer digest '${digest}' does not match: the bytes that were uploaded have '${found}'`,
    );
  }
  repository.layers.set(digest, layer);
  uploads(cloud).delete(id);
  return layer;
}

/** @throws ServiceError (UploadNotFoundException) */
export function requireUpload(id: string, { name, resource }: Repository, cloud: Cloud): LayerUpload {
  const upload = uploads(cloud).get(id);
  if (upload?.repository === name) return upload;
  throw new ServiceError(
    'UploadNotFoundException',
    `The upload with id '${id}' does not exist in the repository with name '${name}' in the registry with id '${resource.account}'`,
  );
}
