import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject, scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { AccessRequest } from '../../iam/context';
import type { CallContext } from '../call';
import type { JsonAction } from '../service';
import { passwordOf } from './login';
import type { Repository, StoredManifest } from './store';
import {
  addPart,
  assertNextPart,
  beginUpload,
  completeUpload,
  contentsOf,
  mediaTypeOf,
  putManifest,
  repositoryNamed,
} from './store';

/** Bytes of a part of a layer. Source: Amazon ECR API reference, InitiateLayerUpload (read 2026-11-30). */
const partSize = 10_485_760;
const tokenHours = 12;

/** The ECR actions of the local cloud. Only stacks create and delete repositories. */
export const ecrActions: Readonly<Record<string, JsonAction>> = {
  BatchCheckLayerAvailability: batchCheckLayers,
  BatchDeleteImage: batchDeleteImage,
  BatchGetImage: batchGetImage,
  CompleteLayerUpload: completeLayerUpload,
  DescribeImages: describeImages,
  DescribeRepositories: describeRepositories,
  GetAuthorizationToken: getAuthorizationToken,
  GetDownloadUrlForLayer: getDownloadUrl,
  InitiateLayerUpload: initiateLayerUpload,
  ListImages: listImages,
  PutImage: putImage,
  UploadLayerPart: uploadLayerPart,
};

/** What a caller of ECR must be allowed to do: the action on each repository that it names. */
export function ecrAccess(action: string, input: JsonObject, context: CallContext): readonly AccessRequest[] {
  const { account, region } = context;
  if (action === 'GetAuthorizationToken') return [{ action: `ecr:${action}`, resource: '*' }];
  const owner = scalarText(input['registryId']) ?? account;
  const named = [
    input['repositoryName'] ?? null,
    ...(isList(input['repositoryNames']) ? input['repositoryNames'] : []),
  ];
  const names = named.flatMap((name) => scalarText(name) ?? []);
  return (names.length === 0 ? ['*'] : names).map((name) => ({
    action: `ecr:${action}`,
    resource: `arn:aws:ecr:${region}:${owner}:repository/${name}`,
  }));
}

function getAuthorizationToken(_input: JsonObject, { caller, region, endpoint, cloud }: CallContext): JsonObject {
  const token = Buffer.from(`AWS:${passwordOf({ caller, region })}`).toString('base64');
  const expiresAt = cloud.now().getTime() / 1000 + tokenHours * 3600;
  return { authorizationData: [{ authorizationToken: token, expiresAt, proxyEndpoint: endpoint }] };
}

/** The repository of a request. @throws ServiceError (RepositoryNotFoundException) */
function requireRepository(input: JsonObject, { cloud, account, region }: CallContext): Repository {
  const owner = scalarText(input['registryId']) ?? account;
  const name = scalarText(input['repositoryName']) ?? '';
  return repositoryNamed(cloud, owner, region, name) ?? noRepository(name, owner);
}

function noRepository(name: string, account: string): never {
  throw new ServiceError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${account}'`,
  );
}

function describeRepositories(input: JsonObject, { cloud, account, region }: CallContext): JsonObject {
  const owner = scalarText(input['registryId']) ?? account;
  const names = texts(input['repositoryNames']);
  const found =
    names.length === 0
      ? cloud.registry.list('AWS::ECR::Repository', owner, region).map((resource) => contentsOf(resource, cloud))
      : names.map((name) => repositoryNamed(cloud, owner, region, name) ?? noRepository(name, owner));
  return {
    repositories: found.map(({ name, resource }) => ({
      repositoryArn: resource.arn,
      registryId: resource.account,
      repositoryName: name,
      repositoryUri: `${resource.account}.dkr.ecr.${resource.region}.amazonaws.com/${name}`,
      imageTagMutability: scalarText(resource.properties['ImageTagMutability']) ?? 'MUTABLE',
    })),
  };
}

