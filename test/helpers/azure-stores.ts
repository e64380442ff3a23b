import { mkdtempSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreClient } from '../../lib/cloud/azure/stores/store-client';
import { startLocalStores } from '../../lib/local/azure-stores';

/** An answer in place of the one of the local stores. */
export interface TestAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Requests that get another answer. */
interface TestFault {
  /** Method and path with query, for example `/^PUT .*comp=blocklist/`. */
  readonly when: RegExp;
  /** Answers one after another; then the local stores answer again. */
  readonly answers: readonly TestAnswer[];
}

/** The local stores behind a server that can answer in their place. It does not show what Azure would say beyond that. */
export interface TestStores {
  readonly url: string;
  /** Method, path and query of every request. */
  readonly asked: string[];
  /** Bodies of the requests that were answered in their place. */
  readonly bodies: string[];
  /** Milliseconds that clients waited. */
  readonly waited: number[];
  /** Resource ids that exist, with the time of their creation. */
  readonly resources: Map<string, { readonly created?: string }>;
  /** Makes the next requests fail. */
  fail(fault: TestFault): void;
  /** A client that waits for nothing. */
  client(): StoreClient;
  close(): Promise<void>;
}

/** Starts stores in which the given resources exist. */
export async function startTestStores(ids: readonly string[]): Promise<TestStores> {
  const resources = new Map(ids.map((id) => [id.toLowerCase(), { created: '2026-12-01T00:00:00Z' }]));
  const local = await startLocalStores({
    folder: join(mkdtempSync(join(tmpdir(), 'azure-stores-')), 'stores'),
    resources: () => resources,
  });
  const asked: string[] = [];
  const bodies: string[] = [];
  const waited: number[] = [];
  const faults: { readonly when: RegExp; readonly answers: TestAnswer[] }[] = [];
  const front = createServer((incoming, outgoing) => {
    const line = `${incoming.method ?? ''} ${incoming.url ?? ''}`;
    asked.push(line);
    const answer = faults.find(({ when, answers }) => answers.length > 0 && when.test(line))?.answers.shift();
    if (answer === undefined) forward(incoming, outgoing, local.url);
    else {
      let body = '';
      incoming.on('data', (part: Buffer) => (body += part.toString()));
      incoming.on('end', () => {
        bodies.push(body);
        outgoing.writeHead(answer.status, answer.headers).end(answer.body);
      });
    }
  });
  await new Promise<void>((listening) => front.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    bodies,
    waited,
    resources,
    fail: ({ when, answers }) => faults.push({ when, answers: [...answers] }),
    client: () =>
      new StoreClient({
        tenant: '00000000-0000-4000-8000-0000000000a1',
        local: url,
        pause: (milliseconds) => {
          waited.push(milliseconds);
          return Promise.resolve();
        },
      }),
    close: async () => {
      front.closeAllConnections();
      await new Promise((closed) => front.close(closed));
      await local.close();
    },
  };
}

/** The host of the request stays, so that addresses in answers lead here again. */
function forward(incoming: IncomingMessage, outgoing: ServerResponse, to: string): void {
  const { port } = new URL(to);
  const { method = 'GET', url = '/', headers } = incoming;
  const options = { host: '127.0.0.1', port, method, path: url, headers };
  incoming.pipe(
    send(options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    }),
  );
}
