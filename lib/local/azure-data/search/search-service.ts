import type { JsonObject } from '../../../constraints/json';
import { textAt } from '../../../constraints/value';
import { assertMay } from '../caller';
import type { DataAnswer, DataCall } from '../exchange';
import { bodyOf, notImplemented, Refusal } from '../exchange';
import type { AzureResource } from '../resource';
import { indexDocuments } from './documents';
import type { SearchIndex } from './index-definition';
import { readIndex } from './index-definition';
import { search } from './query';

/** An index with its documents by key. */
interface FilledIndex {
  readonly index: SearchIndex;
  readonly documents: Map<string, JsonObject>;
}

/** The indexes and aliases of one search service, in memory. */
export class SearchStore {
  readonly indexes = new Map<string, FilledIndex>();
  /** Name of an alias to the index that it names. */
  readonly aliases = new Map<string, string>();
}

/**
 * The data plane of an AI Search service: indexes, aliases, documents and queries.
 * Paths and members are those that @azure/search-documents 13.0.0 sends.
 */
export function searchAnswer(
  call: DataCall,
  {
    service,
    store,
    all,
  }: { readonly service: AzureResource; readonly store: SearchStore; readonly all: readonly AzureResource[] },
): DataAnswer {
  const [collection = '', name, ...rest] = namedPath(call.path);
  const may = (action: 'search-query' | 'search-write' | 'search-manage'): void => {
    assertMay(action, call, service, all);
  };
  if (rest.length === 0 && (collection === 'indexes' || collection === 'aliases')) {
    may('search-manage');
    return collection === 'indexes' ? indexAnswer(call, name, store) : aliasAnswer(call, name, store);
  }
  const [docs, operation = ''] = rest;
  if (collection !== 'indexes' || name === undefined || docs !== 'docs' || call.method !== 'POST')
    throw notImplemented(`${call.method} /${call.path.join('/')} of AI Search`);
  const found = store.indexes.get(store.aliases.get(name) ?? name);
  switch (operation) {
    case 'index':
    case 'search.index':
      may('search-write');
      return indexDocuments(bodyOf(call), required(found, name).index, required(found, name).documents);
    case 'search':
    case 'search.post.search':
      may('search-query');
      return { status: 200, body: search(bodyOf(call), required(found, name).index, required(found, name).documents) };
    default:
      throw notImplemented(`${operation} of documents`);
  }
}

/** `indexes('name')` is `indexes/name`: clients of the SDK write the first. */
function namedPath(path: readonly string[]): readonly string[] {
  return path.flatMap((part) => {
    const [, collection, name] = /^(\w+)\('([^']*)'\)$/.exec(part) ?? [];
    return collection === undefined || name === undefined ? [part] : [collection, name];
  });
}

function indexAnswer(call: DataCall, name: string | undefined, { indexes, aliases }: SearchStore): DataAnswer {
  if (name === undefined) {
    if (call.method === 'GET')
      return { status: 200, body: { value: [...indexes.values()].map(({ index }) => index.definition) } };
    if (call.method !== 'POST') throw notImplemented(`${call.method} of indexes`);
    const index = readIndex(bodyOf(call));
    if (indexes.has(index.name))
      throw new Refusal(409, 'ResourceNameAlreadyInUse', `Index '${index.name}' already exists.`);
    indexes.set(index.name, { index, documents: new Map() });
    return { status: 201, body: index.definition };
  }
  const before = indexes.get(name);
  switch (call.method) {
    case 'GET':
      return { status: 200, body: required(before, name).index.definition };
    case 'PUT':
      return putIndex(readIndex({ ...bodyOf(call), name }), before, indexes);
    case 'DELETE': {
      const holder = [...aliases].find(([, target]) => target === name);
      if (holder !== undefined)
        throw new Refusal(400, 'CannotDeleteMappedIndex', `Index '${name}' is mapped by alias '${holder[0]}'.`);
      return { status: indexes.delete(name) ? 204 : 404 };
    }
    default:
      throw notImplemented(`${call.method} of an index`);
  }
}

/** Fields of an index can be added, not changed. */
function putIndex(index: SearchIndex, before: FilledIndex | undefined, indexes: Map<string, FilledIndex>): DataAnswer {
  const changed = before?.index.fields.find((field) => {
    const after = index.fields.find(({ name }) => name === field.name);
    return JSON.stringify(after) !== JSON.stringify(field);
  });
  if (changed !== undefined)
    throw new Refusal(400, 'CannotChangeExistingField', `Existing field '${changed.name}' cannot be changed.`);
  indexes.set(index.name, { index, documents: before?.documents ?? new Map<string, JsonObject>() });
  return { status: before === undefined ? 201 : 200, body: index.definition };
}

function aliasAnswer(call: DataCall, name: string | undefined, { aliases, indexes }: SearchStore): DataAnswer {
  const view = (alias: string, target: string): object => ({ name: alias, indexes: [target] });
  if (name === undefined) {
    if (call.method !== 'GET') throw notImplemented(`${call.method} of aliases without a name: use PUT`);
    return { status: 200, body: { value: [...aliases].map(([alias, target]) => view(alias, target)) } };
  }
  const before = aliases.get(name);
  switch (call.method) {
    case 'GET': {
      if (before === undefined) throw new Refusal(404, '', `No alias with the name '${name}' was found.`);
      return { status: 200, body: view(name, before) };
    }
    case 'PUT': {
      const target = textAt(bodyOf(call), 'indexes', 0);
      if (target === undefined || !indexes.has(target))
        throw new Refusal(
          400,
          'InvalidRequestParameter',
          `An alias names one index that exists, not '${String(target)}'.`,
        );
      if (indexes.has(name)) throw new Refusal(409, 'ResourceNameAlreadyInUse', `An index has the name '${name}'.`);
      aliases.set(name, target);
      return { status: before === undefined ? 201 : 200, body: view(name, target) };
    }
    case 'DELETE':
      return { status: aliases.delete(name) ? 204 : 404 };
    default:
      throw notImplemented(`${call.method} of an alias`);
  }
}

function required(found: FilledIndex | undefined, name: string): FilledIndex {
  if (found !== undefined) return found;
  throw new Refusal(404, '', `No index with the name '${name}' was found in the service.`);
}
