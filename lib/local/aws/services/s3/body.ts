import { createHash } from 'node:crypto';
import { ServiceError } from '../../errors';
import { decodeAwsChunked } from '../../wire/aws-chunked';
import type { S3Request } from './message';

/** A header as one string. */
export function header(request: S3Request, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

/** `x-amz-meta-*` headers without their prefix. */
export function metadata(request: S3Request): ReadonlyMap<string, string> {
  return new Map(
    Object.keys(request.headers)
      .filter((name) => name.startsWith('x-amz-meta-'))
      .map((name) => [name.slice('x-amz-meta-'.length), header(request, name) ?? '']),
  );
}

/** The bytes of an upload, with its checksums verified. @throws ServiceError (BadDigest, XAmzContentSHA256Mismatch) */
export function verifiedBody(request: S3Request): Buffer {
  const payload = header(request, 'x-amz-content-sha256') ?? '';
  const chunked =
    payload.startsWith('STREAMING-') || (header(request, 'content-encoding') ?? '').includes('aws-chunked');
  const { body, trailers } = chunked
    ? decodeAwsChunked(request.body)
    : { body: request.body, trailers: new Map<string, string>() };
  const digest = createHash('sha256').update(body);
  const bytes = digest.digest();
  if (/^[0-9a-f]{64}$/.test(payload) && bytes.toString('hex') !== payload) {
    throw new ServiceError(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  const expected = header(request, 'x-amz-checksum-sha256') ?? trailers.get('x-amz-checksum-sha256');
  if (expected !== undefined && bytes.toString('base64') !== expected) {
    throw new ServiceError('BadDigest', 'The SHA256 you specified did not match the calculated checksum.');
  }
  const md5 = header(request, 'content-md5');
  if (md5 !== undefined && createHash('md5').update(body).digest('base64') !== md5) {
    throw new ServiceError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  return body;
}
