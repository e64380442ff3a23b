import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file of the hub, and what the hub says about it where that is not the truth. */
export interface HubFile {
  readonly content: Buffer | string;
  /** Kept in LFS, whose SHA-256 the hub lists. @default false */
  readonly lfs?: boolean;
  readonly lies?: {
    readonly size?: number;
    readonly sha256?: string;
    readonly gitBlob?: string;
    readonly missing?: boolean;
  };
}

/** A server on loopback that answers as the Hugging Face hub does. */
export interface TestHub {
  readonly address: string;
  /** Paths that were asked for. */
  readonly asked: string[];
  /** Commit that answers name. */
  commit: string;
  close(): Promise<void>;
}

/** Starts a hub with one repository at one revision. The list has pages of two entries. */
export async function startHub(
  repository: string,
  revision: string,
  files: Readonly<Record<string, HubFile>>,
): Promise<TestHub> {
  const asked: string[] = [];
  const hub: { server?: Server } = {};
  const state = { commit: revision };
  const list = Object.entries(files).map(([path, file]) => entry(path, file));
  hub.server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://hub');
    asked.push(url.pathname);
    if (url.pathname === `/api/models/${repository}/tree/${revision}`) {
      const from = Number(url.searchParams.get('cursor') ?? 0);
      const next = `<http://${request.headers.host ?? ''}${url.pathname}?recursive=true&cursor=${from + 2}>; rel="next"`;
      if (from + 2 < list.length) response.setHeader('link', next);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(list.slice(from, from + 2)));
      return;
    }
    const path = decodeURIComponent(url.pathname.replace(`/${repository}/resolve/${revision}/`, ''));
    const file = files[path];
    if (file === undefined || file.lies?.missing === true) {
      response.writeHead(404, { 'x-error-code': 'EntryNotFound' }).end();
      return;
    }
    response
      .writeHead(200, { 'x-repo-commit': state.commit, 'content-type': 'application/octet-stream' })
      .end(file.content);
  });
  const { server } = hub;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    get commit() {
      return state.commit;
    },
    set commit(value) {
      state.commit = value;
    },
    close: () =>
      new Promise((closed) =>
        server.close(() => {
          closed();
        }),
      ),
  };
}

function entry(path: string, { content, lfs = false, lies = {} }: HubFile): object {
  const bytes = Buffer.from(content);
  const size = lies.size ?? bytes.length;
  const blob = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const sha256 = lies.sha256 ?? createHash('sha256').update(bytes).digest('hex');
  const base = { type: 'file', path, size, oid: lies.gitBlob ?? blob };
  return lfs ? { ...base, lfs: { oid: sha256, size, pointerSize: 135 } } : base;
}
