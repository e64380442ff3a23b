import { ServiceError } from '../../errors';
import type { Bucket, StoredObject } from '../../state/objects';
import { etag, sha256 } from '../../state/objects';
import type { CallContext, WireAnswer } from '../call';
import { header, metadata, verifiedBody } from './body';
import type { S3Request } from './message';
import { s3Xml } from './message';

/** PutObject. */
export function putObject(request: S3Request, bucket: Bucket, context: CallContext): WireAnswer {
  const body = verifiedBody(request);
  if (header(request, 'if-none-match') === '*' && bucket.objects.has(request.key)) {
    throw new ServiceError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
  }
  const stored: StoredObject = {
    key: request.key,
    body,
    etag: etag(body),
    sha256: sha256(body),
    lastModified: context.cloud.now(),
    contentType: header(request, 'content-type'),
    contentEncoding: header(request, 'content-encoding')?.replace(/,?\s*aws-chunked/, ''),
    metadata: metadata(request),
  };
  bucket.objects.set(request.key, stored);
  return { status: 200, headers: { etag: stored.etag, 'x-amz-checksum-sha256': stored.sha256 }, body: '' };
}

/** CopyObject within this cloud. */
export function copyObject(
  request: S3Request,
  bucket: Bucket,
  context: CallContext,
  bucketNamed: (name: string) => Bucket,
): WireAnswer {
  const [sourceBucket = '', ...key] = copySource(request).replace(/^\//, '').split('/');
  const source = bucketNamed(sourceBucket).objects.get(key.join('/'));
  if (source === undefined) throw noSuchKey(key.join('/'));
  const copy: StoredObject = { ...source, key: request.key, lastModified: context.cloud.now() };
  bucket.objects.set(request.key, copy);
  return s3Xml('CopyObjectResult', { ETag: copy.etag, LastModified: copy.lastModified });
}

/** Source of code and text: the error responses of S3, "InvalidArgument", 2026-11. @throws ServiceError for a broken escape */
function copySource(request: S3Request): string {
  try {
    return decodeURIComponent(header(request, 'x-amz-copy-source') ?? '');
  } catch {
    throw new ServiceError(
      'InvalidArgument',
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    );
  }
}

/** GetObject and HeadObject, with byte ranges. */
export function getObject(request: S3Request, bucket: Bucket): WireAnswer {
  const object = bucket.objects.get(request.key);
  if (object === undefined) throw noSuchKey(request.key);
  const range = /^bytes=(\d+)-(\d*)$/.exec(header(request, 'range') ?? '');
  const start = Number(range?.[1] ?? 0);
  const end =
    range?.[2] === undefined || range[2] === ''
      ? object.body.length - 1
      : Math.min(Number(range[2]), object.body.length - 1);
  if (range !== null && start >= object.body.length)
    throw new ServiceError('InvalidRange', 'The requested range is not satisfiable', 416);
  const body = range === null ? object.body : object.body.subarray(start, end + 1);
  return {
    status: range === null ? 200 : 206,
    headers: {
      etag: object.etag,
      'last-modified': object.lastModified.toUTCString(),
      'accept-ranges': 'bytes',
      'content-length': String(body.length),
      'content-type': object.contentType ?? 'binary/octet-stream',
      ...(object.contentEncoding === undefined || object.contentEncoding === ''
        ? {}
        : { 'content-encoding': object.contentEncoding }),
      ...(range === null
        ? { 'x-amz-checksum-sha256': object.sha256 }
        : { 'content-range': `bytes ${start}-${end}/${object.body.length}` }),
      ...Object.fromEntries([...object.metadata].map(([name, value]) => [`x-amz-meta-${name}`, value])),
    },
    body: request.method === 'HEAD' ? '' : body,
  };
}

/** DeleteObject; deleting a key that does not exist is not an error. */
export function deleteObject(request: S3Request, bucket: Bucket): WireAnswer {
  bucket.objects.delete(request.key);
  return { status: 204, headers: {}, body: '' };
}

/** DeleteObjects. */
export function deleteObjects(request: S3Request, bucket: Bucket): WireAnswer {
  const text = verifiedBody(request).toString('utf8');
  const keys = [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => unescapeXml(key));
  if (keys.length === 0 || !/<\/Delete>\s*$/.test(text)) {
    throw new ServiceError(
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema',
    );
  }
  for (const key of keys) bucket.objects.delete(key);
  return s3Xml('DeleteResult', { Deleted: keys.map((Key) => ({ Key })) });
}

/** ListObjectsV2 with prefix, delimiter and pages. */
export function listObjects(request: S3Request, bucket: Bucket): WireAnswer {
  const { query } = request;
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? '1000'), 1000);
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const keys = [...bucket.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const contents: string[] = [];
  const prefixes = new Set<string>();
  let last = '';
  let truncated = false;
  for (const key of keys) {
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const common = cut < 0 ? undefined : key.slice(0, cut + delimiter.length);
    if (common !== undefined && prefixes.has(common)) {
      last = key;
      continue;
    }
    if (contents.length + prefixes.size >= limit) {
      truncated = true;
      break;
    }
    if (common === undefined) contents.push(key);
    else prefixes.add(common);
    last = key;
  }
  return s3Xml('ListBucketResult', {
    Name: bucket.name,
    Prefix: prefix,
    Delimiter: delimiter === '' ? undefined : delimiter,
    MaxKeys: limit,
    KeyCount: contents.length + prefixes.size,
    IsTruncated: truncated,
    NextContinuationToken: truncated ? last : undefined,
    Contents: contents.map((key) => {
      const object = bucket.objects.get(key);
      return {
        Key: key,
        LastModified: object?.lastModified,
        ETag: object?.etag,
        Size: object?.body.length,
        StorageClass: 'STANDARD',
      };
    }),
    CommonPrefixes: [...prefixes].map((Prefix) => ({ Prefix })),
  });
}

function noSuchKey(key: string): ServiceError {
  return new ServiceError('NoSuchKey', `The specified key does not exist: ${key}`, 404);
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
