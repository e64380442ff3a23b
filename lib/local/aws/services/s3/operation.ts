import { ServiceError } from '../../errors';
import type { S3Request } from './message';

/** What S3 keeps beside the objects of a bucket, by query parameter. Source: API model of S3 in botocore 1.44.8 (2026-11). */
const bucketParts: Readonly<Record<string, string>> = {
  abac: 'BucketAbac',
  accelerate: 'BucketAccelerateConfiguration',
  acl: 'BucketAcl',
  analytics: 'BucketAnalyticsConfiguration',
  cors: 'BucketCors',
  encryption: 'BucketEncryption',
  'intelligent-tiering': 'BucketIntelligentTieringConfiguration',
  inventory: 'BucketInventoryConfiguration',
  lifecycle: 'BucketLifecycleConfiguration',
  location: 'BucketLocation',
  logging: 'BucketLogging',
  metadataAnnotationTable: 'BucketMetadataAnnotationTableConfiguration',
  metadataConfiguration: 'BucketMetadataConfiguration',
  metadataInventoryTable: 'BucketMetadataInventoryTableConfiguration',
  metadataJournalTable: 'BucketMetadataJournalTableConfiguration',
  metadataTable: 'BucketMetadataTableConfiguration',
  metrics: 'BucketMetricsConfiguration',
  notification: 'BucketNotificationConfiguration',
  'object-lock': 'ObjectLockConfiguration',
  ownershipControls: 'BucketOwnershipControls',
  policy: 'BucketPolicy',
  policyStatus: 'BucketPolicyStatus',
  publicAccessBlock: 'PublicAccessBlock',
  replication: 'BucketReplication',
  requestPayment: 'BucketRequestPayment',
  session: 'BucketSession',
  tagging: 'BucketTagging',
  versioning: 'BucketVersioning',
  website: 'BucketWebsite',
};

/** The same of one object. */
const objectParts: Readonly<Record<string, string>> = {
  acl: 'ObjectAcl',
  annotation: 'ObjectAnnotation',
  attributes: 'ObjectAttributes',
  encryption: 'ObjectEncryption',
  'legal-hold': 'ObjectLegalHold',
  renameObject: 'ObjectName',
  restore: 'ObjectRestore',
  retention: 'ObjectRetention',
  select: 'ObjectContentSelection',
  tagging: 'ObjectTagging',
  torrent: 'ObjectTorrent',
};

const verbs: Readonly<Record<string, string>> = {
  GET: 'Get',
  HEAD: 'Head',
  PUT: 'Put',
  POST: 'Post',
  DELETE: 'Delete',
};

/** The operation that a request names: for the log, for permissions and for errors. */
export function operationOf(request: S3Request): string {
  if (request.bucket === '') return request.method === 'GET' ? 'ListBuckets' : `${request.method} /`;
  return request.key === '' ? bucketOperation(request) : objectOperation(request);
}

function bucketOperation({ method, query }: S3Request): string {
  const part = Object.keys(bucketParts).find((name) => query.has(name));
  if (part !== undefined) return `${verbs[method] ?? method}${bucketParts[part] ?? ''}`;
  switch (method) {
    case 'GET':
      if (query.has('versions')) return 'ListObjectVersions';
      if (query.has('uploads')) return 'ListMultipartUploads';
      return query.get('list-type') === '2' ? 'ListObjectsV2' : 'ListObjects';
    case 'HEAD':
      return 'HeadBucket';
    case 'POST':
      return query.has('delete') ? 'DeleteObjects' : 'PostObject';
    default:
      return { PUT: 'CreateBucket', DELETE: 'DeleteBucket' }[method] ?? `${method} bucket`;
  }
}

function objectOperation({ method, query, headers }: S3Request): string {
  const part = Object.keys(objectParts).find((name) => query.has(name));
  if (part !== undefined) return `${verbs[method] ?? method}${objectParts[part] ?? ''}`;
  const copies = headers['x-amz-copy-source'] !== undefined;
  if (query.has('uploadId')) {
    const put = copies ? 'UploadPartCopy' : 'UploadPart';
    const named = { GET: 'ListParts', PUT: put, POST: 'CompleteMultipartUpload', DELETE: 'AbortMultipartUpload' }[
      method
    ];
    return named ?? `${method} upload`;
  }
  if (method === 'POST') return query.has('uploads') ? 'CreateMultipartUpload' : 'PostObject';
  if (method === 'PUT' && copies) return 'CopyObject';
  return (
    { GET: 'GetObject', HEAD: 'HeadObject', PUT: 'PutObject', DELETE: 'DeleteObject' }[method] ?? `${method} object`
  );
}

/** Query parameters that say nothing to S3: the SDK's name of the operation, and a signature in the address. */
const ignored =
  /^(?:x-id|X-Amz-(?:Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token|Content-Sha256)|AWSAccessKeyId|Expires|Signature|x-amz-security-token)$/;
/** Headers of `x-amz-` that concern transport, signature and payer, not the object. */
const transport =
  /^x-amz-(?:content-sha256|date|security-token|user-agent|request-payer|trailer|decoded-content-length|sdk-checksum-algorithm|expected-bucket-owner|source-expected-bucket-owner|checksum-mode|id-2|meta-.*)$/;

/** What an operation understands beside what every one does. */
export interface Understood {
  readonly query?: readonly string[];
  readonly headers?: readonly string[];
}

/**
 * Refuses what an operation does not understand: to ignore a condition, a lock or a version would change data silently.
 * @throws ServiceError (NotImplemented) with the name of the parameter or header
 */
export function assertUnderstood(operation: string, { query, headers }: S3Request, understood: Understood): void {
  const parameter = [...query.keys()].find((name) => !ignored.test(name) && understood.query?.includes(name) !== true);
  if (parameter !== undefined) throw notImplemented(operation, `the query parameter ${parameter}`);
  const header = Object.keys(headers).find(
    (name) => name.startsWith('x-amz-') && !transport.test(name) && understood.headers?.includes(name) !== true,
  );
  if (header !== undefined) throw notImplemented(operation, `the header ${header}`);
}

/** An operation, or a part of one, that is not there. */
export function notImplemented(operation: string, part?: string): ServiceError {
  return new ServiceError(
    'NotImplemented',
    `The local cloud does not implement s3:${operation}${part === undefined ? '' : ` with ${part}`}`,
    501,
  );
}
