import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';

/** A request that the server of the test got. */
interface AskedModel {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the server of the test answers; a list is a stream of events, which `cut` ends without its end. */
export interface ModelReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object | string | readonly object[];
  readonly cut?: boolean;
}

/** An OpenAI-compatible server on loopback, which repeats what it is told. */
export interface LoopbackModel {
  readonly url: string;
  readonly asked: AskedModel[];
  /** Replies by path below the base address. */
  readonly replies: Record<string, ModelReply>;
  readonly close: () => Promise<void>;
}

/** The model name that the server gives. */
export const serverModel = 'tiny-model-1';

/** A chat completion with a text. */
export function completionOf(content: string, finish = 'stop'): ModelReply {
  return {
    body: {
      model: serverModel,
      choices: [{ message: { role: 'assistant', content }, finish_reason: finish }],
      usage: { prompt_tokens: 11, completion_tokens: 7 },
    },
  };
}

/** The events of a streamed completion. */
export function streamedOf(pieces: readonly string[]): readonly object[] {
  return [
    ...pieces.map((content) => ({ model: serverModel, choices: [{ delta: { content }, finish_reason: null }] })),
    { model: serverModel, choices: [{ delta: {}, finish_reason: 'stop' }] },
    { model: serverModel, choices: [], usage: { prompt_tokens: 11, completion_tokens: 7 } },
  ];
}

/** Vectors of one length, the first number of each its place. */
export function vectorsOf(count: number, length: number): ModelReply {
  const data = Array.from({ length: count }, (_row, index) => ({
    index,
    embedding: Array.from({ length }, (_number, place) => (place === 0 ? index + 1 : 0)),
  }));
  return { body: { model: serverModel, data: data.toReversed(), usage: { prompt_tokens: 3 } } };
}

export async function startLoopbackModel(): Promise<LoopbackModel> {
  const asked: AskedModel[] = [];
  const replies: Record<string, ModelReply> = { '/models': { body: { data: [{ id: serverModel }] } } };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const path = (request.url ?? '').replace(/^\/v1/, '');
      asked.push({ path, headers: request.headers, body: JSON.parse(text === '' ? '{}' : text) as AskedModel['body'] });
      const { status = 200, headers = {}, body, cut = false } = replies[path] ?? { status: 404, body: 'no such path' };
      const events = Array.isArray(body) ? body.map((event) => `data: ${JSON.stringify(event)}\n\n`) : undefined;
      response.writeHead(status, headers);
      if (events === undefined) response.end(typeof body === 'string' ? body : JSON.stringify(body));
      else if (cut) response.write(events.slice(0, -2).join(''), () => response.destroy());
      else response.end([...events, 'data: [DONE]\n\n'].join(''));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    replies,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}
