import { CodedError } from '../../../lib/messages';

/** A prefix in a bucket. */
export interface S3Location {
  readonly bucketName: string;
  /** Without a leading slash. Ends in a slash, or is empty for the whole bucket. */
  readonly prefix: string;
}

/**
 * Bucket and prefix of `s3://bucket/prefix/`.
 *
 * @param place - path of the construct that has the URI, for the error
 * @throws CodedError `InvalidS3Uri` when the text is not an S3 URI of a prefix
 */
export function parseS3Uri(place: string, uri: string): S3Location {
  const match = /^s3:\/\/([^/]+)\/((?:.+\/)?)$/.exec(uri);
  const [, bucketName, prefix] = match ?? [];
  if (bucketName === undefined || prefix === undefined) {
    throw new CodedError('InvalidS3Uri', {
      place,
      message: 'the S3 URI does not name a prefix',
      got: uri,
      expected: 's3://bucket/prefix/',
    });
  }
  return { bucketName, prefix };
}
