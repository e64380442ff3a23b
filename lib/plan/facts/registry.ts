import { deepLearningImage, registryRegions } from '../../catalog/aws-images';
import type { Result } from '../../platform';
import { failure, listed, success } from '../../platform';

/** An image that AWS publishes, and who asks for it. */
export interface PublishedImage {
  readonly region: string;
  readonly repository: string;
  readonly digest: string;
  /** Path of the region in the spec. */
  readonly path: string;
}

/** URI of an image in the registry of the region; an issue where its account is unknown. */
export function publishedImage({ region, repository, digest, path }: PublishedImage): Result<string> {
  const uri = deepLearningImage(region, repository, digest);
  if (uri !== undefined) return success(uri);
  const known = registryRegions(repository);
  return failure([
    {
      code: 'RegistryUnknown',
      path,
      message: `the account that publishes AWS's image '${repository}' in ${region} is unknown`,
      got: region,
      expected:
        known.length === 0 ? 'an image whose registry is known' : `a region with a known registry: ${listed(known)}`,
      fix:
        known.length === 0
          ? 'use the repository of another image that AWS publishes'
          : 'move the environment to one of these regions that the residency allows',
    },
  ]);
}
