import { createHash } from 'node:crypto';
import type { AssetFile } from '../../../assets/asset-file';
import { manifestName } from '../../../assets/asset-file';
import type { PresentFiles } from '../../../assets/compare-files';
import type { Content, FileStore } from '../../../assets/ports';
import { checked } from '../../../assets/push-files';
import { CodedError } from '../../../messages';
import { collected, inParts } from '../../parts';
import type { ListedBlob } from './blob-list';
import { readBlobPage, readUncommittedBlocks } from './blob-list';
import type { StoreClient, StoreRequest } from './store-client';
import type { StoreSubject } from './store-error';

/** Blobs below a prefix of a container. */
export interface BlobPlace {
  /** Address of the container, without a signature. */
  readonly container: string;
  /** Ends with a slash, or is empty. */
  readonly prefix: string;
  /** Query of a shared access signature, without a question mark. @default - the caller signs in */
  readonly signature?: string;
}

/** How a prefix is filled. */
export interface BlobPrefixOptions {
  readonly subject: StoreSubject;
  /** Where it is, asked for when it is needed first. */
  readonly at: () => Promise<BlobPlace>;
  /** Whether a container that is not there is made with the first file. @default false */
  readonly makesContainer?: boolean;
  readonly removal: (path?: string) => string;
  /** Bytes of a part. A smaller file is sent whole. @default 16 MiB */
  readonly partSize?: number;
}

/** How a blob is written. */
interface WriteOptions {
  /** Headers. @default - as it was listed, or where there is none */
  readonly condition?: Readonly<Record<string, string>>;
  /** Statuses that are answers and no failures. */
  readonly answers?: readonly number[];
}

const smallestPart = 16 * 2 ** 20;
/** Blocks of a blob. Source: "Scalability targets for Blob storage" (read 2026-12-01). */
const mostBlocks = 50_000;
const version = { 'x-ms-version': '2023-11-03' };

/**
 * Files below a prefix of Blob Storage, each with its SHA-256 as metadata. A blob is written only where there is none, or in
 * place of the one that was listed: `If-None-Match`, `If-Match`. Parts have a hash in their names, so that an upload that
 * stopped is continued; they are no blob before the last step. Sources, read 2026-12-01: "Put Blob", "Put Block", "Put Block
 * List", "Get Block List" of the Storage services REST API.
 */
export class BlobPrefix implements FileStore {
  /** Versions of the blobs that were listed, by path. */
  private readonly etags = new Map<string, string>();
  private found: Promise<BlobPlace> | undefined;
  private lacksContainer = false;

  constructor(
    private readonly client: StoreClient,
    private readonly options: BlobPrefixOptions,
  ) {}

  get place(): string {
    return this.options.subject.place;
  }

  async present(): Promise<PresentFiles | undefined> {
    const { prefix } = await this.at();
    const listed = await this.list();
    if (listed === undefined) {
      if (this.options.makesContainer !== true) return undefined;
      this.lacksContainer = true;
      return { files: [] };
    }
    for (const { name, etag } of listed) this.etags.set(name.slice(prefix.length), etag);
    const files = listed.map(({ name, bytes, sha256 }) => ({
      path: name.slice(prefix.length),
      bytes,
      ...(sha256 === undefined ? {} : { sha256 }),
    }));
    const manifest = files.some(({ path }) => path === manifestName) ? await this.text(manifestName) : undefined;
    return { files, ...(manifest === undefined ? {} : { manifest }) };
  }

  async upload(file: AssetFile, content: Content): Promise<void> {
    if (this.lacksContainer) await this.makeContainer();
    const verified = checked(content, file, this.place);
    if (file.bytes <= (this.options.partSize ?? smallestPart)) {
      await this.put(file.path, Buffer.concat(await collected(verified)), file.sha256);
    } else await this.putInBlocks(file, verified);
  }

  async writeOnce(path: string, text: string): Promise<boolean> {
    const body = Buffer.from(text);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const answer = await this.put(path, body, sha256, { condition: { 'if-none-match': '*' }, answers: [409, 412] });
    return answer.ok;
  }

  removal(path?: string): string {
    return this.options.removal(path);
  }

  private async put(
    path: string,
    body: Uint8Array,
    sha256: string,
    { condition = this.condition(path), answers = [] }: WriteOptions = {},
  ): Promise<Response> {
    return this.send(path, '', {
      method: 'PUT',
      headers: {
        'x-ms-blob-type': 'BlockBlob',
        'content-type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
        'content-md5': md5(body),
        'x-ms-meta-sha256': sha256,
        ...condition,
      },
      body,
      answers,
    });
  }