/** An image that a request names: by digest, by tag or by both, which must then be one. */
function imageNamed(repository: Repository, id: Json): StoredManifest | undefined {
  const { digest, tag } = identifierOf(id);
  const tagged = tag === undefined ? undefined : repository.tags.get(tag);
  if (tag !== undefined && (tagged === undefined || (digest !== undefined && digest !== tagged))) return undefined;
  const wanted = digest ?? tagged;
  return wanted === undefined ? undefined : repository.manifests.get(wanted);
}

function identifierOf(id: Json) {
  const [digest, tag] = isObject(id) ? [scalarText(id['imageDigest']), scalarText(id['imageTag'])] : [];
  return { digest, tag };
}

function imageIds(input: JsonObject): readonly Json[] {
  return isList(input['imageIds']) ? input['imageIds'] : [];
}

function batchGetImage(input: JsonObject, context: CallContext): JsonObject {
  const repository = requireRepository(input, context);
  const asked = imageIds(input).map((id) => ({ id, found: imageNamed(repository, id) }));
  return {
    images: asked.flatMap(({ id, found }) =>
      found === undefined ? [] : [imageView(repository, found, identifierOf(id).tag)],
    ),
    failures: asked.filter(({ found }) => found === undefined).map(({ id }) => notFoundFailure(id)),
  };
}

