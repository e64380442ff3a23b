import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { EndpointPlacement } from './endpoint-placement';

/**
 * Weights under a prefix of a bucket, with the key of the bucket.
 *
 * @param prefix - of the uncompressed files, with a final slash
 * @example
 * { instanceType: 'ml.g6e.2xlarge', imageUri, ...weightsIn(bucket, 'models/chat/') }
 */
export function weightsIn(
  // Not IBucket: with `exactOptionalPropertyTypes` a Bucket of the CDK is none.
  bucket: Pick<IBucket, 's3UrlForObject'> & { readonly encryptionKey?: IKey | undefined },
  prefix: string,
): Pick<EndpointPlacement, 'modelDataUri' | 'modelDataKeyArn'> {
  const { encryptionKey } = bucket;
  return {
    modelDataUri: bucket.s3UrlForObject(prefix),
    ...(encryptionKey === undefined ? {} : { modelDataKeyArn: encryptionKey.keyArn }),
  };
}
