import { createHash } from 'node:crypto';
import { ServiceError } from '../../errors';
import type { Bucket, Upload } from '../../state/objects';
import { etag, sha256 } from '../../state/objects';
import type { CallContext, WireAnswer } from '../call';
import { header, metadata, verifiedBody } from './body';
import type { S3Request } from './message';
import { s3Xml } from './message';

/** CreateMultipartUpload. */
export function createUpload(request: S3Request, bucket: Bucket, context: CallContext): WireAnswer {
  const upload: Upload = {
    id: context.cloud.ids.fresh('upload'),
    key: request.key,
    contentType: header(request, 'content-type'),
    metadata: metadata(request),
  };
  bucket.uploads.set(upload.id, upload);
  const algorithm = header(request, 'x-amz-checksum-algorithm');
  return s3Xml(
    'InitiateMultipartUploadResult',
    { Bucket: bucket.name, Key: request.key, UploadId: upload.id },
    algorithm === undefined ? {} : { 'x-amz-checksum-algorithm': algorithm },
  );
}

/** UploadPart. */
export function uploadPart(request: S3Request, bucket: Bucket): WireAnswer {
  const upload = requireUpload(request, bucket);
  const number = Number(request.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw new ServiceError('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
  }
  const body = verifiedBody(request);
  bucket.parts(upload.id).set(String(number), { body });
  return { status: 200, headers: { etag: etag(body), 'x-amz-checksum-sha256': sha256(body) }, body: '' };
}

/** CompleteMultipartUpload: joins the named parts in order; each entity tag must match. */
export function completeUpload(request: S3Request, bucket: Bucket, context: CallContext): WireAnswer {
  const upload = requireUpload(request, bucket);
  const uploaded = bucket.parts(upload.id);
  const parts = [...request.body.toString('utf8').matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => {
    const number = Number(/<PartNumber>(\d+)<\/PartNumber>/.exec(part)?.[1]);
    const tag = /<ETag>(.*?)<\/ETag>/.exec(part)?.[1]?.replace(/&quot;|"/g, '');
    const body = uploaded.get(String(number))?.body;
    if (body === undefined || tag === undefined || etag(body) !== `"${tag}"`) {
      throw new ServiceError('InvalidPart', `Part ${number} was not uploaded, or its entity tag does not match`);
    }
    return { number, body };
  });
  if (parts.length === 0) throw new ServiceError('MalformedXML', 'CompleteMultipartUpload names no parts');
  if (parts.some((part, index) => index > 0 && part.number <= (parts[index - 1]?.number ?? 0))) {
    throw new ServiceError('InvalidPartOrder', 'The list of parts was not in ascending order.');
  }
  const body = Buffer.concat(parts.map((part) => part.body));
  const digests = parts.map((part) => createHash('md5').update(part.body).digest());
  const tag = `"${createHash('md5').update(Buffer.concat(digests)).digest('hex')}-${parts.length}"`;
  bucket.objects.set(upload.key, {
    key: upload.key,
    body,
    etag: tag,
    sha256: sha256(body),
    lastModified: context.cloud.now(),
    contentType: upload.contentType,
    contentEncoding: undefined,
    metadata: upload.metadata,
  });
  bucket.endUpload(upload.id);
  return s3Xml('CompleteMultipartUploadResult', {
    Location: `${context.endpoint}/${bucket.name}/${upload.key}`,
    Bucket: bucket.name,
    Key: upload.key,
    ETag: tag,
  });
}

/** AbortMultipartUpload. */
export function abortUpload(request: S3Request, bucket: Bucket): WireAnswer {
  bucket.endUpload(requireUpload(request, bucket).id);
  return { status: 204, headers: {}, body: '' };
}

function requireUpload(request: S3Request, bucket: Bucket): Upload {
  const upload = bucket.uploads.get(request.query.get('uploadId') ?? '');
  if (upload === undefined)
    throw new ServiceError('NoSuchUpload', 'The specified multipart upload does not exist.', 404);
  return upload;
}
