import type { Bucket } from '../../state/objects';
import type { CallContext, WireAnswer } from '../call';
import { attributeHeaders } from './attributes';
import {
  bucketEncryption,
  bucketLocation,
  bucketPolicy,
  bucketTagging,
  bucketVersioning,
  publicAccessBlock,
} from './bucket-settings';
import { checksumAlgorithms } from './checksum';
import type { BucketNamed } from './copy';
import { copyObject } from './copy';
import { deleteObjects } from './delete-objects';
import { listObjectsV1, listObjectsV2, listObjectVersions } from './list-objects';
import type { S3Request } from './message';
import {
  abortUpload,
  completeUpload,
  createUpload,
  listParts,
  listUploads,
  uploadPart,
  uploadPartCopy,
} from './multipart';
import { deleteObject, getObject, putObject } from './objects';
import type { Understood } from './operation';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './tagging';

/** An operation on a bucket or its objects, with what it understands of a request. */
interface Operation extends Understood {
  /** @throws ServiceError */
  readonly answer: (request: S3Request, bucket: Bucket, context: CallContext, bucketNamed: BucketNamed) => WireAnswer;
}

const checksums = [
  ...checksumAlgorithms.map((algorithm) => `x-amz-checksum-${algorithm}`),
  'x-amz-checksum-algorithm',
  'x-amz-checksum-type',
];
const source = [
  'x-amz-copy-source',
  ...['match', 'none-match', 'modified-since', 'unmodified-since'].map((name) => `x-amz-copy-source-if-${name}`),
];
const read = [
  'versionId',
  ...['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'content-type', 'expires'].map(
    (name) => `response-${name}`,
  ),
];
const listing = ['prefix', 'delimiter', 'max-keys', 'encoding-type'];

/**
 * Every operation of S3 that is here, by name. A parameter or header that a row does not list is refused by its name,
 * because to ignore it would change data silently. Source: API model of S3 in botocore 1.44.8 (2026-11).
 */
export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  [
    'HeadBucket',
    { answer: (_, { region }) => ({ status: 200, headers: { 'x-amz-bucket-region': region }, body: '' }) },
  ],
  ['GetBucketLocation', { query: ['location'], answer: (_, bucket) => bucketLocation(bucket) }],
  ['GetBucketEncryption', { query: ['encryption'], answer: (_, bucket, context) => bucketEncryption(bucket, context) }],
  ['GetBucketVersioning', { query: ['versioning'], answer: (_, bucket, context) => bucketVersioning(bucket, context) }],
  ['GetBucketPolicy', { query: ['policy'], answer: (_, bucket, context) => bucketPolicy(bucket, context) }],
  ['GetBucketTagging', { query: ['tagging'], answer: (_, bucket, context) => bucketTagging(bucket, context) }],
  [
    'GetPublicAccessBlock',
    { query: ['publicAccessBlock'], answer: (_, bucket, context) => publicAccessBlock(bucket, context) },
  ],
  [
    'ListObjectsV2',
    { query: ['list-type', ...listing, 'continuation-token', 'start-after', 'fetch-owner'], answer: listObjectsV2 },
  ],
  ['ListObjects', { query: [...listing, 'marker'], answer: listObjectsV1 }],
  [
    'ListObjectVersions',
    { query: ['versions', ...listing, 'key-marker', 'version-id-marker'], answer: listObjectVersions },
  ],
  [
    'ListMultipartUploads',
    { query: ['uploads', 'prefix', 'delimiter', 'max-uploads', 'encoding-type', 'key-marker'], answer: listUploads },
  ],
  ['GetObject', { query: read, answer: getObject }],
  ['HeadObject', { query: read, answer: getObject }],
  ['PutObject', { headers: [...attributeHeaders, ...checksums], answer: putObject }],
  [
    'CopyObject',
    {
      headers: [
        ...attributeHeaders,
        ...source,
        'x-amz-checksum-algorithm',
        'x-amz-metadata-directive',
        'x-amz-tagging-directive',
      ],
      answer: copyObject,
    },
  ],
  ['DeleteObject', { query: ['versionId'], answer: deleteObject }],
  ['DeleteObjects', { query: ['delete'], headers: checksums, answer: deleteObjects }],
  ['GetObjectTagging', { query: ['tagging', 'versionId'], answer: getObjectTagging }],
  ['PutObjectTagging', { query: ['tagging', 'versionId'], headers: checksums, answer: putObjectTagging }],
  ['DeleteObjectTagging', { query: ['tagging', 'versionId'], answer: deleteObjectTagging }],
  ['CreateMultipartUpload', { query: ['uploads'], headers: [...attributeHeaders, ...checksums], answer: createUpload }],
  ['UploadPart', { query: ['partNumber', 'uploadId'], headers: checksums, answer: uploadPart }],
  [
    'UploadPartCopy',
    { query: ['partNumber', 'uploadId'], headers: [...source, 'x-amz-copy-source-range'], answer: uploadPartCopy },
  ],
  [
    'CompleteMultipartUpload',
    { query: ['uploadId'], headers: [...checksums, 'x-amz-mp-object-size'], answer: completeUpload },
  ],
  ['AbortMultipartUpload', { query: ['uploadId'], answer: abortUpload }],
  ['ListParts', { query: ['uploadId', 'max-parts', 'part-number-marker'], answer: listParts }],
]);
