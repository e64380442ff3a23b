import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../../constraints/json';
import { isObject } from '../../constraints/json';
import { textAt } from '../../constraints/value';
import { assertMay } from './caller';
import type { DataAnswer, DataCall } from './exchange';
import { assertMembers, bodyOf, notImplemented, Refusal } from './exchange';
import type { AzureResource } from './resource';
import { nameOf, textOf } from './resource';

/** A key-value of a store. */
interface KeyValue {
  readonly key: string;
  /** @default - the key has no label */
  readonly label: string | undefined;
  readonly value: string;
  readonly contentType: string | undefined;
  readonly tags: JsonObject;
}

/** What callers have written into a store, by key and label; `undefined` where they deleted what a stack has made. */
export type WrittenKeyValues = Map<string, KeyValue | undefined>;

/** What the data plane of a store answers from. */
export interface ConfigurationContext {
  readonly store: AzureResource;
  readonly all: readonly AzureResource[];
  readonly written: WrittenKeyValues;
}

/** Of these the service sets `etag`, `locked` and `last_modified` itself: clients send back what they read. */
const members = new Set(['key', 'label', 'value', 'content_type', 'tags', 'etag', 'locked', 'last_modified']);
const queryMembers = new Set(['api-version', 'key', 'label']);

/**
 * The data plane of an App Configuration store: key-values with labels and entity tags. What stacks have made is there too.
 * Locks, revisions, snapshots, `$select`, `After` and points in time are not. Paths, media types and headers are those of
 * @azure/app-configuration 1.12.1; statuses: Azure/AppConfiguration, docs/REST (read 2026-12-01).
 */
export function configurationAnswer(call: DataCall, context: ConfigurationContext): DataAnswer {
  const [collection, ...rest] = call.path;
  const unknown = [...call.query.keys()].find((name) => !queryMembers.has(name));
  if (collection !== 'kv' || unknown !== undefined)
    throw notImplemented(`${call.method} /${call.path.join('/')} ${unknown ?? ''} of App Configuration`.trim());
  const { store, all } = context;
  const reads = call.method === 'GET' || call.method === 'HEAD';
  assertMay(reads ? 'configuration-read' : 'configuration-write', call, store, all);
  // A key may have slashes, which clients escape.
  const key = rest.join('/');
  if (key === '') {
    if (call.method !== 'GET') throw notImplemented(`${call.method} of key-values`);
    return listed(call, keyValuesOf(context));
  }
  return oneAnswer(call, key, context);
}

function oneAnswer(call: DataCall, key: string, context: ConfigurationContext): DataAnswer {
  const label = labelOf(call.query.get('label'));
  const id = idOf(key, label);
  const before = keyValuesOf(context).get(id);
  if (call.method === 'GET' || call.method === 'HEAD') {
    if (before === undefined) return problem(404, 'Key value not found');
    return matches(call, 'if-none-match', before) ? { status: 304 } : shown(before);
  }
  if (call.method !== 'PUT' && call.method !== 'DELETE') throw notImplemented(`${call.method} of a key-value`);
  const { 'if-match': match, 'if-none-match': none } = call.headers;
  const stale =
    (match !== undefined && !matches(call, 'if-match', before)) ||
    (none !== undefined && matches(call, 'if-none-match', before));
  if (stale) return problem(412, 'Precondition Failed');
  if (call.method === 'DELETE') {
    if (before === undefined) return { status: 204 };
    context.written.set(id, undefined);
    return shown(before);
  }
  const body = bodyOf(call);
  assertMembers(body, members, 'a key-value');
  const after: KeyValue = {
    key,
    label,
    value: textAt(body, 'value') ?? '',
    contentType: textAt(body, 'content_type'),
    tags: tagsOf(body['tags']),
  };
  context.written.set(id, after);
  return shown(after);
}

