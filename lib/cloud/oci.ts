import { createHash } from 'node:crypto';
import type { Content, ImageManifest, ImageRepository } from '../assets/ports';
import { CodedError } from '../messages';

/** One repository of a registry that speaks the OCI distribution API. */
export interface OciRepositoryOptions {
  /** Address of the registry, for example `https://public.ecr.aws`. */
  readonly address: string;
  /** Name of the registry in messages and images. @default - the host of the address */
  readonly registry?: string;
  readonly repository: string;
  /** The header `authorization`. @default - a token of the registry is asked for without a login */
  readonly authorization?: () => Promise<string>;
  /** Sends a request; a status that is neither a success nor 404 is an error. @default - fetch */
  readonly send?: (url: string, request: RegistryRequest) => Promise<Response>;
}

/** A request to a registry. */
export interface RegistryRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
}

/** Media types that a copy takes. Source: OCI image specification 1.1 and Docker Image Manifest V2, Schema 2. */
const mediaTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];
/** Bytes of a request that uploads a part of a layer; it is held in memory. */
const chunkSize = 16 * 2 ** 20;

/** Pulls and pushes by digest. Source of paths and codes: OCI distribution specification 1.1, "Endpoints" (read 2026-11-30). */
export class OciRepository implements ImageRepository {
  readonly place: string;
  private token: Promise<string | undefined> | undefined;

  constructor(
    private readonly options: OciRepositoryOptions,
    private readonly chunk: number = chunkSize,
  ) {
    this.place = `${options.registry ?? new URL(options.address).host}/${options.repository}`;
  }

  async manifest(digest: string): Promise<ImageManifest | undefined> {
    const answer = await this.ask(`manifests/${digest}`, { headers: { accept: mediaTypes.join(', ') } });
    if (answer.status === 404) return undefined;
    await this.expect(answer, [200]);
    return { text: await answer.text(), mediaType: answer.headers.get('content-type') ?? '' };
  }

  async hasLayer(digest: string): Promise<boolean> {
    const answer = await this.ask(`blobs/${digest}`, { method: 'HEAD' });
    if (answer.status === 404) return false;
    await this.expect(answer, [200]);
    return true;
  }

  async layer(digest: string): Promise<Content> {
    const answer = await this.ask(`blobs/${digest}`);
    if (!answer.ok || answer.body === null) {
      throw new CodedError('AssetSourceMissing', {
        place: `${this.place}@${digest}`,
        message: `answered ${answer.status}`,
      });
    }
    return answer.body;
  }

  async putLayer(digest: string, content: Content): Promise<void> {
    const begun = await this.ask('blobs/uploads/', { method: 'POST' });
    if (begun.status === 404) {
      throw new CodedError('AssetPlaceMissing', { place: this.place, message: 'the repository does not exist yet' });
    }
    await this.expect(begun, [202]);
    let location = this.absolute(begun.headers.get('location'));
    const hash = createHash('sha256');
    let sent = 0;
    for await (const part of chunks(content, this.chunk)) {
      hash.update(part);
      const answer = await this.send(location, 'PATCH', part, `${sent}-${sent + part.length - 1}`);
      await this.expect(answer, [201, 202]);
      location = this.absolute(answer.headers.get('location'));
      sent += part.length;
    }
    const got = `sha256:${hash.digest('hex')}`;
    // An upload that is not completed is no layer: the registry forgets it.
    if (got !== digest) {
      throw new CodedError('AssetHashDiffers', {
        place: `${this.place}@${digest}`,
        message: 'the layer has another content',
        got,
        expected: digest,
      });
    }
    const end = new URL(location);
    end.searchParams.set('digest', digest);
    await this.expect(await this.send(end.href, 'PUT'), [201]);
  }

  async putManifest(digest: string, { text, mediaType }: ImageManifest): Promise<void> {
    const headers = { 'content-type': mediaType };
    await this.expect(await this.ask(`manifests/${digest}`, { method: 'PUT', headers, body: text }), [201]);
  }

  private send(url: string, method: string, part?: Buffer, range?: string): Promise<Response> {
    const headers = {
      'content-type': 'application/octet-stream',
      ...(range === undefined ? {} : { 'content-range': range }),
    };
    return this.fetch(url, { method, headers, ...(part === undefined ? {} : { body: new Uint8Array(part) }) });
  }

  private ask(path: string, init: RegistryRequest = {}): Promise<Response> {
    return this.fetch(`${this.options.address}/v2/${this.options.repository}/${path}`, init);
  }

  private async fetch(url: string, init: RegistryRequest): Promise<Response> {
    const send = this.options.send ?? fetch;
    const first = await send(url, await this.authorized(init));
    if (first.status !== 401 || this.options.authorization !== undefined || this.token !== undefined) return first;
    await first.body?.cancel();
    this.token = bearer(first.headers.get('www-authenticate'));
    return fetch(url, await this.authorized(init));
  }

  private async authorized(init: RegistryRequest): Promise<RegistryRequest> {
    const authorization = (await this.options.authorization?.()) ?? (await this.token);
    if (authorization === undefined) return init;
    return { ...init, headers: { ...init.headers, authorization } };
  }

  private absolute(location: string | null): string {
    return new URL(location ?? '', this.options.address).href;
  }

  private async expect(answer: Response, status: readonly number[]): Promise<void> {
    if (status.includes(answer.status)) return;
    const text = await answer.text();
    throw new Error(`${this.place}: ${answer.url} answered ${answer.status}: ${text.slice(0, 500)}`);
  }
}

/** A token for a pull without a login. Source: Docker's and OCI's "Token Authentication Specification" (read 2026-11-30). */
async function bearer(challenge: string | null): Promise<string | undefined> {
  const [, realm] = /realm="([^"]+)"/.exec(challenge ?? '') ?? [];
  if (realm === undefined || challenge?.toLowerCase().startsWith('bearer') !== true) return undefined;
  const url = new URL(realm);
  for (const name of ['service', 'scope']) {
    const [, value] = new RegExp(`${name}="([^"]+)"`).exec(challenge) ?? [];
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const answer = await fetch(url);
  const read: unknown = answer.ok ? await answer.json() : {};
  const token = typeof read === 'object' && read !== null ? Object.entries(read) : [];
  const [, value] = token.find(([name]) => name === 'token' || name === 'access_token') ?? [];
  return typeof value === 'string' ? `Bearer ${value}` : undefined;
}

/** Content in chunks of a size, the last one smaller. */
async function* chunks(content: Content, size: number): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const read of content) {
    waiting.push(read);
    length += read.length;
    if (length < size) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
