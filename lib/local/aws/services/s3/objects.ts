import { ServiceError } from '../../errors';
import type { Bucket, StoredObject } from '../../state/objects';
import { etag, sha256 } from '../../state/objects';
import type { CallContext, WireAnswer } from '../call';
import { attributesOf } from './attributes';
import { verifiedBody } from './body';
import { assertWritable, noSuchKey, readOutcome } from './conditions';
import { notify, removal } from './events';
import type { S3Request } from './message';
import { header } from './message';
import { deleteCurrent, deleteVersion, nextVersionId, versionNamed, write } from './versioning';

/** Bytes of a key. Source: Amazon S3 User Guide, "Naming Amazon S3 objects" (read 2026-11-30). */
const keyLimit = 1024;

/** PutObject. */
export function putObject(request: S3Request, bucket: Bucket, context: CallContext): WireAnswer {
  const { cloud } = context;
  assertKey(request.key);
  const { body, checksum } = verifiedBody(request);
  assertWritable(request, bucket.objects.get(request.key));
  const stored: StoredObject = {
    key: request.key,
    body,
    etag: etag(body),
    checksum: checksum ?? { algorithm: 'sha256', value: sha256(body) },
    versionId: nextVersionId(bucket, cloud),
    lastModified: cloud.now(),
    ...attributesOf(request),
  };
  write(bucket, stored);
  notify(bucket, { name: 'ObjectCreated:Put', key: stored.key, object: stored }, request, context);
  return { status: 200, headers: { etag: stored.etag, ...checksumHeader(stored), ...versionHeader(stored) }, body: '' };
}

/** Refuses a key that is too long. @throws ServiceError (KeyTooLongError) */
export function assertKey(key: string): void {
  const bytes = Buffer.byteLength(key);
  if (bytes > keyLimit) {
    throw new ServiceError('KeyTooLongError', `Your key is too long: ${bytes} bytes given, at most ${keyLimit}`);
  }
}

/** GetObject and HeadObject, with versions, conditions and byte ranges. */
export function getObject(request: S3Request, bucket: Bucket): WireAnswer {
  const object = requireObject(request, bucket);
  if (readOutcome(request, object) === 'not-modified') {
    return { status: 304, headers: { etag: object.etag, ...versionHeader(object) }, body: '' };
  }
  const range = rangeOf(header(request, 'range'), object.body.length);
  const body = range === undefined ? object.body : object.body.subarray(range.start, range.end + 1);
  return {
    status: range === undefined ? 200 : 206,
    headers: {
      etag: object.etag,
      'last-modified': object.lastModified.toUTCString(),
      'accept-ranges': 'bytes',
      'content-type': 'binary/octet-stream',
      ...storedHeaders(object, request.query),
      'content-length': String(body.length),
      ...versionHeader(object),
      ...(range === undefined
        ? checksumHeader(object)
        : { 'content-range': `bytes ${range.start}-${range.end}/${object.body.length}` }),
      ...Object.fromEntries([...object.metadata].map(([name, value]) => [`x-amz-meta-${name}`, value])),
      ...(object.tags.size === 0 ? {} : { 'x-amz-tagging-count': String(object.tags.size) }),
    },
    body: request.method === 'HEAD' ? '' : body,
  };
}

/** The object of a read, or its version. @throws ServiceError (NoSuchKey, NoSuchVersion, MethodNotAllowed) */
export function requireObject({ key, query }: S3Request, bucket: Bucket): StoredObject {
  const id = query.get('versionId');
  if (id === null) {
    const found = bucket.objects.get(key);
    if (found === undefined) throw noSuchKey(key);
    return found;
  }
  const version = versionNamed(bucket, key, id);
  if (version === undefined)
    throw new ServiceError('NoSuchVersion', `The specified version does not exist: ${key}, ${id}`, 404);
  if (version.object === undefined)
    throw new ServiceError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
  return version.object;
}

/** Headers of an object; a query such as `response-content-type` replaces one in the answer. */
function storedHeaders({ headers }: StoredObject, query: URLSearchParams): Readonly<Record<string, string>> {
  const replaced = [...query].filter(([name]) => name.startsWith('response-'));
  return {
    // The class STANDARD is not repeated.
    ...Object.fromEntries([...headers].filter(([, value]) => value !== 'STANDARD')),
    ...Object.fromEntries(replaced.map(([name, value]) => [name.slice('response-'.length), value])),
  };
}

/** The id of an object's version, for an answer. */
export function versionHeader({ versionId }: StoredObject): Readonly<Record<string, string>> {
  return versionId === 'null' ? {} : { 'x-amz-version-id': versionId };
}

/** The checksum of an object, for an answer. */
function checksumHeader({ checksum }: StoredObject): Readonly<Record<string, string>> {
  return { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value };
}

/** First and last byte that a range names; undefined for no range, or for one that S3 ignores. @throws ServiceError (InvalidRange) */
export function rangeOf(
  text: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(text ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  if (start >= size || (from === '' && Number(to) === 0)) {
    throw new ServiceError(
      'InvalidRange',
      `The requested range is not satisfiable: ${text ?? ''} of ${size} bytes`,
      416,
    );
  }
  return { start, end };
}

/** DeleteObject; deleting a key that does not exist is not an error. @throws ServiceError (PreconditionFailed, NoSuchKey) */
export function deleteObject(request: S3Request, bucket: Bucket, context: CallContext): WireAnswer {
  const { cloud } = context;
  const { key, query } = request;
  if (header(request, 'if-match') !== undefined) assertWritable(request, bucket.objects.get(key));
  const id = query.get('versionId');
  if (id === null) {
    const existed = bucket.objects.has(key);
    const marker = deleteCurrent(bucket, key, cloud);
    if (existed || marker !== undefined) notify(bucket, removal(key, marker), request, context);
    const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker ?? '' };
    return { status: 204, headers: marker === undefined ? {} : headers, body: '' };
  }
  const deleted = deleteVersion(bucket, key, id);
  if (deleted !== undefined) notify(bucket, { name: 'ObjectRemoved:Delete', key, versionId: id }, request, context);
  const headers = {
    'x-amz-version-id': id,
    ...(deleted?.object === undefined ? { 'x-amz-delete-marker': 'true' } : {}),
  };
  return { status: 204, headers: deleted === undefined ? { 'x-amz-version-id': id } : headers, body: '' };
}
