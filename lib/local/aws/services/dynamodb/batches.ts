import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject } from '../../../../constraints/json';
import type { CallContext } from '../call';
import { readItem } from './items';
import { storeItem } from './tables';
import { invalid, mapBytes, mapJson } from './values';
import type { Write } from './writes';
import { readWrite, resultOf } from './writes';

/** Items and bytes of a batch. Source: Amazon DynamoDB API reference, BatchGetItem, BatchWriteItem (as botocore has it, read 2026-12-01). */
const most = { reads: 100, writes: 25, bytes: 16_777_216 };

/** The parts of a batch by table. @throws ServiceError (ValidationException) */
function tablesOf(input: JsonObject): readonly (readonly [string, Json])[] {
  const given = input['RequestItems'];
  if (isObject(given) && Object.keys(given).length > 0) return Object.entries(given);
  throw invalid(
    "1 validation error detected: Value at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
  );
}

function itemsOf(given: Json | undefined, place: string): readonly Json[] {
  if (isList(given) && given.length > 0) return given;
  throw invalid(`${place}: expected a list of at least one item`);
}

/** BatchGetItem: what does not fit into 16 MB is given back as unprocessed. */
export function batchGetItem(input: JsonObject, context: CallContext): JsonObject {
  const parts = tablesOf(input).map(([TableName, given]) => {
    if (!isObject(given)) throw invalid(`RequestItems.${TableName}: expected an object with Keys`);
    const keys = itemsOf(given['Keys'], `RequestItems.${TableName}.Keys`);
    assertDistinct(keys.map((key) => JSON.stringify(key)));
    return { TableName, given, keys };
  });
  if (parts.reduce((sum, { keys }) => sum + keys.length, 0) > most.reads)
    throw invalid('Too many items requested for the BatchGetItem call');
  let bytes = 0;
  const responses: Record<string, JsonObject[]> = {};
  const unprocessed: Record<string, JsonObject> = {};
  for (const { TableName, given, keys } of parts) {
    const found: JsonObject[] = [];
    const left: Json[] = [];
    for (const key of keys) {
      const item = readItem({ ...given, TableName }, key, context);
      bytes += item === undefined ? 0 : mapBytes(item);
      if (bytes > most.bytes) left.push(key);
      else if (item !== undefined) found.push(mapJson(item));
    }
    responses[TableName] = found;
    if (left.length > 0) unprocessed[TableName] = { ...given, Keys: left };
  }
  return { Responses: responses, UnprocessedKeys: unprocessed };
}

/** BatchWriteItem: every write is read before the first is stored. */
export function batchWriteItem(input: JsonObject, context: CallContext): JsonObject {
  const writes = tablesOf(input).flatMap(([TableName, given]) =>
    itemsOf(given, `RequestItems.${TableName}`).map((request, at) =>
      batchWrite(request, TableName, `RequestItems.${TableName}[${at}]`, context),
    ),
  );
  if (writes.length > most.writes) throw invalid('Too many items requested for the BatchWriteItem call');
  assertDistinct(writes.map(({ id }) => id));
  const results = writes.map((write) => ({ write, ...resultOf(write) }));
  for (const { write, after } of results) storeItem(write.table, write.key, after);
  return { UnprocessedItems: {} };
}

function batchWrite(request: Json, TableName: string, place: string, context: CallContext): Write {
  const [kind, ...more] = isObject(request) ? Object.keys(request) : [];
  const content = isObject(request) && kind !== undefined ? request[kind] : undefined;
  if (more.length > 0 || !isObject(content) || (kind !== 'PutRequest' && kind !== 'DeleteRequest'))
    throw invalid(`${place}: expected either PutRequest or DeleteRequest`);
  return kind === 'PutRequest'
    ? readWrite('Put', { TableName, Item: content['Item'] ?? null }, context)
    : readWrite('Delete', { TableName, Key: content['Key'] ?? null }, context);
}

function assertDistinct(ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) throw invalid('Provided list of item keys contains duplicates');
}
