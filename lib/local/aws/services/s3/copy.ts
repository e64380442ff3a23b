import { ServiceError } from '../../errors';
import type { Bucket, ObjectAttributes, StoredObject } from '../../state/objects';
import { etag } from '../../state/objects';
import type { CallContext, WireAnswer } from '../call';
import { attributesOf } from './attributes';
import { checksumOf } from './checksum';
import { assertWritable, preconditionFailed, readOutcome } from './conditions';
import { notify } from './events';
import type { S3Request } from './message';
import { header, s3Xml } from './message';
import { assertKey, requireObject, versionHeader } from './objects';
import { nextVersionId, write } from './versioning';

/** Bytes that one copy may have. Source: Amazon S3 API Reference, CopyObject (read 2026-11-30). */
const copyLimit = 5 * 1024 ** 3;

/** Finds a bucket that the caller may read. @throws ServiceError */
export type BucketNamed = (name: string) => Bucket;

/** The object that `x-amz-copy-source` names, when its conditions hold. @throws ServiceError */
export function copySource(request: S3Request, bucketNamed: BucketNamed): StoredObject {
  const text = (header(request, 'x-amz-copy-source') ?? '').replace(/^\//, '');
  const [path = '', versionId] = text.split('?versionId=');
  const [bucket = '', ...key] = decodedPath(path).split('/');
  if (bucket === '' || key.join('/') === '') {
    throw new ServiceError(
      'InvalidArgument',
      `Copy Source must mention the source bucket and key: sourcebucket/sourcekey, got ${text}`,
    );
  }
  const query = new URLSearchParams(versionId === undefined ? {} : { versionId });
  const source = requireObject({ ...request, key: key.join('/'), query }, bucketNamed(bucket));
  if (readOutcome(request, source, 'x-amz-copy-source-') === 'not-modified') {
    throw preconditionFailed('x-amz-copy-source-If-None-Match or x-amz-copy-source-If-Modified-Since');
  }
  return source;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** CopyObject within this cloud. @throws ServiceError (InvalidRequest) for a copy onto itself that changes nothing */
export function copyObject(
  request: S3Request,
  bucket: Bucket,
  context: CallContext,
  bucketNamed: BucketNamed,
): WireAnswer {
  const { cloud } = context;
  assertKey(request.key);
  const source = copySource(request, bucketNamed);
  if (source.body.length > copyLimit)
    throw new ServiceError(
      'InvalidRequest',
      'The specified copy source is larger than the maximum allowable size for a copy source: 5368709120',
    );
  assertWritable(request, bucket.objects.get(request.key));
  const attributes = copiedAttributes(request, source);
  if (bucket.objects.get(request.key) === source && sameAttributes(attributes, source)) {
    throw new ServiceError(
      'InvalidRequest',
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  }
  const algorithm = header(request, 'x-amz-checksum-algorithm')?.toLowerCase() ?? source.checksum.algorithm;
  const copy: StoredObject = {
    key: request.key,
    body: source.body,
    // A copy is one piece, whatever its source was uploaded in.
    etag: etag(source.body),
    checksum: { algorithm, value: checksumOf(algorithm, source.body) },
    versionId: nextVersionId(bucket, cloud),
    lastModified: cloud.now(),
    ...attributes,
  };
  write(bucket, copy);
  notify(bucket, { name: 'ObjectCreated:Copy', key: copy.key, object: copy }, request, context);
  const from = source.versionId === 'null' ? {} : { 'x-amz-copy-source-version-id': source.versionId };
  return s3Xml(
    'CopyObjectResult',
    { ETag: copy.etag, LastModified: copy.lastModified },
    { ...versionHeader(copy), ...from },
  );
}

/** The attributes of a copy: of its source, or of the request where a directive says so. */
function copiedAttributes(request: S3Request, source: StoredObject): ObjectAttributes {
  const stated = attributesOf(request);
  const replaceMetadata = directive(request, 'x-amz-metadata-directive') === 'REPLACE';
  const replaceTags = directive(request, 'x-amz-tagging-directive') === 'REPLACE';
  // Storage class and encryption are always those of the request.
  const own = [...stated.headers].filter(([name]) => name.startsWith('x-amz-'));
  const inherited = [...source.headers].filter(([name]) => !name.startsWith('x-amz-'));
  return {
    headers: replaceMetadata ? stated.headers : new Map([...inherited, ...own]),
    metadata: replaceMetadata ? stated.metadata : source.metadata,
    tags: replaceTags ? stated.tags : source.tags,
  };
}

function directive(request: S3Request, name: string): string | undefined {
  const value = header(request, name);
  if (value === undefined || value === 'COPY' || value === 'REPLACE') return value;
  throw new ServiceError('InvalidArgument', `Unknown ${name}: ${value}; COPY and REPLACE are known`);
}

function sameAttributes(left: ObjectAttributes, right: ObjectAttributes): boolean {
  const text = ({ headers, metadata, tags }: ObjectAttributes): string =>
    JSON.stringify([headers, metadata, tags].map((map) => [...map].sort()));
  return text(left) === text(right);
}
