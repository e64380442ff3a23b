import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../../../../constraints/json';
import { isObject } from '../../../../constraints/json';
import { listAt, textAt } from '../../../../constraints/value';
import { ServiceError } from '../../errors';
import type { Cloud } from '../../state/cloud';
import type { ExistingResource } from '../../state/registry';
import type { Table } from '../../state/table';
import type { CallContext } from '../call';
import type { AttributeMap, AttributeValue, ValueType } from './values';
import { invalid, mapJson, readMap, valueBytes } from './values';

/** A key attribute with its type. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: ValueType;
}

/** The key of a table or an index: the partition key, then the sort key where there is one. */
export interface KeySchema {
  readonly partition: KeyAttribute;
  readonly sort: KeyAttribute | undefined;
}

/** A secondary index. */
export interface TableIndex extends KeySchema {
  readonly name: string;
  readonly global: boolean;
  readonly projection: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
  /** Attributes of the projection `INCLUDE`. */
  readonly included: readonly string[];
}

/** A table that a stack made, and its items. */
export interface DataTable extends KeySchema {
  readonly resource: ExistingResource;
  readonly name: string;
  readonly arn: string;
  readonly indexes: readonly TableIndex[];
  /** Items in their wire form, by the text of their key. */
  readonly items: Table<JsonObject>;
}

/** Bytes of keys and items. Source: Amazon DynamoDB Developer Guide, "Quotas" (not compared with the page). */
export const limits = { partitionKey: 2048, sortKey: 1024, item: 409_600 };

const types = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

/** The name of the table of the state that holds the items of a table. */
export function itemTable(arn: string): string {
  return `dynamodb/${arn}`;
}

/** The ARN of a table that a request names by name or by ARN. */
export function tableArnOf(given: string, { account, region }: Pick<CallContext, 'account' | 'region'>): string {
  return given.startsWith('arn:') ? given : `arn:aws:dynamodb:${region}:${account}:table/${given}`;
}

