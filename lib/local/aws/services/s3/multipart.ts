import { createHash } from 'node:crypto';
import { ServiceError } from '../../errors';
import type { Bucket, Part, StoredObject, Upload } from '../../state/objects';
import { etag } from '../../state/objects';
import type { CallContext, WireAnswer } from '../call';
import { attributesOf } from './attributes';
import { statedChecksums, verifiedBody } from './body';
import { checksumOf } from './checksum';
import { assertWritable } from './conditions';
import type { BucketNamed } from './copy';
import { copySource } from './copy';
import { notify } from './events';
import { after, listingRequest, pageOf, written } from './listing';
import type { S3Request } from './message';
import { header, s3Xml } from './message';
import { assertKey, rangeOf, versionHeader } from './objects';
import { inBytes, nextVersionId, write } from './versioning';
import { malformed, xmlBody } from './xml-body';

/** Bytes of each part but the last. Source: Amazon S3 User Guide, "Amazon S3 multipart upload limits" (read 2026-11-30). */
const smallestPart = 5 * 1024 ** 2;

/** CreateMultipartUpload. */
export function createUpload(request: S3Request, bucket: Bucket, { cloud }: CallContext): WireAnswer {
  assertKey(request.key);
  const algorithm = header(request, 'x-amz-checksum-algorithm');
  const upload: Upload = {
    id: cloud.ids.fresh('upload'),
    key: request.key,
    startedAt: cloud.now(),
    attributes: attributesOf(request),
    checksumAlgorithm: algorithm?.toLowerCase(),
  };
  bucket.uploads.set(upload.id, upload);
  return s3Xml(
    'InitiateMultipartUploadResult',
    { Bucket: bucket.name, Key: request.key, UploadId: upload.id },
    algorithm === undefined ? {} : { 'x-amz-checksum-algorithm': algorithm },
  );
}

/** UploadPart. */
export function uploadPart(request: S3Request, bucket: Bucket): WireAnswer {
  const upload = requireUpload(request, bucket);
  const number = partNumber(request);
  const { body, checksum } = verifiedBody(request);
  bucket.parts(upload.id).set(String(number), { body });
  const headers = checksum === undefined ? {} : { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value };
  return { status: 200, headers: { etag: etag(body), ...headers }, body: '' };
}

/** UploadPartCopy: a part out of an object, or out of a range of it. */
export function uploadPartCopy(
  request: S3Request,
  bucket: Bucket,
  { cloud }: CallContext,
  bucketNamed: BucketNamed,
): WireAnswer {
  const upload = requireUpload(request, bucket);
  const number = partNumber(request);
  const source = copySource(request, bucketNamed);
  const stated = header(request, 'x-amz-copy-source-range');
  const range = rangeOf(stated, source.body.length);
  if (stated !== undefined && (range === undefined || !/^bytes=\d+-\d+$/.test(stated))) {
    throw new ServiceError(
      'InvalidArgument',
      `The x-amz-copy-source-range value must be of the form bytes=first-last, got ${stated}`,
    );
  }
  const body = range === undefined ? source.body : source.body.subarray(range.start, range.end + 1);
  bucket.parts(upload.id).set(String(number), { body });
  return s3Xml('CopyPartResult', { ETag: etag(body), LastModified: cloud.now() });
}

/** CompleteMultipartUpload: joins the named parts in order; each entity tag must match. */
export function completeUpload(request: S3Request, bucket: Bucket, context: CallContext): WireAnswer {
  const { cloud, endpoint } = context;
  const upload = requireUpload(request, bucket);
  const parts = namedParts(request, bucket.parts(upload.id));
  assertWritable(request, bucket.objects.get(upload.key));
  const body = Buffer.concat(parts);
  const digests = parts.map((part) => createHash('md5').update(part).digest());
  const tag = `"${createHash('md5').update(Buffer.concat(digests)).digest('hex')}-${parts.length}"`;
  assertWhole(request, parts);
  const algorithm = upload.checksumAlgorithm ?? 'sha256';
  const object: StoredObject = {
    key: upload.key,
    body,
    etag: tag,
    checksum: { algorithm, value: checksumOf(algorithm, body) },
    versionId: nextVersionId(bucket, cloud),
    lastModified: cloud.now(),
    ...upload.attributes,
  };
  write(bucket, object);
  notify(bucket, { name: 'ObjectCreated:CompleteMultipartUpload', key: object.key, object }, request, context);
  bucket.endUpload(upload.id);
  return s3Xml(
    'CompleteMultipartUploadResult',
    { Location: `${endpoint}/${bucket.name}/${upload.key}`, Bucket: bucket.name, Key: upload.key, ETag: tag },
    versionHeader(object),
  );
}

