import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject, own, scalarText } from '../../../../constraints/json';
import type { StoredVector, VectorIndex } from './vector-index';
import { invalid } from './vector-index';

/**
 * Limits of a vector. Source: Amazon S3 user guide, "S3 Vectors limitations and restrictions", and the API model of S3 Vectors in
 * botocore (read 2026-12-01).
 */
const limits = { keyCharacters: 1024, metadataBytes: 40_960, filterableBytes: 2_048, metadataKeys: 50 };

/** The numbers of a vector in 32 bits. @param place for messages @throws ServiceError (ValidationException) */
export function vectorOf(
  value: Json | undefined,
  { dimension, metric }: VectorIndex,
  place: string,
): readonly number[] {
  const numbers = isObject(value) ? own(value, 'float32') : undefined;
  if (!isList(numbers)) throw invalid(`${place}: a vector is a list of numbers named float32`);
  if (numbers.length !== dimension)
    throw invalid(`${place}: the vector has ${numbers.length} dimensions, the index has ${dimension}`);
  const data = numbers.map((number) => (typeof number === 'number' ? Math.fround(number) : Number.NaN));
  if (!data.every((number) => Number.isFinite(number))) throw invalid(`${place}: a vector holds finite numbers only`);
  if (metric === 'cosine' && data.every((number) => number === 0))
    throw invalid(`${place}: a vector of zeros has no direction, which the cosine distance of the index needs`);
  return data;
}

/** A vector of PutVectors. @param place for messages @throws ServiceError (ValidationException) */
export function putVector(value: Json, index: VectorIndex, place: string): StoredVector {
  if (!isObject(value)) throw invalid(`${place}: a vector is an object with key and data`);
  const key = keyOf(value['key'], `${place}.key`);
  const metadata = value['metadata'] ?? {};
  if (!isObject(metadata)) throw invalid(`${place}.metadata: metadata are an object`);
  assertMetadata(metadata, index, `${place}.metadata`);
  return { key, data: vectorOf(value['data'], index, `${place}.data`), metadata };
}

/** The key of a vector. @param place for messages @throws ServiceError (ValidationException) */
export function keyOf(value: Json | undefined, place: string): string {
  const key = typeof value === 'string' ? value : undefined;
  if (key !== undefined && key.length >= 1 && key.length <= limits.keyCharacters) return key;
  throw invalid(`${place}: a key has 1 to ${limits.keyCharacters} characters`);
}

function assertMetadata(metadata: JsonObject, { nonFilterable }: VectorIndex, place: string): void {
  const entries = Object.entries(metadata);
  if (entries.length > limits.metadataKeys) throw invalid(`${place}: at most ${limits.metadataKeys} metadata keys`);
  for (const [name, value] of entries) {
    const values = isList(value) ? value : [value];
    if (values.some((item) => scalarText(item) === undefined))
      throw invalid(`${place}.${name}: a metadata value is a text, a number, a boolean or a list of them`);
  }
  const bytes = (chosen: typeof entries): number => Buffer.byteLength(JSON.stringify(Object.fromEntries(chosen)));
  const filterable = bytes(entries.filter(([name]) => !nonFilterable.has(name)));
  if (filterable > limits.filterableBytes)
    throw invalid(`${place}: filterable metadata must have at most ${limits.filterableBytes} bytes`);
  if (bytes(entries) > limits.metadataBytes)
    throw invalid(`${place}: metadata have at most ${limits.metadataBytes} bytes`);
}
