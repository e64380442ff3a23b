import type {
  HeadBucketCommandInput,
  HeadBucketCommandOutput,
  ListBucketsCommandInput,
  ListBucketsCommandOutput,
  ListObjectsV2CommandInput,
  ListObjectsV2CommandOutput,
  S3Client,
} from '@aws-sdk/client-s3';
import type { SdkConfig } from './sdk';

/** Read operations of S3. */
export function presenceOperations(config: SdkConfig) {
  let client: Promise<S3Client> | undefined;
  const sdk = () => import('@aws-sdk/client-s3');
  const api = (): Promise<S3Client> =>
    (client ??= sdk().then(
      ({ S3Client: Client }) => new Client({ ...config, forcePathStyle: config.endpoint !== undefined }),
    ));
  return {
    's3:HeadBucket': async (input: HeadBucketCommandInput): Promise<HeadBucketCommandOutput> =>
      (await api()).send(new (await sdk()).HeadBucketCommand(input)),
    's3:ListBuckets': async (input: ListBucketsCommandInput): Promise<ListBucketsCommandOutput> =>
      (await api()).send(new (await sdk()).ListBucketsCommand(input)),
    's3:ListObjectsV2': async (input: ListObjectsV2CommandInput): Promise<ListObjectsV2CommandOutput> =>
      (await api()).send(new (await sdk()).ListObjectsV2Command(input)),
  };
}
