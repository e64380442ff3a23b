import type { JsonObject } from '../../../../constraints/json';
import type { CallContext } from '../call';
import type { Condition, Operand } from './expressions/condition';
import { meets, parseCondition } from './expressions/condition';
import { expressionOf, substitutionsOf } from './expressions/of-request';
import type { Path } from './expressions/parser';
import { parseProjection, project } from './expressions/paths';
import type { DataTable, KeySchema, TableIndex } from './tables';
import { keyAttributes, keyOf, keyText, requireTable } from './tables';
import type { AttributeMap } from './values';
import { compareValues, invalid, mapBytes, mapJson, readMap } from './values';
import { oneOf } from './writes';

/** Bytes that one page reads. Source: Amazon DynamoDB API reference, Query and Scan (as botocore has it, read 2026-12-01). */
const pageBytes = 1_048_576;

/** What a Query or a Scan reads. */
interface Reading {
  readonly table: DataTable;
  readonly index: TableIndex | undefined;
  readonly schema: KeySchema;
  readonly keys: Condition | undefined;
  readonly filter: Condition | undefined;
  readonly paths: readonly Path[] | undefined;
  readonly count: boolean;
}

/** Query: the items of one partition in the order of the sort key. */
export function query(input: JsonObject, context: CallContext): JsonObject {
  const text = expressionOf(input, 'KeyConditionExpression');
  if (text === undefined)
    throw invalid('Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.');
  const reading = readingOf(input, context, text);
  const forward = input['ScanIndexForward'] !== false;
  const items = itemsOf(reading).filter(({ item }) => reading.keys !== undefined && meets(reading.keys, item));
  items.sort((left, right) => bySort(left, right, reading.schema));
  return page(forward ? items : items.reverse(), reading, input);
}

/** Scan: every item, in an order that says nothing. */
export function scan(input: JsonObject, context: CallContext): JsonObject {
  const reading = readingOf(input, context, undefined);
  const items = itemsOf(reading);
  items.sort((left, right) => (left.text < right.text ? -1 : 1));
  return page(items, reading, input);
}

function readingOf(input: JsonObject, context: CallContext, keyText: string | undefined): Reading {
  const table = requireTable(input['TableName'], context);
  const name = input['IndexName'];
  const index = name === undefined ? undefined : table.indexes.find((known) => known.name === name);
  if (name !== undefined && index === undefined)
    throw invalid(`The table does not have the specified index: ${JSON.stringify(name)}`);
  if (index?.global === true && input['ConsistentRead'] === true)
    throw invalid('Consistent reads are not supported on global secondary indexes');
  const schema = index ?? table;
  const given = substitutionsOf(input, ['KeyConditionExpression', 'FilterExpression', 'ProjectionExpression']);
  const keys = keyText === undefined ? undefined : parseCondition(keyText, 'KeyConditionExpression', given);
  if (keys !== undefined) assertKeyCondition(keys, schema);
  const filterText = expressionOf(input, 'FilterExpression');
  const filter = filterText === undefined ? undefined : parseCondition(filterText, 'FilterExpression', given);
  if (keys !== undefined && filter !== undefined) assertNoKeys(filter, schema);
  const projection = expressionOf(input, 'ProjectionExpression');
  const paths = projection === undefined ? undefined : parseProjection(projection, given);
  given.assertAllUsed();
  const select = oneOf(
    input['Select'],
    [
      paths === undefined ? 'ALL_ATTRIBUTES' : 'SPECIFIC_ATTRIBUTES',
      'COUNT',
      'ALL_PROJECTED_ATTRIBUTES',
      'SPECIFIC_ATTRIBUTES',
    ],
    'select',
  );
  return { table, index, schema, keys, filter, paths, count: select === 'COUNT' };
}

/** Refuses what is no condition on one partition. @throws ServiceError (ValidationException) */
function assertKeyCondition(condition: Condition, { partition, sort }: KeySchema): void {
  const parts = condition.kind === 'and' ? condition.parts : [condition];
  const names = parts.map(keyName);
  const first = parts[names.indexOf(partition.name)];
  if (first === undefined) throw invalid(`Query condition missed key schema element: ${partition.name}`);
  if (first.kind !== 'compare' || first.operator !== '=') throw invalid('Query key condition not supported');
  const others = parts.filter((part) => part !== first);
  const [other] = others;
  if (other === undefined) {
    assertType(parts, [partition]);
    return;
  }
  if (others.length > 1 || sort === undefined || keyName(other) !== sort.name || !fitsSort(other))
    throw invalid(
      sort !== undefined && keyName(other) !== sort.name
        ? `Query condition missed key schema element: ${sort.name}`
        : 'Query key condition not supported',
    );
  assertType(parts, [partition, sort]);
}

function fitsSort(condition: Condition): boolean {
  if (condition.kind === 'compare') return condition.operator !== '<>';
  return condition.kind === 'between' || (condition.kind === 'function' && condition.name === 'begins_with');
}

/** The key that a part of a key condition is about; undefined for another form. */
function keyName(condition: Condition): string | undefined {
  const nameOf = (operand: Operand): string | undefined =>
    operand.kind === 'path' && operand.path.length === 1 ? String(operand.path[0]) : undefined;
  if (condition.kind === 'compare') return condition.right.kind === 'value' ? nameOf(condition.left) : undefined;
  if (condition.kind === 'between') return nameOf(condition.of);
  return condition.kind === 'function' ? nameOf({ kind: 'path', path: condition.path }) : undefined;
}

