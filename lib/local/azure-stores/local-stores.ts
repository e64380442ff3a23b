import type { LoopbackCall } from '../loopback-server';
import { startLoopback } from '../loopback-server';
import { armAnswer } from './arm-service';
import { blobAnswer } from './blob-service';
import type { StoreAnswer, StoreCall } from './exchange';
import { json, jsonError } from './exchange';
import { registryAnswer } from './registry-service';
import type { ExistingResource } from './store-folder';
import { folderOf, hashed } from './store-folder';

/** What the local stores are about. */
export interface LocalStoresOptions {
  /** Folder of their contents. */
  readonly folder: string;
  /** The resources that exist now, by id in lower case: what no stack has created is not there. */
  readonly resources: () => ReadonlyMap<string, ExistingResource>;
}

/** The data planes of the local Azure that assets need, on one loopback port. */
export interface LocalStores {
  /** Without a final slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Bytes of a body: a part of a file or of a layer has 16 MiB. */
const bodyLimit = 64 * 2 ** 20;

/**
 * Starts Blob Storage, container registries, ML registries and search services of the local Azure. They exist where a stack has
 * created them. Everybody may do everything there: it shows what is where, not who may.
 */
export async function startLocalStores(options: LocalStoresOptions): Promise<LocalStores> {
  return startLoopback({
    bodyLimit,
    answer: (call) => answer(options, call),
    tooLarge: () => jsonError(413, 'RequestBodyTooLarge', `a body has at most ${bodyLimit} bytes`),
    failed: (error) => jsonError(500, 'InternalServerError', error instanceof Error ? error.message : String(error)),
  });
}

function answer(options: LocalStoresOptions, call: LoopbackCall): StoreAnswer {
  const { path, root } = call;
  const found = storeOf(options, path, root);
  if (found === undefined)
    return jsonError(404, 'ResourceNotFound', `The Resource '${path.slice(-2).join('/')}' was not found.`);
  return found({ ...call, address: `${root}/${path.slice(0, 2).join('/')}` });
}

type Answering = (call: Pick<StoreCall, 'method' | 'query' | 'headers' | 'body' | 'path' | 'address'>) => StoreAnswer;

/** Stores by the first part of their path, with their type in the words of ARM and of azure-native. */
const stores: Readonly<
  Record<string, { readonly arm: string; readonly type: string; readonly answer: (call: StoreCall) => StoreAnswer }>
> = {
  blob: {
    arm: 'Microsoft.Storage/storageAccounts',
    type: 'azure-native:storage:StorageAccount',
    answer: blobAnswer,
  },
  registry: {
    arm: 'Microsoft.ContainerRegistry/registries',
    type: 'azure-native:containerregistry:Registry',
    answer: registryAnswer,
  },
  search: { arm: 'Microsoft.Search/searchServices', type: 'azure-native:search:Service', answer: searchAnswer },
};

/** The type of each store; the versions of models are those of ML registries. */
export const storeTypes: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(stores).map(([store, { type }]) => [store, [type]])),
  'ml-registry': ['azure-native:machinelearningservices:Registry'],
};

/** The store of an address; undefined where no stack has created it. */
function storeOf(
  { folder, resources }: LocalStoresOptions,
  path: readonly string[],
  root: string,
): Answering | undefined {
  const [plane = '', name = '', ...rest] = path;
  const there = resources();
  const named = (type: string) => {
    const end = `/providers/${type}/${name}`.toLowerCase();
    return [...there].find(([id]) => id.endsWith(end));
  };
  if (plane === 'arm') {
    const id = `/${path.slice(1, 9).join('/')}`;
    const resource = there.get(id.toLowerCase());
    return (
      resource &&
      ((call) => armAnswer({ ...call, path: path.slice(9), store: folderOf(folder, id, resource), id, root }))
    );
  }
  const store = Object.hasOwn(stores, plane) ? stores[plane] : undefined;
  if (store !== undefined) {
    const found = named(store.arm);
    return found && ((call) => store.answer({ ...call, path: rest, store: folderOf(folder, ...found) }));
  }
  // A container of an ML registry: its name begins with that of its registry.
  const owner = [...there].find(([id]) => plane.startsWith(`${hashed(id)}-`));
  return owner && ((call) => blobAnswer({ ...call, store: folderOf(folder, ...owner) }));
}

/** No stage declares an index, and nothing else can make one in the local Azure. */
function searchAnswer({ path, method }: StoreCall): StoreAnswer {
  return method === 'GET' && path.join('/') === 'indexes'
    ? json(200, { value: [] })
    : jsonError(501, 'NotImplemented', 'the local AI Search only lists indexes');
}
