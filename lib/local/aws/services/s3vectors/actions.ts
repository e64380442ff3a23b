import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, scalarText } from '../../../../constraints/json';
import { nearest } from '../../../vectors/distance';
import type { CallContext } from '../call';
import { metadataFilter } from './metadata-filter';
import type { StoredVector, VectorIndex } from './vector-index';
import { indexArnOf, invalid, requireIndex } from './vector-index';
import { keyOf, putVector, vectorOf } from './vector-problems';

/** Vectors in one request and in one answer. Source: API model of S3 Vectors in botocore (2026-11); topK: user guide. */
const most = { put: 500, get: 100, delete: 500, list: 1000, topK: 100 };
const defaultListed = 500;

/** PutVectors: all vectors of the request are stored, or none. A vector with a known key replaces the one before. */
export function putVectors(body: JsonObject, context: CallContext): JsonObject {
  const index = indexOf(body, context);
  const given = itemsOf(body, 'vectors', most.put);
  const vectors = given.map((value, place) => putVector(value, index, `vectors[${place}]`));
  assertDistinct(vectors.map(({ key }) => key));
  for (const vector of vectors) index.vectors.set(vector.key, vector);
  return {};
}

/** GetVectors: those of the keys that exist. */
export function getVectors(body: JsonObject, context: CallContext): JsonObject {
  const index = indexOf(body, context);
  const keys = itemsOf(body, 'keys', most.get).map((key, place) => keyOf(key, `keys[${place}]`));
  return { vectors: keys.flatMap((key) => index.vectors.get(key) ?? []).map((vector) => view(vector, body)) };
}

/** DeleteVectors: keys that do not exist are no error. */
export function deleteVectors(body: JsonObject, context: CallContext): JsonObject {
  const index = indexOf(body, context);
  const keys = itemsOf(body, 'keys', most.delete).map((key, place) => keyOf(key, `keys[${place}]`));
  for (const key of keys) index.vectors.delete(key);
  return {};
}

/** ListVectors, by key. */
export function listVectors(body: JsonObject, context: CallContext): JsonObject {
  const index = indexOf(body, context);
  const count = numberOf(body, 'maxResults', { least: 1, most: most.list }) ?? defaultListed;
  const after = scalarText(body['nextToken']);
  const sorted = [...index.vectors.values()].sort((left, right) => (left.key < right.key ? -1 : 1));
  const rest = after === undefined ? sorted : sorted.filter(({ key }) => key > after);
  const page = rest.slice(0, count);
  const last = page.at(-1);
  return {
    vectors: page.map((vector) => view(vector, body)),
    ...(last !== undefined && rest.length > page.length ? { nextToken: last.key } : {}),
  };
}

/** QueryVectors: the nearest vectors that pass the filter, by exact search. */
export function queryVectors(body: JsonObject, context: CallContext): JsonObject {
  const index = indexOf(body, context);
  const topK = numberOf(body, 'topK', { least: 1, most: most.topK });
  if (topK === undefined) throw invalid('topK: a query says how many vectors it wants');
  const to = vectorOf(body['queryVector'], index, 'queryVector');
  const { filter } = body;
  const passes = filter === undefined ? () => true : metadataFilter(filter, index.nonFilterable);
  const vectors = [...index.vectors.values()].filter(({ metadata }) => passes(metadata));
  return {
    distanceMetric: index.metric,
    vectors: nearest(vectors, { to, metric: index.metric, count: topK }).map(({ vector, distance }) => ({
      key: vector.key,
      ...(body['returnDistance'] === true ? { distance } : {}),
      ...(body['returnMetadata'] === true ? { metadata: vector.metadata } : {}),
    })),
  };
}

function indexOf(body: JsonObject, context: CallContext): VectorIndex {
  return requireIndex(indexArnOf(body, context), context.cloud);
}

function view({ key, data, metadata }: StoredVector, body: JsonObject): JsonObject {
  return {
    key,
    ...(body['returnData'] === true ? { data: { float32: data } } : {}),
    ...(body['returnMetadata'] === true ? { metadata } : {}),
  };
}

function itemsOf(body: JsonObject, member: string, count: number): readonly Json[] {
  const given = body[member];
  if (isList(given) && given.length >= 1 && given.length <= count) return given;
  throw invalid(`${member}: expected a list of 1 to ${count} items`);
}

function numberOf(
  body: JsonObject,
  member: string,
  { least, most: highest }: { readonly least: number; readonly most: number },
): number | undefined {
  const given = body[member];
  if (given === undefined) return undefined;
  if (typeof given === 'number' && Number.isInteger(given) && given >= least && given <= highest) return given;
  throw invalid(`${member}: expected a whole number from ${least} to ${highest}`);
}

function assertDistinct(keys: readonly string[]): void {
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  if (twice !== undefined) throw invalid(`vectors: the key ${twice} is there twice`);
}