function notFoundFailure(id: Json): JsonObject {
  return { imageId: id, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' };
}

function imageView(
  repository: Repository,
  { digest, text, mediaType }: StoredManifest,
  tag: string | undefined,
): JsonObject {
  return {
    registryId: repository.resource.account,
    repositoryName: repository.name,
    imageId: { imageDigest: digest, ...(tag === undefined ? {} : { imageTag: tag }) },
    imageManifest: text,
    imageManifestMediaType: mediaType,
  };
}

function batchCheckLayers(input: JsonObject, context: CallContext): JsonObject {
  const repository = requireRepository(input, context);
  return {
    layers: texts(input['layerDigests']).map((layerDigest) => {
      const layer = repository.layers.get(layerDigest);
      return layer === undefined
        ? { layerDigest, layerAvailability: 'UNAVAILABLE' }
        : { layerDigest, layerAvailability: 'AVAILABLE', layerSize: layer.length };
    }),
    failures: [],
  };
}

function describeImages(input: JsonObject, context: CallContext): JsonObject {
  const repository = requireRepository(input, context);
  const { name, resource } = repository;
  const found =
    input['imageIds'] === undefined
      ? [...repository.manifests.values()]
      : imageIds(input).map((id) => {
          const image = imageNamed(repository, id);
          if (image !== undefined) return image;
          const { digest = 'null', tag = 'null' } = identifierOf(id);
          throw new ServiceError(
            'ImageNotFoundException',
            `The image with imageId {imageDigest:'${digest}', imageTag:'${tag}'} does not exist within the repository with name '${name}' in the registry with id '${resource.account}'`,
          );
        });
  return {
    imageDetails: found.map(({ digest, mediaType, pushedAt, text }) => ({
      registryId: resource.account,
      repositoryName: name,
      imageDigest: digest,
      imageTags: tagsOf(repository, digest),
      imageSizeInBytes: text.length,
      imagePushedAt: pushedAt.getTime() / 1000,
      imageManifestMediaType: mediaType,
    })),
  };
}

function tagsOf({ tags }: Repository, digest: string): readonly string[] {
  return [...tags].filter(([, tagged]) => tagged === digest).map(([tag]) => tag);
}

function listImages(input: JsonObject, context: CallContext): JsonObject {
  const repository = requireRepository(input, context);
  return {
    imageIds: [...repository.manifests.keys()].flatMap((imageDigest): readonly JsonObject[] => {
      const tags = tagsOf(repository, imageDigest);
      return tags.length === 0 ? [{ imageDigest }] : tags.map((imageTag) => ({ imageDigest, imageTag }));
    }),
  };
}

/** A tag alone is taken off its image; with its last tag an image is gone, as with its digest. */
function batchDeleteImage(input: JsonObject, context: CallContext): JsonObject {
  const repository = requireRepository(input, context);
  const asked = imageIds(input).map((id) => ({ id, found: imageNamed(repository, id) }));
  const deleted = asked.flatMap(({ id, found }) => {
    if (found === undefined) return [];
    const { digest, tag } = identifierOf(id);
    const tags = digest === undefined && tag !== undefined ? [tag] : tagsOf(repository, found.digest);
    for (const one of tags) repository.tags.delete(one);
    if (digest !== undefined || tagsOf(repository, found.digest).length === 0)
      repository.manifests.delete(found.digest);
    return (tags.length === 0 ? [undefined] : tags).map((imageTag) => ({
      imageDigest: found.digest,
      ...(imageTag === undefined ? {} : { imageTag }),
    }));
  });
  return {
    imageIds: deleted,
    failures: asked.filter(({ found }) => found === undefined).map(({ id }) => notFoundFailure(id)),
  };
}

function putImage(input: JsonObject, context: CallContext): JsonObject {
  const repository = requireRepository(input, context);
  const text = scalarText(input['imageManifest']) ?? '';
  const tag = scalarText(input['imageTag']);
  const mediaType = mediaTypeOf(text, scalarText(input['imageManifestMediaType']));
  const before = tag === undefined ? undefined : repository.tags.get(tag);
  const stored = putManifest(repository, text, { mediaType, tag }, context.cloud);
  const wanted = scalarText(input['imageDigest']);
  if (wanted !== undefined && wanted !== stored.digest) {
    throw new ServiceError(
      'ImageDigestDoesNotMatchException',
      `The digest '${wanted}' does not match '${stored.digest}' of the manifest`,
    );
  }
  if (before === stored.digest) {
    throw new ServiceError(
      'ImageAlreadyExistsException',
      `Image with digest '${stored.digest}' and tag '${tag ?? ''}' already exists in the repository with name '${repository.name}' in registry with id '${repository.resource.account}'`,
    );
  }
  return { image: imageView(repository, stored, tag) };
}

function initiateLayerUpload(input: JsonObject, context: CallContext): JsonObject {
  return { uploadId: beginUpload(requireRepository(input, context), context.cloud), partSize };
}

function uploadLayerPart(input: JsonObject, context: CallContext): JsonObject {
  const repository = requireRepository(input, context);
  const uploadId = scalarText(input['uploadId']) ?? '';
  const part = Buffer.from(scalarText(input['layerPartBlob']) ?? '', 'base64');
  assertNextPart(
    uploadId,
    repository,
    { part, first: input['partFirstByte'], last: input['partLastByte'] },
    context.cloud,
  );
  const received = addPart(uploadId, repository, part, context.cloud);
  return {
    registryId: repository.resource.account,
    repositoryName: repository.name,
    uploadId,
    lastByteReceived: received - 1,
  };
}

function completeLayerUpload(input: JsonObject, context: CallContext): JsonObject {
  const repository = requireRepository(input, context);
  const uploadId = scalarText(input['uploadId']) ?? '';
  const [layerDigest = ''] = texts(input['layerDigests']);
  completeUpload(uploadId, repository, layerDigest, context.cloud);
  return { registryId: repository.resource.account, repositoryName: repository.name, uploadId, layerDigest };
}

function getDownloadUrl(input: JsonObject, context: CallContext): JsonObject {
  const repository = requireRepository(input, context);
  const layerDigest = scalarText(input['layerDigest']) ?? '';
  if (!repository.layers.has(layerDigest)) {
    throw new ServiceError(
      'LayersNotFoundException',
      `The layer with digest '${layerDigest}' does not exist in the repository with name '${repository.name}' in the registry with id '${repository.resource.account}'`,
    );
  }
  const { caller, region, endpoint } = context;
  const login = passwordOf({ caller, region });
  return { layerDigest, downloadUrl: `${endpoint}/v2/${repository.name}/blobs/${layerDigest}?login=${login}` };
}

function texts(value: Json | undefined): readonly string[] {
  return (isList(value) ? value : []).flatMap((one) => scalarText(one) ?? []);
}