  /** Parts that were sent before and are the same are not sent again. The blob exists with the list of its blocks. */
  private async putInBlocks({ path, bytes, sha256 }: AssetFile, content: Content): Promise<void> {
    const size = Math.max(this.options.partSize ?? smallestPart, Math.ceil(bytes / mostBlocks));
    const sent = await this.uncommitted(path);
    const whole = createHash('md5');
    const ids: string[] = [];
    for await (const part of inParts(content, size)) {
      whole.update(part);
      const id = blockId(ids.length, part);
      ids.push(id);
      if (sent.has(id)) continue;
      await this.send(path, `comp=block&blockid=${encodeURIComponent(id)}`, {
        method: 'PUT',
        headers: { 'content-md5': md5(part) },
        body: part,
      });
    }
    await this.send(path, 'comp=blocklist', {
      method: 'PUT',
      headers: {
        'content-type': 'application/xml',
        'x-ms-blob-content-md5': whole.digest('base64'),
        'x-ms-blob-content-type': 'application/octet-stream',
        'x-ms-meta-sha256': sha256,
        ...this.condition(path),
      },
      body: `<?xml version="1.0" encoding="utf-8"?><BlockList>${ids.map((id) => `<Latest>${id}</Latest>`).join('')}</BlockList>`,
    });
  }

  private async uncommitted(path: string): Promise<ReadonlySet<string>> {
    const answer = await this.send(path, 'comp=blocklist&blocklisttype=uncommitted', { method: 'GET', answers: [404] });
    const text = await answer.text();
    return answer.status === 404 ? new Set() : readUncommittedBlocks(text);
  }

  private async list(): Promise<readonly ListedBlob[] | undefined> {
    const { container, prefix } = await this.at();
    const blobs: ListedBlob[] = [];
    let marker: string | undefined;
    do {
      const query = `restype=container&comp=list&include=metadata&prefix=${encodeURIComponent(prefix)}`;
      const answer = await this.request(
        container,
        `${query}${marker === undefined ? '' : `&marker=${encodeURIComponent(marker)}`}`,
        {
          method: 'GET',
          answers: [404],
        },
      );
      const text = await answer.text();
      if (answer.status === 404) return undefined;
      const page = readBlobPage(text);
      blobs.push(...page.blobs);
      marker = page.next;
    } while (marker !== undefined);
    return blobs;
  }

  private async text(path: string): Promise<string> {
    return (await this.send(path, '', { method: 'GET' })).text();
  }

  /** The container is made once. Another push may have made it meanwhile. */
  private async makeContainer(): Promise<void> {
    const { container } = await this.at();
    const answer = await this.request(container, 'restype=container', { method: 'PUT', answers: [409] });
    const text = await answer.text();
    if (answer.status === 409 && !/ContainerAlreadyExists/.test(text)) {
      throw new CodedError('AssetPlaceDiffers', {
        place: container,
        message: 'a container of this name is being deleted, and its name stays taken until then',
        got: /<Code>([^<]+)</.exec(text)?.[1] ?? '409',
        expected: 'no container, or one that is there',
        fix: 'run the command again after a minute',
      });
    }
    this.lacksContainer = false;
  }

  /** Nothing is written over that was not seen. */
  private condition(path: string): Readonly<Record<string, string>> {
    const etag = this.etags.get(path);
    return etag === undefined ? { 'if-none-match': '*' } : { 'if-match': quoted(etag) };
  }

  private async send(
    path: string,
    query: string,
    request: Partial<StoreRequest> & Pick<StoreRequest, 'method'>,
  ): Promise<Response> {
    const { container, prefix } = await this.at();
    const name = `${prefix}${path}`.split('/').map(encodeURIComponent).join('/');
    return this.request(`${container}/${name}`, query, request);
  }

  private async request(
    address: string,
    query: string,
    request: Partial<StoreRequest> & Pick<StoreRequest, 'method'>,
  ): Promise<Response> {
    const { signature } = await this.at();
    const all = [query, signature ?? ''].filter((part) => part !== '').join('&');
    return this.client.send({
      ...request,
      url: all === '' ? address : `${address}?${all}`,
      headers: { ...version, ...request.headers },
      ...(signature === undefined ? { audience: 'storage' } : {}),
      subject: this.options.subject,
    });
  }

  private at(): Promise<BlobPlace> {
    return (this.found ??= this.options.at());
  }
}

/** Number and hash of a block, 64 bytes as the service takes at most: the same content has the same name. */
function blockId(index: number, part: Uint8Array): string {
  const hash = createHash('sha256').update(part).digest('hex').slice(0, 57);
  return Buffer.from(`${String(index).padStart(6, '0')}-${hash}`).toString('base64');
}

function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('base64');
}

function quoted(etag: string): string {
  return etag.startsWith('"') ? etag : `"${etag}"`;
}
