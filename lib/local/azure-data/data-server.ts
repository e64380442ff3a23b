import type { LoopbackAnswer, LoopbackCall } from '../loopback-server';
import { startLoopback } from '../loopback-server';
import type { LanguageModel } from '../model/language-model';
import { standInModel } from '../model/stand-in-model';
import type { WrittenKeyValues } from './app-configuration';
import { configurationAnswer } from './app-configuration';
import type { AzureDirectory } from './directory';
import { directoryOf } from './directory';
import type { DataAnswer, DataCall } from './exchange';
import { Refusal } from './exchange';
import { endpointAnswer } from './online-endpoint';
import { openAiAnswer } from './openai-service';
import type { AzureResource } from './resource';
import { nameOf } from './resource';
import { accessTypes } from './role-access';
import { searchAnswer, SearchStore } from './search/search-service';

/** The data planes of a local Azure, on one loopback port. */
export interface AzureData {
  /** Without a final slash; a GET of it answers the directory. */
  readonly url: string;
  /** What is deployed now. Errors: those of reading what exists. */
  directory(): AzureDirectory;
  /** Address of the account or service with a name, without a final slash. */
  openAi(account: string): string;
  search(service: string): string;
  onlineEndpoint(endpoint: string): string;
  appConfiguration(store: string): string;
  readonly close: () => Promise<void>;
}

/** What a data plane answers from. */
interface PlaneContext {
  readonly on: AzureResource;
  readonly all: readonly AzureResource[];
  readonly stores: Map<string, SearchStore>;
  /** What generates and embeds text. */
  readonly model: LanguageModel;
  readonly routed: Map<string, number>;
  readonly configurations: Map<string, WrittenKeyValues>;
}

/** A data plane: the type of the resource whose calls it answers, and further types that decide the answer. */
interface DataPlane {
  readonly type: string;
  readonly also: readonly string[];
  readonly answer: (call: DataCall, context: PlaneContext) => DataAnswer | Promise<DataAnswer>;
}

/** Every data plane, by the first part of its path. */
const planes: Readonly<Record<string, DataPlane>> = {
  'openai-accounts': {
    type: 'azure-native:cognitiveservices:Account',
    also: ['azure-native:cognitiveservices:Deployment'],
    answer: (call, { on, ...background }) => openAiAnswer(call, on, background),
  },
  'search-services': {
    type: 'azure-native:search:Service',
    also: [],
    answer: (call, { on, all, stores }) => {
      const store = stores.get(on.id) ?? new SearchStore();
      stores.set(on.id, store);
      return searchAnswer(call, { service: on, store, all });
    },
  },
  'configuration-stores': {
    type: 'azure-native:appconfiguration:ConfigurationStore',
    also: ['azure-native:appconfiguration:KeyValue'],
    answer: (call, { on, all, configurations }) => {
      const written: WrittenKeyValues = configurations.get(on.id) ?? new Map<string, never>();
      configurations.set(on.id, written);
      return configurationAnswer(call, { store: on, all, written });
    },
  },
  'online-endpoints': {
    type: 'azure-native:machinelearningservices:OnlineEndpoint',
    also: ['azure-native:machinelearningservices:OnlineDeployment'],
    answer: (call, { on, all, routed, model }) => endpointAnswer(call, { endpoint: on, all, routed, model }),
  },
};

/** The types of each data plane, and those that decide who may call. */
export const dataPlaneTypes: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(planes).map(([plane, { type, also }]) => [plane, [type, ...also]])),
  roles: accessTypes,
};

/** Bytes of a body: AI Search takes about 16 MB in one request (the page of documents, read 2026-12-01). */
const bodyLimit = 16 * 2 ** 20;

/**
 * Starts the data planes of Azure OpenAI, AI Search, ML online endpoints and App Configuration. What they belong to exists where a
 * stack has it, and who calls must have a role there. What callers write is in memory until `close`.
 * @param resources what exists now
 * @param model what generates and embeds text. @default - a stand-in without a model, which says so
 */
export async function startAzureData(
  resources: () => readonly AzureResource[],
  model: LanguageModel = standInModel,
): Promise<AzureData> {
  const kept = {
    stores: new Map<string, SearchStore>(),
    routed: new Map<string, number>(),
    configurations: new Map<string, WrittenKeyValues>(),
    model,
  };
  const server = await startLoopback({
    bodyLimit,
    answer: async (call) => written(await answer(call, { all: resources(), ...kept })),
    tooLarge: () =>
      written(refused(new Refusal(413, 'RequestEntityTooLarge', `a body has at most ${bodyLimit} bytes`))),
    failed: (error) => written(refused(error)),
  });
  const { url } = server;
  return {
    url,
    directory: () => directoryAt(resources(), url),
    openAi: (account) => `${url}/openai-accounts/${account}`,
    search: (service) => `${url}/search-services/${service}`,
    onlineEndpoint: (endpoint) => `${url}/online-endpoints/${endpoint}`,
    appConfiguration: (store) => `${url}/configuration-stores/${store}`,
    close: server.close,
  };
}

function directoryAt(all: readonly AzureResource[], url: string): AzureDirectory {
  return directoryOf(all, (type, name) => {
    const plane = Object.entries(planes).find(([, row]) => row.type === type)?.[0];
    return plane === undefined ? undefined : `${url}/${plane}/${name}`;
  });
}

function answer(received: LoopbackCall, context: Omit<PlaneContext, 'on'>): DataAnswer | Promise<DataAnswer> {
  if (received.path.join('') === '') {
    // A page of a browser must not read tokens.
    if (received.headers['origin'] !== undefined || received.headers['sec-fetch-site'] !== undefined)
      throw new Refusal(403, 'Forbidden', 'only a command of this machine is answered');
    return { status: 200, body: directoryAt(context.all, received.root) };
  }
  const [name = '', resourceName = '', ...path] = received.path;
  const plane = Object.hasOwn(planes, name) ? planes[name] : undefined;
  if (plane === undefined) throw new Refusal(404, 'ResourceNotFound', `The local Azure has no data plane ${name}`);
  const on = context.all.find((resource) => resource.type === plane.type && nameOf(resource) === resourceName);
  if (on === undefined) throw new Refusal(404, 'ResourceNotFound', `No stack has made ${resourceName}`);
  return plane.answer({ ...received, path }, { ...context, on });
}

function refused(error: unknown): DataAnswer {
  const known = error instanceof Refusal;
  const status = known ? error.status : 500;
  const message = error instanceof Error ? error.message : String(error);
  return { status, body: { error: { code: known ? error.code : 'InternalServerError', message } } };
}

function written({ status, headers = {}, body }: DataAnswer): LoopbackAnswer {
  if (body === undefined) return { status, headers };
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
