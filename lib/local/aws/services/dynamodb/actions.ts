import type { JsonAction } from '../service';
import type { Understood } from '../understood';
import { batchGetItem, batchWriteItem } from './batches';
import { describeTable } from './describe-table';
import { deleteItem, getItem, putItem, updateItem } from './items';
import { query, scan } from './queries';
import { transactGetItems, transactWriteItems } from './transactions';

/** The DynamoDB actions of the local cloud: CloudFormation makes the tables. */
export const dynamoDbActions: Readonly<Record<string, JsonAction>> = {
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  DeleteItem: deleteItem,
  DescribeTable: describeTable,
  GetItem: getItem,
  PutItem: putItem,
  Query: query,
  Scan: scan,
  TransactGetItems: transactGetItems,
  TransactWriteItems: transactWriteItems,
  UpdateItem: updateItem,
};

const substitutes = ['ExpressionAttributeNames', 'ExpressionAttributeValues'];
/** No capacity is counted, and no size of item collections. */
const metrics = ['ReturnConsumedCapacity=NONE', 'ReturnItemCollectionMetrics=NONE'];
const written = [
  ...['TableName', 'ConditionExpression', ...substitutes, ...metrics],
  ...['ReturnValues', 'ReturnValuesOnConditionCheckFailure'],
];
const read = ['TableName', 'ConsistentRead', 'ProjectionExpression', 'ReturnConsumedCapacity=NONE'];
const many = [...read, ...substitutes, 'ExclusiveStartKey', 'FilterExpression', 'IndexName', 'Limit', 'Select'];

/**
 * What each action understands: expressions, not the older parameters such as `Expected` and `KeyConditions`.
 * Source: API model of DynamoDB in botocore 1.44.8 (2026-11).
 */
export const dynamoDbMembers: Understood = {
  BatchGetItem: ['RequestItems', 'ReturnConsumedCapacity=NONE'],
  BatchWriteItem: ['RequestItems', ...metrics],
  DeleteItem: [...written, 'Key'],
  DescribeTable: ['TableName'],
  GetItem: [...read, 'Key', 'ExpressionAttributeNames'],
  PutItem: [...written, 'Item'],
  Query: [...many, 'KeyConditionExpression', 'ScanIndexForward'],
  Scan: many,
  TransactGetItems: ['TransactItems', 'ReturnConsumedCapacity=NONE'],
  TransactWriteItems: ['TransactItems', 'ClientRequestToken', ...metrics],
  UpdateItem: [...written, 'Key', 'UpdateExpression'],
};
