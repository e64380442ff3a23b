import type { Understood } from '../understood';

const repository = ['registryId', 'repositoryName'];

/** What each action of ECR understands: no filters and no pages. Source: API model of ECR in botocore 1.44.8 (2026-11). */
export const ecrMembers: Understood = {
  BatchCheckLayerAvailability: [...repository, 'layerDigests'],
  BatchDeleteImage: [...repository, 'imageIds'],
  BatchGetImage: [...repository, 'imageIds'],
  CompleteLayerUpload: [...repository, 'uploadId', 'layerDigests'],
  DescribeImages: [...repository, 'imageIds'],
  DescribeRepositories: ['registryId', 'repositoryNames'],
  GetAuthorizationToken: [],
  GetDownloadUrlForLayer: [...repository, 'layerDigest'],
  InitiateLayerUpload: repository,
  ListImages: repository,
  PutImage: [...repository, 'imageManifest', 'imageManifestMediaType', 'imageTag', 'imageDigest'],
  UploadLayerPart: [...repository, 'uploadId', 'partFirstByte', 'partLastByte', 'layerPartBlob'],
};