function listed({ query }: DataCall, all: ReadonlyMap<string, KeyValue>): DataAnswer {
  const key = filterOf(query.get('key'));
  const label = filterOf(query.get('label'));
  const found = [...all.values()].filter((item) => key(item.key) && label(item.label ?? '\0'));
  const order = (item: KeyValue): string => idOf(item.key, item.label);
  return {
    status: 200,
    headers: { 'content-type': 'application/vnd.microsoft.appconfig.kvset+json' },
    body: { items: found.toSorted((left, right) => (order(left) < order(right) ? -1 : 1)).map(viewOf) },
  };
}

/** A filter: texts separated by commas, each with an asterisk at its end at most; a backslash takes the meaning of what follows. */
function filterOf(filter: string | null): (text: string) => boolean {
  if (filter === null || filter === '*' || filter === '') return () => true;
  const patterns = [...filter.matchAll(/((?:\\.|[^,\\])+)/gs)].map(([, pattern = '']) => pattern);
  const tests = patterns.map((pattern) => {
    const open = /(?<!\\)\*$/.test(pattern);
    if (/(?<!\\)\*/.test(open ? pattern.slice(0, -1) : pattern))
      throw new Refusal(400, 'InvalidArgument', `an asterisk is at the end of a filter only: ${pattern}`);
    const plain = (open ? pattern.slice(0, -1) : pattern).replaceAll(/\\(.)/gs, '$1');
    return (text: string) => (open ? text.startsWith(plain) : text === plain);
  });
  return (text) => tests.some((test) => test(text));
}

/** What stacks have made, with what callers have written over it. */
function keyValuesOf({ store, all, written }: ConfigurationContext): ReadonlyMap<string, KeyValue> {
  const prefix = `${store.id.toLowerCase()}/keyvalues/`;
  const made = all.flatMap((resource): readonly (readonly [string, KeyValue])[] => {
    if (resource.type !== 'azure-native:appconfiguration:KeyValue' || !resource.id.toLowerCase().startsWith(prefix))
      return [];
    // The name is the key, a dollar sign and the label; other characters are escaped with a tilde.
    const [key = '', label] = nameOf(resource)
      .split('$')
      .map((part) => unescaped(part));
    const value = textOf(resource, 'properties', 'value') ?? textOf(resource, 'value') ?? '';
    const contentType = textOf(resource, 'properties', 'contentType') ?? textOf(resource, 'contentType');
    return [[idOf(key, label), { key, label, value, contentType, tags: {} }]];
  });
  return new Map(
    [...new Map<string, KeyValue | undefined>([...made, ...written])].flatMap(([id, item]) =>
      item === undefined ? [] : [[id, item] as const],
    ),
  );
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('~', '%'));
  } catch {
    return text;
  }
}

function idOf(key: string, label: string | undefined): string {
  return `${key}\0${label ?? ''}`;
}

/** The empty label and the null character both name the key-value without a label. */
function labelOf(label: string | null): string | undefined {
  return label === null || label === '' || label === '\0' ? undefined : label;
}

function tagsOf(tags: Json | undefined): JsonObject {
  return isObject(tags) ? tags : {};
}

/** The same content has the same tag: nothing here is random. */
function etagOf({ key, label, value, contentType, tags }: KeyValue): string {
  return createHash('sha256')
    .update(JSON.stringify([key, label, value, contentType, tags]))
    .digest('base64url')
    .slice(0, 27);
}

function matches({ headers }: DataCall, name: 'if-match' | 'if-none-match', item: KeyValue | undefined): boolean {
  const given = headers[name];
  if (given === undefined || item === undefined) return false;
  return given === '*' || given.split(',').some((tag) => tag.trim().replaceAll('"', '') === etagOf(item));
}

function viewOf(item: KeyValue): object {
  const { key, label = null, value, contentType = null, tags } = item;
  return { etag: etagOf(item), key, label, content_type: contentType, value, tags, locked: false };
}

function shown(item: KeyValue): DataAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/vnd.microsoft.appconfig.kv+json', etag: `"${etagOf(item)}"` },
    body: viewOf(item),
  };
}

function problem(status: number, title: string): DataAnswer {
  return { status, headers: { 'content-type': 'application/problem+json' }, body: { title, status } };
}
