import type { Grammar } from './prop-problem';

/** Retention steps of CloudWatch Logs, in days: PutRetentionPolicy in its API reference, read 2026-11-30. */
export const logRetentionSteps: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Id of an AWS account. */
export const accountId: Grammar = {
  pattern: /^\d{12}$/,
  expected: 'an account id of twelve digits',
  fix: 'copy the id from the account, leading zeros included',
};

/** Prefix of objects in a bucket. An empty one would be the whole bucket. */
export const objectPrefix: Grammar = {
  pattern: /^[^/\s](?:[^\s]*[^/\s])?\/$/,
  expected: 'path segments with a final slash and no first one, for example handbook/',
  fix: 'write a prefix such as handbook/',
};

/**
 * Name of a general purpose bucket.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, read 2026-11-30
 */
export const bucketName: Grammar = {
  pattern:
    /^(?!xn--|sthree-|amzn-s3-demo-|(?:\d{1,3}\.){3}\d{1,3}$)(?!.*(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  expected: '3 to 63 lower-case letters, digits, dots and hyphens, which begin and end with a letter or digit',
  fix: 'use lower-case letters, digits and single hyphens',
};

/** Name of a SageMaker resource: API reference of CreateModelPackageGroup, read 2026-11-30. */
export const sageMakerName: Grammar = {
  pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/,
  expected: '1 to 63 letters, digits and hyphens, which begin and end with a letter or digit',
  fix: 'use letters, digits and single hyphens',
};
