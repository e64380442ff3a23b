/** A prefix in a bucket. */
export interface S3Location {
  readonly bucketName: string;
  /** Without a leading slash; ends in a slash, or is empty for the whole bucket. */
  readonly prefix: string;
}

/**
 * Splits `s3://bucket/prefix/`.
 *
 * @throws when the text is not an S3 URI of a prefix
 */
export function parseS3Uri(uri: string): S3Location {
  const match = /^s3:\/\/([^/]+)\/((?:.+\/)?)$/.exec(uri);
  const [, bucketName, prefix] = match ?? [];
  if (bucketName === undefined || prefix === undefined) {
    throw new Error(`got ${JSON.stringify(uri)}, expected s3://bucket/prefix/ with a final slash; add the slash`);
  }
  return { bucketName, prefix };
}
