import { isUnprovenOnNewImages } from '../../catalog/device-facts';
import { publicGalleryImage } from '../../catalog/published-images';
import type { AwsServingImage, ServingEngine } from '../../catalog/types';
import type { AwsServing, Result } from '../../platform';
import { failure, success } from '../../platform';
import type { Decision, Reason } from '../decision';
import { cite, decide, pinned, withRejected } from '../decision';
import { engineNames } from '../endpoint/serving';
import { publishedImage } from '../facts/registry';
import { physicalName } from '../naming/name';
import type { AwsEndpointPlan } from './aws-plan';
import type { AwsEndpointRequest } from './endpoint-request';
import { imageCache } from './image-caches';

type Context = Pick<AwsEndpointRequest, 'key' | 'platform' | 'environment' | 'endpoint' | 'target'>;
type PulledImage = Pick<AwsEndpointPlan, 'imageUri' | 'imageCopiedFrom' | 'imageCachedFrom'>;

/** The engine and device that an image is for. */
interface ImageRequest {
  readonly engine: ServingEngine;
  readonly image: AwsServingImage;
  readonly accelerator: string;
}

/** The image where SageMaker pulls it: AWS's own, its copy in the repository of the environment, or a cache of a public one. */
export function servingImage(context: Context, request: ImageRequest): Result<PulledImage> {
  const serving = context.endpoint.serving.aws ?? { from: 'published-image' };
  if (serving.from === 'cached-image') return success(cachedImage(context, request, serving));
  const published = imageOfAws(context, request);
  if (!published.ok) return failure(published.issues);
  return success(
    serving.from === 'copied-image' ? copiedImage(context, published.value) : { imageUri: published.value },
  );
}

function copiedImage(
  { environment, key, platform, target: { account, region, registry } }: Context,
  published: Decision<string>,
): PulledImage {
  const [host = '', digest = ''] = [published.value.split('/')[0], published.value.split('@')[1]];
  const repository =
    registry === undefined
      ? physicalName({ service: 'ecr-repository', owner: `${account}/${region}`, parts: [platform, environment] }).value
      : registry.repositoryName;
  const copy = decide(
    `${account}${host.slice(host.indexOf('.'))}/${repository}@${digest}`,
    'serving.copied-image',
    `endpoints.${key}.serving.aws copies the image by digest: it is scanned and kept by this account, whatever its publisher deletes`,
    [
      {
        value: published.value,
        reason: 'nothing to copy and to store, and the publisher decides how long it is there',
      },
    ],
  );
  return { imageUri: { ...copy, because: [...copy.because, ...published.because] }, imageCopiedFrom: published };
}

function cachedImage(
  { endpoint, environment, key, platform, target: { account, region } }: Context,
  { engine, image, accelerator }: ImageRequest,
  serving: Extract<AwsServing, { from: 'cached-image' }>,
): PulledImage {
  const path = `endpoints.${key}.serving`;
  const repository = serving.image ?? publicGalleryImage(image.repository);
  const digest = endpoint.serving.imageDigest.aws ?? '';
  const source =
    serving.image === undefined
      ? cite(
          `${repository}@${digest}`,
          'serving.image-by-digest',
          `AWS's build of ${engineNames[engine.engine]} ${engine.version} in its public gallery, pinned by ${path}.imageDigest.aws`,
          engine,
        )
      : pinned(`${repository}@${digest}`, `${path}.aws.image and ${path}.imageDigest.aws`);
  const [host = '', ...rest] = repository.split('/');
  const { repositoryPrefix } = imageCache({ platform, environment, account, region }, host);
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const cached = decide(
    `${account}.dkr.ecr.${region}.${suffix}/${repositoryPrefix.value}/${rest.join('/')}@${digest}`,
    'serving.cached-image',
    `${path}.aws pulls ${repository} through a cache of this account: the first pull of the digest fetches it, and ECR keeps it whatever its publisher deletes`,
    [
      { value: 'copied-image', reason: 'the image goes through the machine that copies it' },
      { value: 'published-image', reason: 'nothing to keep, and the publisher decides how long it is there' },
    ],
  );
  return {
    imageUri: { ...cached, because: [...cached.because, ...source.because, ...unproven(image, accelerator)] },
    imageCachedFrom: source,
  };
}

function imageOfAws(
  { endpoint, environment, key, target: { region } }: Context,
  { engine, image: { repository, tag }, accelerator }: ImageRequest,
): Result<Decision<string>> {
  const digest = endpoint.serving.imageDigest.aws ?? '';
  const uri = publishedImage({ region, repository, digest, path: `environments.${environment}.aws.region` });
  if (!uri.ok) return uri;
  const image = withRejected(
    cite(
      uri.value,
      'serving.image-by-digest',
      `AWS's build of ${engineNames[engine.engine]} ${engine.version} in this region, pinned by endpoints.${key}.serving.imageDigest.aws`,
      engine,
    ),
    [{ value: `${repository}:${tag}`, reason: 'a tag can be moved to other bytes after they were tested' }],
  );
  return success({ ...image, because: [...image.because, ...unproven({ tag }, accelerator)] });
}

function unproven({ tag }: Pick<AwsServingImage, 'tag'>, accelerator: string): readonly Reason[] {
  if (!isUnprovenOnNewImages(accelerator)) return [];
  const text =
    `a benchmark suite of AWS failed on ${accelerator} with an image for CUDA 12.9, and ${tag} is for that or newer: ` +
    'test it on the device before relying on it';
  return [{ rule: 'serving.unproven-gpu', text }];
}
