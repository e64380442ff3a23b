import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { readBody } from './aws/wire/request-body';

/** A request to a server on loopback. */
export interface LoopbackCall {
  readonly method: string;
  /** Parts of the path, decoded; a part with a broken escape names nothing and stays as sent. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** Address of the server as the client wrote it, without a final slash. */
  readonly root: string;
}

/** An answer as it is sent. */
export interface LoopbackAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What a server answers. */
export interface LoopbackOptions {
  /** Bytes that a body has at most. */
  readonly bodyLimit: number;
  /** @default - any free port */
  readonly port?: number;
  readonly answer: (call: LoopbackCall) => LoopbackAnswer | Promise<LoopbackAnswer>;
  /** The answer to a body over the limit. */
  readonly tooLarge: (bytes: number) => LoopbackAnswer;
  /** The answer where `answer` fails. */
  readonly failed: (error: unknown) => LoopbackAnswer;
}

/** A server that runs. */
export interface LoopbackServer {
  /** Without a final slash. */
  readonly url: string;
  /** Ends the server and every connection. A second call does nothing. */
  readonly close: () => Promise<void>;
}

/**
 * Starts an HTTP/1.1 server on 127.0.0.1. A call is answered when its body is whole, so a request that is cut off changes nothing.
 * Errors: that of the system where the port is taken.
 */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    received(request, options).then(
      (found) => {
        send(response, found, request.method === 'HEAD');
      },
      () => {
        // The connection ended before its body did.
        response.destroy();
      },
    );
  });
  await new Promise<void>((listening, refused) => {
    server.once('error', refused).listen(options.port ?? 0, '127.0.0.1', listening);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}

async function received(request: IncomingMessage, options: LoopbackOptions): Promise<LoopbackAnswer> {
  const read = await readBody(request, options.bodyLimit);
  if ('tooLarge' in read) return options.tooLarge(read.tooLarge);
  try {
    return await options.answer(callOf(request, read.body));
  } catch (error) {
    return options.failed(error);
  }
}

function callOf(request: IncomingMessage, body: Buffer): LoopbackCall {
  const root = `http://${request.headers.host ?? ''}`;
  const url = new URL(request.url ?? '/', root);
  return {
    method: request.method ?? 'GET',
    path: url.pathname.split('/').slice(1).map(decoded),
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, text]) => [name, Array.isArray(text) ? text[0] : text]),
    ),
    body,
    root,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function send(response: ServerResponse, { status, headers = {}, body }: LoopbackAnswer, head: boolean): void {
  response.writeHead(status, headers);
  response.end(head ? undefined : body);
}
