import type { LoopbackAnswer, LoopbackCall } from '../loopback-server';
import { startLoopback } from '../loopback-server';
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
  const server = await startLoopback({
    bodyLimit,
    answer: (call) => written(answer(call, resources(), stores)),
    tooLarge: () =>
      written(refused(new Refusal(413, 'RequestEntityTooLarge', `a body has at most ${bodyLimit} bytes`))),
    failed: (error) => written(refused(error)),
  });
  const { url } = server;
  return {
    openAi: (account) => `${url}/openai-accounts/${account}`,
    search: (service) => `${url}/search-services/${service}`,
    close: server.close,
  };
}

function answer(received: LoopbackCall, all: readonly AzureResource[], stores: Map<string, SearchStore>): DataAnswer {
  const [plane = '', name = '', ...path] = received.path;
  const call: DataCall = { ...received, path };
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

function written({ status, body }: DataAnswer): LoopbackAnswer {
  if (body === undefined) return { status };
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
