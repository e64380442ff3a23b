import { createHash } from 'node:crypto';
import type { CompletedPart, S3Client } from '@aws-sdk/client-s3';
import type { AssetFile } from '../../assets/asset-file';
import { manifestName } from '../../assets/asset-file';
import type { PresentFile, PresentFiles } from '../../assets/compare-files';
import { inParallel } from '../../assets/in-parallel';
import type { Content, FileStore } from '../../assets/ports';
import { checked } from '../../assets/push-files';
import { collected, inParts } from '../parts';
import type { AwsClientOptions } from './client-options';
import { clientConfig, loadSdk } from './client-options';

const load = () => loadSdk('@aws-sdk/client-s3', () => import('@aws-sdk/client-s3'));

/** Files up to one part are sent whole. S3 takes parts from 5 MiB on, and 10,000 of them (Amazon S3 user guide, "Multipart upload limits", read 2026-11-30). */
const smallestPart = 16 * 2 ** 20;
const mostParts = 10_000;
/** Objects whose hashes are asked for at a time. */
const heads = 8;

/** Parts that were sent before, by number. */
type SentParts = ReadonlyMap<number, { readonly ETag: string; readonly ChecksumSHA256: string }>;

/** Files below a prefix of a bucket. Each object has its SHA-256 as metadata: S3 keeps one of a whole object in parts nowhere. */
export class WeightsBucket implements FileStore {
  readonly place: string;
  private client: Promise<S3Client> | undefined;

  constructor(
    private readonly options: AwsClientOptions,
    private readonly bucket: string,
    private readonly prefix: string,
    private readonly partSize: number = smallestPart,
  ) {
    this.place = `s3://${bucket}/${prefix}`;
  }

  async present(): Promise<PresentFiles | undefined> {
    const listed = await this.list();
    if (listed === undefined) return undefined;
    const files = await inParallel(heads, listed, (file) => this.withHash(file));
    const manifest = listed.some(({ path }) => path === manifestName) ? await this.text(manifestName) : undefined;
    return { files, ...(manifest === undefined ? {} : { manifest }) };
  }

  async upload(file: AssetFile, content: Content): Promise<void> {
    const verified = checked(content, file, this.place);
    if (file.bytes <= this.partSize) await this.put(file, verified);
    else await this.putInParts(file, verified);
  }

