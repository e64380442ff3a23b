import { responseBucket } from '../../functions/custom-resource-request';
import type { AccessRequest } from '../../iam/context';
import type { CallContext } from '../call';
import type { S3Request } from './message';

/**
 * The IAM action of each operation, where it is not the name of the operation itself.
 * Source: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations" (read 2026-11-30).
 */
const actions: Readonly<Record<string, string>> = {
  CompleteMultipartUpload: 'PutObject',
  CopyObject: 'PutObject',
  CreateMultipartUpload: 'PutObject',
  DeleteObjects: 'DeleteObject',
  DeleteBucketCors: 'PutBucketCORS',
  DeleteBucketEncryption: 'PutEncryptionConfiguration',
  DeleteBucketLifecycle: 'PutLifecycleConfiguration',
  DeleteBucketTagging: 'PutBucketTagging',
  DeletePublicAccessBlock: 'PutBucketPublicAccessBlock',
  GetBucketAccelerateConfiguration: 'GetAccelerateConfiguration',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
  GetBucketNotificationConfiguration: 'GetBucketNotification',
  GetBucketReplication: 'GetReplicationConfiguration',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
  GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
  HeadBucket: 'ListBucket',
  HeadObject: 'GetObject',
  ListBuckets: 'ListAllMyBuckets',
  ListMultipartUploads: 'ListBucketMultipartUploads',
  ListObjects: 'ListBucket',
  ListObjectsV2: 'ListBucket',
  ListObjectVersions: 'ListBucketVersions',
  ListParts: 'ListMultipartUploadParts',
  PutBucketAccelerateConfiguration: 'PutAccelerateConfiguration',
  PutBucketEncryption: 'PutEncryptionConfiguration',
  PutBucketLifecycleConfiguration: 'PutLifecycleConfiguration',
  PutBucketNotificationConfiguration: 'PutBucketNotification',
  PutBucketReplication: 'PutReplicationConfiguration',
  PutObjectLockConfiguration: 'PutBucketObjectLockConfiguration',
  PutPublicAccessBlock: 'PutBucketPublicAccessBlock',
  UploadPart: 'PutObject',
  UploadPartCopy: 'PutObject',
};

/** Actions that a version id makes another one. Source: the same. */
const versioned: ReadonlySet<string> = new Set([
  'DeleteObject',
  'DeleteObjectTagging',
  'GetObject',
  'GetObjectTagging',
  'PutObjectTagging',
]);

/** What a caller of S3 must be allowed to do: the action on bucket or object, to read the source of a copy, to use the key. */
export function s3Access(operation: string, request: S3Request, context: CallContext): readonly AccessRequest[] {
  const { bucket, key, query, headers } = request;
  // Who has the address may answer: CloudFormation signed it.
  if (bucket.startsWith(responseBucket)) return [];
  const name = Object.hasOwn(actions, operation) ? (actions[operation] ?? operation) : operation;
  const version = query.get('versionId');
  const action = `s3:${name}${version !== null && versioned.has(name) ? 'Version' : ''}`.replace(
    'TaggingVersion',
    'VersionTagging',
  );
  const keys: AccessRequest['context'] = {
    's3:delimiter': query.get('delimiter') ?? undefined,
    's3:max-keys': query.get('max-keys') ?? undefined,
    's3:prefix': name.startsWith('ListBucket') ? (query.get('prefix') ?? '') : undefined,
    's3:VersionId': version ?? undefined,
    's3:x-amz-acl': text(headers['x-amz-acl']),
    's3:x-amz-server-side-encryption': text(headers['x-amz-server-side-encryption']),
    's3:x-amz-server-side-encryption-aws-kms-key-id': text(headers['x-amz-server-side-encryption-aws-kms-key-id']),
    ...(name === 'PutObject' ? writeConditions(operation, request) : {}),
  };
  if (bucket === '') return [{ action, resource: '*', context: keys }];
  const asked = (object: string): AccessRequest => ({
    action,
    resource: `arn:aws:s3:::${bucket}${object === '' ? '' : `/${object}`}`,
    context: keys,
  });
  const objects = operation === 'DeleteObjects' ? deletedKeys(request) : [key];
  return [...objects.map(asked), ...sourceAccess(request), ...keyAccess(name, request.bucket, context)];
}

/** Operations that make an object; the others of a multipart upload do not. */
const creations: ReadonlySet<string> = new Set(['CompleteMultipartUpload', 'CopyObject', 'PutObject']);
/** Those whose conditions a policy sees: one that demands them stops copies. */
const conditional: ReadonlySet<string> = new Set(['CompleteMultipartUpload', 'PutObject']);

/**
 * Keys by which a policy demands conditional writes.
 * Source: Amazon S3 User Guide, "Enforce conditional writes on Amazon S3 buckets" (read 2026-12-01).
 */
function writeConditions(operation: string, { headers }: S3Request): AccessRequest['context'] {
  const takes = conditional.has(operation);
  return {
    's3:if-match': takes ? text(headers['if-match']) : undefined,
    's3:if-none-match': takes ? text(headers['if-none-match']) : undefined,
    's3:ObjectCreationOperation': String(creations.has(operation)),
  };
}

function sourceAccess({ headers, method }: S3Request): readonly AccessRequest[] {
  const source = text(headers['x-amz-copy-source']);
  if (source === undefined || method !== 'PUT') return [];
  const [path = '', version] = source.replace(/^\//, '').split('?versionId=');
  const action = version === undefined ? 's3:GetObject' : 's3:GetObjectVersion';
  return [{ action, resource: `arn:aws:s3:::${decoded(path)}` }];
}

/**
 * An object under a key of KMS is written with a data key and read by decrypting one, as the caller.
 * Source: Amazon S3 User Guide, "Using server-side encryption with AWS KMS keys" (read 2026-11-30).
 */
export function keyAccess(
  action: string,
  bucket: string,
  { cloud, caller }: Pick<CallContext, 'cloud' | 'caller'>,
): readonly AccessRequest[] {
  const needed = { GetObject: 'kms:Decrypt', PutObject: 'kms:GenerateDataKey' }[action];
  const stored = cloud.buckets.get(bucket);
  if (needed === undefined || stored === undefined) return [];
  if (caller.role === undefined && caller.user === undefined) return [];
  const resource = cloud.registry
    .list('AWS::S3::Bucket', stored.account)
    .find(({ physicalId }) => physicalId === bucket);
  const named = /"KMSMasterKeyID":"([^"]+)"/.exec(JSON.stringify(resource?.properties['BucketEncryption'] ?? {}))?.[1];
  const key = cloud.registry
    .list('AWS::KMS::Key', stored.account)
    .find(({ arn, physicalId }) => arn === named || physicalId === named);
  if (key === undefined) return [];
  return [
    {
      action: needed,
      resource: key.arn,
      context: { 'kms:ViaService': `s3.${key.region}.amazonaws.com`, 'kms:CallerAccount': caller.account },
    },
  ];
}

function deletedKeys({ body }: S3Request): readonly string[] {
  return [...body.toString('utf8').matchAll(/<Key>(.*?)<\/Key>/gs)].map(([, key = '']) =>
    key.replace(/&(lt|gt|quot|apos|amp);/g, (_whole, name: string) => entities[name] ?? ''),
  );
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function text(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}
