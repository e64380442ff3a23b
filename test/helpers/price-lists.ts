import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** What a path answers: a body, or something that goes wrong. Consumed from the left; the last one stays. */
export type Answer =
  | { readonly body: string }
  | { readonly status: number; readonly retryAfter?: string }
  | { readonly cutAt: number; readonly body: string }
  | 'silence';

/** A list of the fixtures, as its provider writes it. */
export function fixture(name: string): string {
  return readFileSync(join(__dirname, '../fixtures/price-lists', name), 'utf8');
}

export const sagemakerPath = '/offers/v1.0/aws/AmazonSageMaker/current/eu-central-1/index.csv';
export const ec2Path = '/offers/v1.0/aws/AmazonEC2/current/eu-central-1/index.csv';
export const azurePath = '/api/retail/prices';

export interface PriceListServer {
  readonly url: string;
  /** Paths with their query, in order. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** A loopback server that stands for both price lists. `$NEXT` in a body is its second page. */
export async function priceListServer(answers: Readonly<Record<string, readonly Answer[]>>): Promise<PriceListServer> {
  const left = new Map(Object.entries(answers));
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const target = request.url ?? '';
    requests.push(decodeURIComponent(target));
    const path = target.split('?')[0] ?? '';
    const key = target.includes('page=2') ? `${path}#2` : path;
    const [answer, ...rest] = left.get(key) ?? [{ status: 404 }];
    if (rest.length > 0) left.set(key, rest);
    reply(response, answer ?? { status: 404 }, `http://${request.headers.host ?? ''}${path}?page=2`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

function reply(response: ServerResponse, answer: Answer, next: string): void {
  if (answer === 'silence') return;
  if ('status' in answer) {
    response
      .writeHead(answer.status, answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter })
      .end();
    return;
  }
  const body = answer.body.replace('$NEXT', next);
  if (!('cutAt' in answer)) {
    response.end(body);
    return;
  }
  // Chunked, as a proxy that gives up sends it: well-formed HTTP, half a file.
  response.write(body.slice(0, answer.cutAt));
  response.end();
}

/** Both lists of AWS and both pages of Azure, whole. */
export function wholeLists(): Readonly<Record<string, readonly Answer[]>> {
  return {
    [sagemakerPath]: [{ body: fixture('AmazonSageMaker-eu-central-1.csv') }],
    [ec2Path]: [{ body: fixture('AmazonEC2-eu-central-1.csv') }],
    [azurePath]: [{ body: fixture('azure-swedencentral-1.json') }],
    [`${azurePath}#2`]: [{ body: fixture('azure-swedencentral-2.json') }],
  };
}