/** The table of a request. @throws ServiceError (ResourceNotFoundException, ValidationException) */
export function requireTable(
  given: Json | undefined,
  context: Pick<CallContext, 'cloud' | 'account' | 'region'>,
): DataTable {
  if (typeof given !== 'string' || !/^[a-zA-Z0-9_.:/-]{1,1024}$/.test(given))
    throw invalid(
      "1 validation error detected: Value at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
    );
  const [, , , region = context.region, account = context.account, name = given] = given.startsWith('arn:')
    ? given.split(':')
    : [];
  const physicalId = name.replace(/^table\//, '');
  const resource = types
    .flatMap((type) => context.cloud.registry.list(type, account, region))
    .find((known) => known.physicalId === physicalId);
  if (resource === undefined) throw new ServiceError('ResourceNotFoundException', 'Requested resource not found');
  return dataTable(resource, context.cloud);
}

function dataTable(resource: ExistingResource, cloud: Cloud): DataTable {
  const { properties, arn, physicalId } = resource;
  return {
    ...keySchema(properties, properties),
    resource,
    name: physicalId,
    arn,
    indexes: ['LocalSecondaryIndexes', 'GlobalSecondaryIndexes'].flatMap((member) =>
      listAt(properties, member)
        .filter(isObject)
        .map((index) => ({
          ...keySchema(index, properties),
          name: textAt(index, 'IndexName') ?? '',
          global: member.startsWith('Global'),
          projection: projectionOf(textAt(index, 'Projection', 'ProjectionType')),
          included: listAt(index, 'Projection', 'NonKeyAttributes').filter((name) => typeof name === 'string'),
        })),
    ),
    items: cloud.ledger.table(itemTable(arn)),
  };
}

function projectionOf(text: string | undefined): TableIndex['projection'] {
  return text === 'KEYS_ONLY' || text === 'INCLUDE' ? text : 'ALL';
}

function keySchema(of: JsonObject, table: JsonObject): KeySchema {
  const attribute = (role: string): KeyAttribute | undefined => {
    const name = textAt(
      listAt(of, 'KeySchema').find((element) => textAt(element, 'KeyType') === role),
      'AttributeName',
    );
    if (name === undefined) return undefined;
    const definition = listAt(table, 'AttributeDefinitions').find((one) => textAt(one, 'AttributeName') === name);
    const type = textAt(definition, 'AttributeType');
    return { name, type: type === 'N' || type === 'B' ? type : 'S' };
  };
  return { partition: attribute('HASH') ?? { name: '', type: 'S' }, sort: attribute('RANGE') };
}

/** The key attributes of a table or an index. */
export function keyAttributes({ partition, sort }: KeySchema): readonly KeyAttribute[] {
  return sort === undefined ? [partition] : [partition, sort];
}

/** The key of an item. */
export function keyOf(item: AttributeMap, schema: KeySchema): AttributeMap {
  return new Map(keyAttributes(schema).flatMap(({ name }) => [...item].filter(([known]) => known === name)));
}

/**
 * The text that an item is kept under. Its order is that of a hash of the partition key, as of a scan: nobody can rely on the
 * order of partitions.
 */
export function keyText(key: AttributeMap, { partition, sort }: KeySchema): string {
  const text = JSON.stringify([key.get(partition.name)?.text, sort && key.get(sort.name)?.text]);
  const hash = createHash('md5')
    .update(key.get(partition.name)?.text ?? '')
    .digest('hex');
  return `${hash}|${text}`;
}

/** Reads a `Key`: exactly the key attributes. @throws ServiceError (ValidationException) */
export function readKey(given: Json | undefined, table: DataTable): AttributeMap {
  if (given === undefined)
    throw invalid(
      "1 validation error detected: Value null at 'key' failed to satisfy constraint: Member must not be null",
    );
  const key = readMap(given, 'Key');
  const wanted = keyAttributes(table);
  if (key.size !== wanted.length || wanted.some(({ name, type }) => key.get(name)?.type !== type))
    throw invalid('The provided key element does not match the schema');
  assertKeyValues(key, table);
  return key;
}

/** Refuses an item without a usable key, for the table or for an index. @throws ServiceError (ValidationException) */
export function assertItemKeys(item: AttributeMap, table: DataTable): void {
  for (const { name, type } of keyAttributes(table)) {
    const value = item.get(name);
    if (value === undefined) throw badParameter(`Missing the key ${name} in the item`);
    if (value.type !== type)
      throw badParameter(`Type mismatch for key ${name} expected: ${type} actual: ${value.type}`);
  }
  assertKeyValues(item, table);
  for (const index of table.indexes) {
    for (const { name, type } of keyAttributes(index)) {
      const value = item.get(name);
      if (value !== undefined && value.type !== type)
        throw badParameter(
          `Type mismatch for Index Key ${name} Expected: ${type} Actual: ${value.type} IndexName: ${index.name}`,
        );
      if (value !== undefined && valueBytes(value) === 0)
        throw badParameter(
          `Type mismatch for Index Key: the value of ${name} in index ${index.name} cannot be an empty string`,
        );
    }
  }
}

function assertKeyValues(item: AttributeMap, { partition, sort }: KeySchema): void {
  const check = (attribute: KeyAttribute | undefined, most: number, role: string): void => {
    const value: AttributeValue | undefined = attribute && item.get(attribute.name);
    if (attribute === undefined || value === undefined) return;
    if (value.text === '')
      throw invalid(
        `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${attribute.name}`,
      );
    if (valueBytes(value) > most)
      throw badParameter(`Size of ${role} has exceeded the maximum size limit of ${most} bytes`);
  };
  check(partition, limits.partitionKey, 'hashkey');
  check(sort, limits.sortKey, 'rangekey');
}

function badParameter(message: string): ServiceError {
  return invalid(`One or more parameter values were invalid: ${message}`);
}

/** The item under a key; undefined where there is none. */
export function storedItem(table: DataTable, key: AttributeMap): AttributeMap | undefined {
  const found = table.items.get(keyText(key, table));
  return found && readMap(found, 'Item');
}

/** Puts an item in place of the one under its key, or removes that. */
export function storeItem(table: DataTable, key: AttributeMap, item: AttributeMap | undefined): void {
  if (item === undefined) table.items.delete(keyText(key, table));
  else table.items.set(keyText(key, table), mapJson(item));
}
