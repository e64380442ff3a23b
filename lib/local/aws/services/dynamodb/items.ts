import type { JsonObject } from '../../../../constraints/json';
import type { CallContext } from '../call';
import { expressionOf, substitutionsOf } from './expressions/of-request';
import { parseProjection, project } from './expressions/paths';
import { readKey, requireTable, storedItem, storeItem } from './tables';
import type { AttributeMap } from './values';
import { mapJson } from './values';
import type { Write, WriteResult } from './writes';
import { oneOf, readWrite, resultOf, updatedPaths } from './writes';

const oldOnly = ['NONE', 'ALL_OLD'];
const every = ['NONE', 'ALL_OLD', 'UPDATED_OLD', 'ALL_NEW', 'UPDATED_NEW'];

/** PutItem. */
export function putItem(input: JsonObject, context: CallContext): JsonObject {
  return single(readWrite('Put', input, context), oneOf(input['ReturnValues'], oldOnly, 'returnValues'));
}

/** DeleteItem: an item that does not exist is no error. */
export function deleteItem(input: JsonObject, context: CallContext): JsonObject {
  return single(readWrite('Delete', input, context), oneOf(input['ReturnValues'], oldOnly, 'returnValues'));
}

/** UpdateItem: an item that does not exist is made. */
export function updateItem(input: JsonObject, context: CallContext): JsonObject {
  return single(readWrite('Update', input, context), oneOf(input['ReturnValues'], every, 'returnValues'));
}

function single(write: Write, returns: string): JsonObject {
  const result = resultOf(write);
  storeItem(write.table, write.key, result.after);
  const shown = shownOf(write, result, returns);
  return shown === undefined || shown.size === 0 ? {} : { Attributes: mapJson(shown) };
}

function shownOf(write: Write, { before, after }: WriteResult, returns: string): AttributeMap | undefined {
  const of = returns.endsWith('OLD') ? before : after;
  if (returns === 'NONE' || of === undefined) return undefined;
  return returns.startsWith('ALL') ? of : project(of, updatedPaths(write));
}

/** GetItem. */
export function getItem(input: JsonObject, context: CallContext): JsonObject {
  const found = readItem(input, input['Key'], context);
  return found === undefined ? {} : { Item: mapJson(found) };
}

/** What a request reads of one item. @throws ServiceError (ValidationException, ResourceNotFoundException) */
export function readItem(
  input: JsonObject,
  key: JsonObject[string] | undefined,
  context: CallContext,
): AttributeMap | undefined {
  const table = requireTable(input['TableName'], context);
  const given = substitutionsOf(input, ['ProjectionExpression']);
  const text = expressionOf(input, 'ProjectionExpression');
  const paths = text === undefined ? undefined : parseProjection(text, given);
  given.assertAllUsed();
  const found = storedItem(table, readKey(key, table));
  return found === undefined || paths === undefined ? found : project(found, paths);
}
