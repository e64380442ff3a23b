import { createHash } from 'node:crypto';

/** One stored object. */
export interface StoredObject {
  readonly key: string;
  readonly body: Buffer;
  readonly etag: string;
  /** Base64, as in `x-amz-checksum-sha256`. */
  readonly sha256: string;
  readonly lastModified: Date;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
  /** `x-amz-meta-*` headers without their prefix. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** A multipart upload that is neither completed nor aborted. */
export interface Upload {
  readonly id: string;
  readonly key: string;
  readonly contentType: string | undefined;
  readonly metadata: ReadonlyMap<string, string>;
  readonly parts: Map<number, Buffer>;
}

/** The contents of one bucket. The bucket exists as long as its resource. */
export interface Bucket {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly createdAt: Date;
  readonly objects: Map<string, StoredObject>;
  readonly uploads: Map<string, Upload>;
}

/** The SHA-256 of a body in base64, as S3 checksums are written. */
export function sha256(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64');
}

/** The entity tag of an object that was put in one piece. */
export function etag(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

/** An object without metadata. */
export function plainObject(key: string, body: Buffer, lastModified: Date): StoredObject {
  return {
    key,
    body,
    etag: etag(body),
    sha256: sha256(body),
    lastModified,
    contentType: undefined,
    contentEncoding: undefined,
    metadata: new Map(),
  };
}