/** The checksum that a client states for the whole: of the object, or of the checksums of its parts. */
function assertWhole(request: S3Request, parts: readonly Buffer[]): void {
  for (const { algorithm, value } of statedChecksums(request)) {
    const composite = Buffer.concat(parts.map((part) => Buffer.from(checksumOf(algorithm, part), 'base64')));
    const known = [checksumOf(algorithm, Buffer.concat(parts)), `${checksumOf(algorithm, composite)}-${parts.length}`];
    if (!known.includes(value) && !known.includes(`${value}-${parts.length}`)) {
      throw new ServiceError(
        'BadDigest',
        `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
      );
    }
  }
}

function namedParts({ body }: S3Request, uploaded: ReadonlyMap<string, Part>): readonly Buffer[] {
  const named = xmlBody(body, 'CompleteMultipartUpload')
    .children('Part')
    .map((part) => ({ number: Number(part.text('PartNumber') ?? 'NaN'), tag: part.text('ETag')?.replaceAll('"', '') }));
  if (named.length === 0) throw malformed();
  if (named.some(({ number }, index) => index > 0 && number <= (named[index - 1]?.number ?? 0))) {
    throw new ServiceError('InvalidPartOrder', 'The list of parts was not in ascending order.');
  }
  return named.map(({ number, tag }, index) => {
    const body = uploaded.get(String(number))?.body;
    if (body === undefined || tag === undefined || etag(body) !== `"${tag}"`) {
      throw new ServiceError('InvalidPart', `Part ${number} was not uploaded, or its entity tag does not match`);
    }
    if (index < named.length - 1 && body.length < smallestPart) {
      throw new ServiceError(
        'EntityTooSmall',
        `Your proposed upload is smaller than the minimum allowed object size: part ${number} has ${body.length} bytes, every part but the last needs ${smallestPart}`,
      );
    }
    return body;
  });
}

/** AbortMultipartUpload. */
export function abortUpload(request: S3Request, bucket: Bucket): WireAnswer {
  bucket.endUpload(requireUpload(request, bucket).id);
  return { status: 204, headers: {}, body: '' };
}

/** ListParts. */
export function listParts(request: S3Request, bucket: Bucket): WireAnswer {
  const upload = requireUpload(request, bucket);
  const limit = Math.min(Number(request.query.get('max-parts') ?? '1000'), 1000);
  const marker = Number(request.query.get('part-number-marker') ?? '0');
  const rest = [...bucket.parts(upload.id)]
    .map(([number, { body }]) => [Number(number), body] as const)
    .filter(([number]) => number > marker)
    .sort(([left], [right]) => left - right);
  const page = rest.slice(0, limit);
  const truncated = rest.length > page.length;
  return s3Xml('ListPartsResult', {
    Bucket: bucket.name,
    Key: upload.key,
    UploadId: upload.id,
    PartNumberMarker: marker,
    NextPartNumberMarker: truncated ? page.at(-1)?.[0] : undefined,
    MaxParts: limit,
    IsTruncated: truncated,
    ChecksumAlgorithm: upload.checksumAlgorithm?.toUpperCase(),
    Part: page.map(([number, body]) => ({
      PartNumber: number,
      ETag: etag(body),
      Size: body.length,
      ...partChecksum(upload, body),
    })),
    StorageClass: upload.attributes.headers.get('x-amz-storage-class') ?? 'STANDARD',
  });
}

/** The checksum of a part, where the upload was begun with an algorithm. Source: Amazon S3 API reference, Part (read 2026-11-30). */
function partChecksum({ checksumAlgorithm }: Upload, body: Buffer): Readonly<Record<string, string>> {
  if (checksumAlgorithm === undefined) return {};
  return { [`Checksum${checksumAlgorithm.toUpperCase()}`]: checksumOf(checksumAlgorithm, body) };
}

/** ListMultipartUploads. */
export function listUploads(request: S3Request, bucket: Bucket): WireAnswer {
  const listing = listingRequest(request, 'max-uploads');
  const marker = request.query.get('key-marker') ?? '';
  const sorted = [...bucket.uploads.values()].sort((left, right) => inBytes(left.key, right.key));
  const page = pageOf(sorted, listing, ({ key }, folded) => after(key, folded, marker));
  return s3Xml('ListMultipartUploadsResult', {
    Bucket: bucket.name,
    KeyMarker: written(marker, listing),
    Prefix: written(listing.prefix, listing),
    MaxUploads: listing.limit,
    IsTruncated: page.truncated,
    NextKeyMarker: page.truncated ? written(page.last, listing) : undefined,
    EncodingType: listing.encoded ? 'url' : undefined,
    Upload: page.items.map(({ id, key, startedAt, checksumAlgorithm }) => ({
      Key: written(key, listing),
      UploadId: id,
      Initiated: startedAt,
      ChecksumAlgorithm: checksumAlgorithm?.toUpperCase(),
      StorageClass: 'STANDARD',
    })),
    CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: written(prefix, listing) })),
  });
}

function partNumber({ query }: S3Request): number {
  const number = Number(query.get('partNumber') ?? 'NaN');
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw new ServiceError('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
  }
  return number;
}

function requireUpload(request: S3Request, bucket: Bucket): Upload {
  const upload = bucket.uploads.get(request.query.get('uploadId') ?? '');
  if (upload?.key !== request.key)
    throw new ServiceError('NoSuchUpload', 'The specified multipart upload does not exist.', 404);
  return upload;
}