function assertType(parts: readonly Condition[], keys: readonly KeySchema['partition'][]): void {
  for (const part of parts) {
    const key = keys.find(({ name }) => name === keyName(part));
    const operands = operandsOf(part).filter((operand) => operand.kind === 'value');
    if (key === undefined || operands.every(({ value }) => value.type === key.type)) continue;
    throw invalid('One or more parameter values were invalid: Condition parameter type does not match schema type');
  }
}

function operandsOf(condition: Condition): readonly Operand[] {
  if (condition.kind === 'compare') return [condition.left, condition.right];
  if (condition.kind === 'between') return [condition.of, condition.low, condition.high];
  if (condition.kind === 'in') return [condition.of, ...condition.among];
  if (condition.kind === 'function')
    return [{ kind: 'path', path: condition.path }, ...(condition.argument === undefined ? [] : [condition.argument])];
  return (condition.kind === 'not' ? [condition.part] : condition.parts).flatMap(operandsOf);
}

function assertNoKeys(filter: Condition, schema: KeySchema): void {
  const keys = keyAttributes(schema).map(({ name }) => name);
  const used = operandsOf(filter).flatMap((operand) => (operand.kind === 'value' ? [] : [String(operand.path[0])]));
  const found = used.find((name) => keys.includes(name));
  if (found !== undefined)
    throw invalid(`Filter Expression can only contain non-primary key attributes: Primary key attribute: ${found}`);
}

interface Found {
  readonly text: string;
  readonly item: AttributeMap;
}

/** The items of a table or an index: an item without the keys of an index is not in it. */
function itemsOf({ table, index }: Reading): Found[] {
  const all = [...table.items].map(([text, item]) => ({ text, item: readMap(item, 'Item') }));
  if (index === undefined) return all;
  const projected = new Set(
    [...keyAttributes(table), ...keyAttributes(index)].map(({ name }) => name).concat(index.included),
  );
  return all
    .filter(({ item }) => keyAttributes(index).every(({ name, type }) => item.get(name)?.type === type))
    .map(({ text, item }) => ({
      text,
      item: index.projection === 'ALL' ? item : new Map([...item].filter(([name]) => projected.has(name))),
    }));
}

function bySort(left: Found, right: Found, { sort }: KeySchema): number {
  const [first, second] = [sort && left.item.get(sort.name), sort && right.item.get(sort.name)];
  const order = first === undefined || second === undefined ? 0 : (compareValues(first, second) ?? 0);
  return order === 0 ? (left.text < right.text ? -1 : 1) : order;
}

/** One page: up to 1 MB or `Limit` items are read, then the filter is asked. */
function page(items: readonly Found[], reading: Reading, input: JsonObject): JsonObject {
  const { filter, paths, count } = reading;
  const limit = limitOf(input);
  const read: Found[] = [];
  let bytes = 0;
  const from = startOf(items, reading, input);
  for (const found of items.slice(from)) {
    bytes += mapBytes(found.item);
    read.push(found);
    if (read.length === limit || bytes >= pageBytes) break;
  }
  const passed = read.filter(({ item }) => filter === undefined || meets(filter, item));
  const last = read.at(-1);
  const more = last !== undefined && (from + read.length < items.length || read.length === limit);
  return {
    Count: passed.length,
    ScannedCount: read.length,
    ...(count ? {} : { Items: passed.map(({ item }) => mapJson(paths === undefined ? item : project(item, paths))) }),
    ...(more ? { LastEvaluatedKey: mapJson(startKey(last.item, reading)) } : {}),
  };
}

function limitOf({ Limit }: JsonObject): number {
  if (Limit === undefined || Limit === null) return Number.POSITIVE_INFINITY;
  if (typeof Limit === 'number' && Number.isInteger(Limit) && Limit >= 1) return Limit;
  throw invalid(
    `1 validation error detected: Value '${JSON.stringify(Limit)}' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1`,
  );
}

/** The keys of table and index of an item: where the next page starts behind. */
function startKey(item: AttributeMap, { table, index }: Reading): AttributeMap {
  return new Map([...keyOf(item, table), ...(index === undefined ? [] : keyOf(item, index))]);
}

/** The place behind the key that a request starts after, which may be of an item that is gone. @throws ServiceError (ValidationException) */
function startOf(items: readonly Found[], reading: Reading, input: JsonObject): number {
  const { ExclusiveStartKey: given } = input;
  if (given === undefined || given === null) return 0;
  const { table, index, schema, keys } = reading;
  const start = readMap(given, 'ExclusiveStartKey');
  const names = new Map(
    [...keyAttributes(table), ...(index === undefined ? [] : keyAttributes(index))].map((key) => [key.name, key.type]),
  );
  if (start.size !== names.size || [...names].some(([name, type]) => start.get(name)?.type !== type))
    throw invalid('The provided starting key is invalid');
  if (keys !== undefined && !meets(keys, start))
    throw invalid('The provided starting key is outside query boundaries based on provided conditions');
  const text = keyText(start, table);
  const exact = items.findIndex((found) => found.text === text);
  if (exact >= 0) return exact + 1;
  const at = { text, item: start };
  const reversed = input['ScanIndexForward'] === false;
  const behind = items.findIndex((found) => {
    const order = keys === undefined ? (found.text < text ? -1 : 1) : bySort(found, at, schema);
    return reversed ? order < 0 : order > 0;
  });
  return behind < 0 ? items.length : behind;
}
