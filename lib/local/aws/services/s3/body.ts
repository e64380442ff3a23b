import { createHash } from 'node:crypto';
import { ServiceError } from '../../errors';
import { decodeAwsChunked } from '../../wire/aws-chunked';
import type { Checksum } from './checksum';
import { checksumOf } from './checksum';
import type { S3Request } from './message';
import { header } from './message';

/** The bytes of an upload and the checksum that came with them. */
export interface VerifiedBody {
  readonly body: Buffer;
  readonly checksum: Checksum | undefined;
}

/** The bytes of an upload, with every checksum verified. @throws ServiceError (BadDigest, XAmzContentSHA256Mismatch, InvalidRequest) */
export function verifiedBody(request: S3Request): VerifiedBody {
  const payload = header(request, 'x-amz-content-sha256') ?? '';
  const chunked =
    payload.startsWith('STREAMING-') || (header(request, 'content-encoding') ?? '').includes('aws-chunked');
  const { body, trailers } = chunked
    ? decodeAwsChunked(request.body)
    : { body: request.body, trailers: new Map<string, string>() };
  assertLength(header(request, 'x-amz-decoded-content-length'), body);
  if (/^[0-9a-f]{64}$/.test(payload) && createHash('sha256').update(body).digest('hex') !== payload) {
    throw new ServiceError(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  const md5 = header(request, 'content-md5');
  if (md5 !== undefined && createHash('md5').update(body).digest('base64') !== md5) {
    throw new ServiceError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  return { body, checksum: verifiedChecksum(request, trailers, body) };
}

function assertLength(stated: string | undefined, body: Buffer): void {
  if (stated !== undefined && Number(stated) !== body.length) {
    throw new ServiceError(
      'IncompleteBody',
      `You did not provide the number of bytes specified by the Content-Length HTTP header: ${stated} stated, ${body.length} received`,
    );
  }
}

function verifiedChecksum(
  request: S3Request,
  trailers: ReadonlyMap<string, string>,
  body: Buffer,
): Checksum | undefined {
  const stated = [...statedChecksums(request), ...[...trailers].flatMap(([name, value]) => checksumNamed(name, value))];
  const [checksum] = stated;
  if (stated.length > 1) {
    throw new ServiceError(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  if (checksum !== undefined && checksumOf(checksum.algorithm, body) !== checksum.value) {
    throw new ServiceError(
      'BadDigest',
      `The ${checksum.algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
    );
  }
  return checksum;
}

/** The checksums in the headers of a request. */
export function statedChecksums(request: S3Request): readonly Checksum[] {
  return Object.keys(request.headers).flatMap((name) => checksumNamed(name, header(request, name) ?? ''));
}

function checksumNamed(name: string, value: string): readonly Checksum[] {
  const algorithm = /^x-amz-checksum-(?!algorithm$|mode$|type$)(.+)$/.exec(name)?.[1];
  return algorithm === undefined ? [] : [{ algorithm, value }];
}
