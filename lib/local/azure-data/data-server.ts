import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { readBody } from '../aws/wire/request-body';
import type { DataAnswer, DataCall } from './exchange';
import { Refusal } from './exchange';
import { openAiAnswer } from './openai-service';
import type { AzureResource } from './resource';
import { nameOf } from './resource';
import { searchAnswer, SearchStore } from './search/search-service';

/** The data planes of a local Azure, on one loopback port. */
export interface AzureData {
  /** Address of the account or service with a name, without a final slash. */
  openAi(account: string): string;
  search(service: string): string;
  readonly close: () => Promise<void>;
}

/** Bytes of a body: AI Search takes about 16 MB in one request (the page of documents, read 2026-12-01). */
const bodyLimit = 16 * 2 ** 20;

/**
 * Starts the data planes of Azure OpenAI and AI Search. Accounts, deployments and services exist where a stack has them, and who
 * calls must have a role there. Indexes are in memory until `close`.
 * @param resources what exists now
 */
export async function startAzureData(resources: () => readonly AzureResource[]): Promise<AzureData> {
  const stores = new Map<string, SearchStore>();
  const server = createServer((request, response) => {
    answer(request, resources(), stores)
      .catch(refused)
      .then(
        (found) => {
          send(response, found);
        },
        () => {
          response.destroy();
        },
      );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    openAi: (account) => `${url}/openai-accounts/${account}`,
    search: (service) => `${url}/search-services/${service}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  all: readonly AzureResource[],
  stores: Map<string, SearchStore>,
): Promise<DataAnswer> {
  const read = await readBody(request, bodyLimit);
  if ('tooLarge' in read) throw new Refusal(413, 'RequestEntityTooLarge', `a body has at most ${bodyLimit} bytes`);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [plane = '', name = '', ...path] = url.pathname.split('/').slice(1).map(decoded);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([key, text]) => [key, Array.isArray(text) ? text[0] : text]),
  );
  const call: DataCall = { method: request.method ?? 'GET', path, query: url.searchParams, headers, body: read.body };
  const named = (type: string): AzureResource => {
    const found = all.find((resource) => resource.type === type && nameOf(resource) === name);
    if (found !== undefined) return found;
    throw new Refusal(404, 'ResourceNotFound', `No stack has made ${name}`);
  };
  switch (plane) {
    case 'openai-accounts':
      return openAiAnswer(call, named('azure-native:cognitiveservices:Account'), all);
    case 'search-services': {
      const service = named('azure-native:search:Service');
      const store = stores.get(service.id) ?? new SearchStore();
      stores.set(service.id, store);
      return searchAnswer(call, { service, store, all });
    }
    default:
      throw new Refusal(404, 'ResourceNotFound', `The local Azure has no data plane ${plane}`);
  }
}

function refused(error: unknown): DataAnswer {
  const known = error instanceof Refusal;
  const status = known ? error.status : 500;
  const message = error instanceof Error ? error.message : String(error);
  return { status, body: { error: { code: known ? error.code : 'InternalServerError', message } } };
}

function send(response: ServerResponse, { status, body }: DataAnswer): void {
  response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** A part of a path without its escapes; one with a broken escape names nothing and stays as sent. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
