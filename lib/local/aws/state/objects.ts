import { createHash } from 'node:crypto';
import type { Ledger } from './ledger';
import type { Table } from './table';

/** What S3 keeps of an object beside its bytes and their tag. */
export interface ObjectAttributes {
  /** Headers that reads repeat, by name in lower case: type, encoding, caching, storage class, encryption. */
  readonly headers: ReadonlyMap<string, string>;
  /** `x-amz-meta-*` headers without their prefix. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
}

/** One stored object. */
export interface StoredObject extends ObjectAttributes {
  readonly key: string;
  readonly body: Buffer;
  readonly etag: string;
  /** The checksum that came with the bytes. @default - SHA-256, computed here */
  readonly checksum: { readonly algorithm: string; readonly value: string };
  /** `null` where the bucket had no versioning when the object was written. */
  readonly versionId: string;
  readonly lastModified: Date;
}

/** A version that is not the current one, or the marker of a deletion. */
export interface StoredVersion {
  readonly key: string;
  readonly versionId: string;
  readonly lastModified: Date;
  /** Undefined for the marker of a deletion. */
  readonly object: StoredObject | undefined;
}

/** A multipart upload that is neither completed nor aborted. */
export interface Upload {
  readonly id: string;
  readonly key: string;
  readonly startedAt: Date;
  readonly attributes: ObjectAttributes;
  /** Algorithm of the checksums of its parts. @default - none was asked for */
  readonly checksumAlgorithm: string | undefined;
}

/** One part of an upload. */
export interface Part {
  readonly body: Buffer;
}

/** What a bucket is created with. */
export interface BucketIdentity {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly createdAt: Date;
}

/** The contents of one bucket. The bucket exists as long as its resource. */
export interface Bucket extends BucketIdentity {
  /** Current versions by key. */
  readonly objects: Map<string, StoredObject>;
  /** Earlier versions and markers of deletions, oldest first, by key and version. */
  readonly versions: Map<string, StoredVersion>;
  readonly uploads: Map<string, Upload>;
  /** The parts of an upload by number. */
  parts(upload: string): Map<string, Part>;
  /** Forgets an upload and its parts. */
  endUpload(upload: string): void;
}

/** Every bucket by name. Bodies that are written to the state folder are read from there when they are asked for. */
export class Buckets {
  readonly #records: Table<BucketIdentity>;
  readonly #open = new Map<string, Bucket>();

  constructor(private readonly ledger: Ledger) {
    this.#records = ledger.table('buckets');
  }

  has(name: string): boolean {
    return this.#records.has(name);
  }

  get(name: string): Bucket | undefined {
    const identity = this.#records.get(name);
    if (identity === undefined) return undefined;
    const found = this.#open.get(name);
    if (found !== undefined) return found;
    const { ledger } = this;
    const uploads = ledger.table<Upload>(`uploads/${name}`);
    const bucket: Bucket = {
      ...identity,
      objects: ledger.table<StoredObject>(`objects/${name}`, { release: true }),
      versions: ledger.table<StoredVersion>(`versions/${name}`, { release: true }),
      uploads,
      parts: (upload) => ledger.table<Part>(`parts/${name}/${upload}`, { release: true }),
      endUpload: (upload) => {
        ledger.drop(`parts/${name}/${upload}`);
        uploads.delete(upload);
      },
    };
    this.#open.set(name, bucket);
    return bucket;
  }

  get size(): number {
    return this.#records.size;
  }

  /** Names, oldest bucket first. */
  keys(): Iterable<string> {
    return this.#records.keys();
  }

  /** Buckets of every account, oldest first. */
  values(): readonly Bucket[] {
    return [...this.#records.keys()].flatMap((name) => this.get(name) ?? []);
  }

  /** Creates an empty bucket. */
  add(identity: BucketIdentity): void {
    this.#records.set(identity.name, identity);
  }

  /** Deletes a bucket with what is in it. */
  delete(name: string): void {
    const bucket = this.get(name);
    if (bucket === undefined) return;
    for (const upload of bucket.uploads.keys()) bucket.endUpload(upload);
    this.ledger.drop(`uploads/${name}`);
    this.ledger.drop(`objects/${name}`);
    this.ledger.drop(`versions/${name}`);
    this.#open.delete(name);
    this.#records.delete(name);
  }
}

/** The SHA-256 of a body in base64, as S3 checksums are written. */
export function sha256(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64');
}

/** The entity tag of an object that was put in one piece. */
export function etag(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

/** An object without attributes, in a bucket without versioning. */
export function plainObject(key: string, body: Buffer, lastModified: Date): StoredObject {
  return {
    key,
    body,
    etag: etag(body),
    checksum: { algorithm: 'sha256', value: sha256(body) },
    versionId: 'null',
    lastModified,
    headers: new Map(),
    metadata: new Map(),
    tags: new Map(),
  };
}