  async writeOnce(path: string, text: string): Promise<boolean> {
    const { PutObjectCommand } = await load();
    const body = Buffer.from(text);
    try {
      await (
        await this.api()
      ).send(
        new PutObjectCommand({
          ...this.key(path),
          Body: body,
          IfNoneMatch: '*',
          ChecksumSHA256: base64(body),
          Metadata: { sha256: hex(body) },
          ContentType: 'application/json',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'PreconditionFailed') return false;
      throw error;
    }
  }

  removal(path?: string): string {
    return path === undefined ? `aws s3 rm --recursive '${this.place}'` : `aws s3 rm '${this.place}${path}'`;
  }

  private async put(file: AssetFile, content: Content): Promise<void> {
    const { PutObjectCommand } = await load();
    const body = Buffer.concat(await collected(content));
    await (
      await this.api()
    ).send(
      new PutObjectCommand({
        ...this.key(file.path),
        Body: body,
        ChecksumSHA256: base64(body),
        Metadata: { sha256: file.sha256 },
      }),
    );
  }

  /** In parts, each with its checksum. Parts of a former upload of the same key with the same content are not sent again. */
  private async putInParts(file: AssetFile, content: Content): Promise<void> {
    const s3 = await load();
    const client = await this.api();
    const size = Math.max(this.partSize, Math.ceil(file.bytes / mostParts));
    const { UploadId, parts } = await this.begun(file);
    const completed: CompletedPart[] = [];
    try {
      for await (const part of inParts(content, size)) {
        const named = { PartNumber: completed.length + 1, ChecksumSHA256: base64(part) };
        const former = parts.get(named.PartNumber);
        if (former?.ChecksumSHA256 === named.ChecksumSHA256) {
          completed.push({ ...named, ETag: former.ETag });
          continue;
        }
        const sent = await client.send(
          new s3.UploadPartCommand({ ...this.key(file.path), UploadId, ...named, Body: part }),
        );
        completed.push({ ...named, ETag: sent.ETag });
      }
    } catch (error) {
      // Content that is not what was listed is not kept for a second push.
      if (error instanceof Error && 'code' in error && error.code === 'AssetHashDiffers') {
        await client.send(new s3.AbortMultipartUploadCommand({ ...this.key(file.path), UploadId }));
      }
      throw error;
    }
    await client.send(
      new s3.CompleteMultipartUploadCommand({
        ...this.key(file.path),
        UploadId,
        MultipartUpload: { Parts: completed },
      }),
    );
  }

  /** The upload of a key that was begun and not ended, or a new one. */
  private async begun(file: AssetFile): Promise<{
    readonly UploadId: string;
    readonly parts: SentParts;
  }> {
    const s3 = await load();
    const client = await this.api();
    const { Key } = this.key(file.path);
    const { Uploads = [] } = await client.send(
      new s3.ListMultipartUploadsCommand({ Bucket: this.bucket, Prefix: Key }),
    );
    const former = Uploads.find((upload) => upload.Key === Key && upload.ChecksumAlgorithm === 'SHA256');
    if (former?.UploadId !== undefined) {
      return { UploadId: former.UploadId, parts: await this.partsOf(file, former.UploadId) };
    }
    const begun = await client.send(
      new s3.CreateMultipartUploadCommand({
        ...this.key(file.path),
        ChecksumAlgorithm: 'SHA256',
        Metadata: { sha256: file.sha256 },
      }),
    );
    return { UploadId: begun.UploadId ?? '', parts: new Map() };
  }

  private async partsOf(file: AssetFile, uploadId: string): Promise<SentParts> {
    const { paginateListParts } = await load();
    const sent = new Map<number, { readonly ETag: string; readonly ChecksumSHA256: string }>();
    const pages = paginateListParts({ client: await this.api() }, { ...this.key(file.path), UploadId: uploadId });
    for await (const { Parts = [] } of pages) {
      for (const { PartNumber = 0, ETag = '', ChecksumSHA256 = '' } of Parts) {
        sent.set(PartNumber, { ETag, ChecksumSHA256 });
      }
    }
    return sent;
  }

  private async list(): Promise<readonly PresentFile[] | undefined> {
    const { ListObjectsV2Command } = await load();
    const client = await this.api();
    const files: PresentFile[] = [];
    let next: string | undefined;
    try {
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: this.bucket, Prefix: this.prefix, ContinuationToken: next }),
        );
        files.push(
          ...(page.Contents ?? []).map(({ Key = '', Size = 0 }) => ({
            path: Key.slice(this.prefix.length),
            bytes: Size,
          })),
        );
        next = page.NextContinuationToken;
      } while (next !== undefined);
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchBucket') return undefined;
      throw error;
    }
    return files;
  }

  private async withHash(file: PresentFile): Promise<PresentFile> {
    const { HeadObjectCommand } = await load();
    const { Metadata = {} } = await (await this.api()).send(new HeadObjectCommand(this.key(file.path)));
    const sha256 = Metadata['sha256'];
    return sha256 === undefined ? file : { ...file, sha256 };
  }

  private async text(path: string): Promise<string> {
    const { GetObjectCommand } = await load();
    const { Body } = await (await this.api()).send(new GetObjectCommand(this.key(path)));
    return (await Body?.transformToString()) ?? '';
  }

  private key(path: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.bucket, Key: `${this.prefix}${path}` };
  }

  private api(): Promise<S3Client> {
    this.client ??= load().then(
      ({ S3Client }) =>
        new S3Client({ ...clientConfig(this.options), forcePathStyle: this.options.local !== undefined }),
    );
    return this.client;
  }
}

function hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function base64(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
