import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConditionalCheckFailedException,
  DescribeTableCommand,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { given, role } from '../../iam/access-fixture';
import { refusal, sdkOptions } from '../../sdk';
import { client } from '../../wire';

const TableName = 'ledger';
const arn = `arn:aws:dynamodb:${testRegion}:${testAccount}:table/${TableName}`;
const attribute = (AttributeName: string, AttributeType = 'S') => ({ AttributeName, AttributeType });
const schema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];
const resources = {
  Ledger: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [attribute('env'), attribute('seq', 'N'), attribute('release')],
      KeySchema: schema('env', 'seq'),
      GlobalSecondaryIndexes: [
        { IndexName: 'by-release', KeySchema: schema('release', 'seq'), Projection: { ProjectionType: 'KEYS_ONLY' } },
      ],
    },
  },
  Nobody: role('nobody', [{ Action: 's3:*' }]),
  Reader: role('reader', [
    {
      Action: ['dynamodb:GetItem', 'dynamodb:Query'],
      Resource: arn,
      Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['dev'] } },
    },
  ]),
};

const folder = mkdtempSync(join(tmpdir(), 'dynamodb-'));
let cloud: LocalAws;
let time = Date.parse('2026-12-01T00:00:00Z');
const open: DynamoDBClient[] = [];
const start = () => startLocalAws({ now: () => new Date(time), state: folder });
function as(name?: string): DynamoDBDocumentClient {
  const sdk = new DynamoDBClient(sdkOptions(cloud, name));
  open.push(sdk);
  return DynamoDBDocumentClient.from(sdk);
}
beforeAll(async () => {
  cloud = await start();
  await given(cloud, 'ledger', resources);
});
beforeEach(async () => {
  const { Items = [] } = await as().send(new ScanCommand({ TableName }));
  for (const item of Items) {
    const { env, seq } = item as { env: string; seq: number };
    await as().send(new DeleteCommand({ TableName, Key: { env, seq } }));
  }
});
afterAll(async () => {
  for (const sdk of open) sdk.destroy();
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const put = (Item: Record<string, unknown>, more = {}) => as().send(new PutCommand({ TableName, Item, ...more }));
const get = async (env: string, seq: number) =>
  (await as().send(new GetCommand({ TableName, Key: { env, seq } }))).Item;
const seqs = (items: readonly Record<string, unknown>[] | undefined) => items?.map(({ seq }) => seq);

it('appends under a condition, and shows the item that was in the way', async () => {
  const entry = { env: 'dev', seq: 1, release: 'r1', body: { digest: 'x', bytes: new Uint8Array([1, 2]) } };
  const append = { ConditionExpression: 'attribute_not_exists(seq)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
  await put(entry, append);
  expect(await get('dev', 1)).toEqual(entry);
  const again = await put({ env: 'dev', seq: 1 }, append).catch((error: unknown) => error);
  expect(again).toBeInstanceOf(ConditionalCheckFailedException);
  expect(again).toMatchObject({ message: 'The conditional request failed', Item: { release: { S: 'r1' } } });
  expect(await get('dev', 1)).toEqual(entry);
});

it('updates, and gives back what was asked for', async () => {
  await put({ env: 'dev', seq: 1, n: 1, kept: 'k' });
  const update = (ReturnValues: 'UPDATED_NEW' | 'UPDATED_OLD' | 'ALL_OLD', seq = 1) =>
    as().send(
      new UpdateCommand({
        ...{ TableName, Key: { env: 'dev', seq }, ReturnValues },
        UpdateExpression: 'SET n = if_not_exists(n, :zero) + :one',
        ExpressionAttributeValues: { ':one': 1, ':zero': 0 },
      }),
    );
  expect((await update('UPDATED_NEW')).Attributes).toEqual({ n: 2 });
  expect((await update('UPDATED_OLD')).Attributes).toEqual({ n: 2 });
  expect((await update('ALL_OLD')).Attributes).toEqual({ env: 'dev', seq: 1, n: 3, kept: 'k' });
  expect((await update('UPDATED_NEW', 2)).Attributes).toEqual({ n: 1 });
  const removed = new DeleteCommand({ TableName, Key: { env: 'dev', seq: 1 }, ReturnValues: 'ALL_OLD' });
  expect((await as().send(removed)).Attributes).toMatchObject({ n: 4 });
  expect(await get('dev', 1)).toBeUndefined();
});

it('stores a transaction as a whole or not at all, with a reason for each item', async () => {
  await put({ env: 'dev', seq: 1, head: true });
  const items = (head: boolean) => [
    { Put: { TableName, Item: { env: 'dev', seq: 2 } } },
    {
      Update: {
        TableName,
        Key: { env: 'dev', seq: 1 },
        UpdateExpression: 'SET head = :off',
        ConditionExpression: 'head = :head',
        ExpressionAttributeValues: { ':off': false, ':head': head },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
      },
    },
    {
      ConditionCheck: {
        TableName,
        Key: { env: 'dev', seq: 9 },
        ConditionExpression: 'attribute_not_exists(seq)',
      },
    },
  ];
  const send = (head: boolean, ClientRequestToken?: string) =>
    as().send(new TransactWriteCommand({ TransactItems: items(head), ClientRequestToken }));
  const failed = await send(false).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(TransactionCanceledException);
  expect(failed).toMatchObject({
    CancellationReasons: [
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: { head: { BOOL: true } } },
      { Code: 'None' },
    ],
  });
  expect(String(failed)).toContain('[None, ConditionalCheckFailed, None]');
  expect(await get('dev', 2)).toBeUndefined();
  await send(true, 'token');
  await send(true, 'token');
  expect(await get('dev', 1)).toMatchObject({ head: false });
  expect(await refusal(send(false, 'token'))).toMatch(/^IdempotentParameterMismatchException/);
  time += 600_000;
  expect(await refusal(send(true, 'token'))).toMatch(/^TransactionCanceledException/);
  const read = new TransactGetCommand({
    TransactItems: [2, 3].map((seq) => ({ Get: { TableName, Key: { env: 'dev', seq }, ProjectionExpression: 'seq' } })),
  });
  expect((await as().send(read)).Responses).toEqual([{ Item: { seq: 2 } }, {}]);
});

it('queries in order, by an index, with filters, and page by page', async () => {
  const items = [5, 1, 3, 10, 2].map((seq) => ({ env: 'dev', seq, release: seq > 2 ? 'new' : 'old', n: seq % 2 }));
  await as().send(
    new BatchWriteCommand({ RequestItems: { [TableName]: items.map((Item) => ({ PutRequest: { Item } })) } }),
  );
  await put({ env: 'qa', seq: 4, release: 'new' });
  const query = (more: object) =>
    as().send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'env = :e',
        ...more,
        ExpressionAttributeValues: { ':e': 'dev', ...('values' in more ? (more.values as object) : {}) },
      }),
    );
  expect(seqs((await query({})).Items)).toEqual([1, 2, 3, 5, 10]);
  expect(seqs((await query({ ScanIndexForward: false, Limit: 2 })).Items)).toEqual([10, 5]);
  const between = { KeyConditionExpression: 'env = :e and seq between :a and :b', values: { ':a': 2, ':b': 5 } };
  expect(seqs((await query(between)).Items)).toEqual([2, 3, 5]);
  const filtered = await query({ FilterExpression: 'n = :n', values: { ':n': 1 }, Limit: 3 });
  expect(filtered).toMatchObject({ Count: 2, ScannedCount: 3, LastEvaluatedKey: { env: 'dev', seq: 3 } });
  for (const ScanIndexForward of [true, false]) {
    const found: unknown[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const answer = await query({ Limit: 2, ScanIndexForward, ExclusiveStartKey });
      found.push(...(seqs(answer.Items) ?? []));
      ({ LastEvaluatedKey: ExclusiveStartKey } = answer);
    } while (ExclusiveStartKey !== undefined);
    expect(found).toEqual(ScanIndexForward ? [1, 2, 3, 5, 10] : [10, 5, 3, 2, 1]);
  }
  const index = { IndexName: 'by-release', KeyConditionExpression: '#r = :r', Limit: 3 };
  const names = { ExpressionAttributeNames: { '#r': 'release' }, ExpressionAttributeValues: { ':r': 'new' } };
  const byRelease = await as().send(new QueryCommand({ TableName, ...index, ...names }));
  expect(byRelease.Items).toEqual([3, 4, 5].map((seq) => ({ env: seq === 4 ? 'qa' : 'dev', seq, release: 'new' })));
  expect(byRelease.LastEvaluatedKey).toEqual({ env: 'dev', seq: 5, release: 'new' });
  const all = await as().send(new ScanCommand({ TableName, Select: 'COUNT' }));
  expect(all).toMatchObject({ Count: 6, ScannedCount: 6 });
  const batch = new BatchGetCommand({
    RequestItems: {
      [TableName]: {
        Keys: [
          { env: 'qa', seq: 4 },
          { env: 'qa', seq: 5 },
        ],
      },
    },
  });
  expect((await as().send(batch)).Responses?.[TableName]).toEqual([{ env: 'qa', seq: 4, release: 'new' }]);
});

it('reads at most 1 MB in a page', async () => {
  for (const seq of [1, 2, 3]) await put({ env: 'dev', seq, body: 'x'.repeat(400_000) });
  await put({ env: 'dev', seq: 4 });
  const page = await as().send(new ScanCommand({ TableName }));
  expect(page).toMatchObject({ Count: 3, LastEvaluatedKey: { env: 'dev', seq: 3 } });
});

it('denies every action to a role without rights, and other partitions to a role of one', async () => {
  const Key = { env: 'dev', seq: 1 };
  const Get = { Get: { TableName, Key } };
  const Put = { Put: { TableName, Item: Key } };
  const sdk = as('nobody');
  const calls = [
    sdk.send(new PutCommand({ TableName, Item: Key })),
    sdk.send(new GetCommand({ TableName, Key })),
    sdk.send(new UpdateCommand({ TableName, Key })),
    sdk.send(new DeleteCommand({ TableName, Key })),
    sdk.send(new QueryCommand({ TableName })),
    sdk.send(new ScanCommand({ TableName })),
    sdk.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [Key] } } })),
    sdk.send(new BatchWriteCommand({ RequestItems: { [TableName]: [{ DeleteRequest: { Key } }] } })),
    sdk.send(new TransactGetCommand({ TransactItems: [Get] })),
    sdk.send(new TransactWriteCommand({ TransactItems: [Put] })),
    sdk.send(new DescribeTableCommand({ TableName })),
  ];
  for (const refused of await Promise.all(calls.map(refusal))) expect(refused).toMatch(/^AccessDeniedException/);
  const read = (env: string) => refusal(as('reader').send(new GetCommand({ TableName, Key: { env, seq: 1 } })));
  expect([await read('dev'), await read('qa')]).toEqual(['done', expect.stringMatching(/^AccessDenied/)]);
  const query = (env: string) =>
    as('reader').send(
      new QueryCommand({ TableName, KeyConditionExpression: 'env = :e', ExpressionAttributeValues: { ':e': env } }),
    );
  expect(await refusal(query('dev'))).toBe('done');
  expect(await refusal(query('qa'))).toMatch(/^AccessDenied/);
});

const key = { env: { S: 'dev' }, seq: { N: '1' } };
const filter = { FilterExpression: 'env = :e', ExpressionAttributeValues: { ':e': { S: 'dev' } } };
it.each([
  ['PutItem', { TableName, Item: { env: { S: 'dev' } } }, /Missing the key seq in the item/],
  ['PutItem', { TableName, Item: [key] }, /Item: expected an object/],
  ['PutItem', { TableName, Item: { ...key, env: { N: '1' } } }, /Type mismatch for key env expected: S actual: N/],
  ['PutItem', { TableName, Item: { ...key, env: { S: '' } } }, /cannot contain an empty string value. Key: env/],
  ['PutItem', { TableName, Item: { ...key, release: { N: '1' } } }, /Type mismatch for Index Key release/],
  ['PutItem', { TableName, Item: { ...key, body: { S: 'x'.repeat(409_600) } } }, /Item size has exceeded/],
  ['PutItem', { TableName, Item: key, ReturnValues: 'ALL_NEW' }, /failed to satisfy constraint/],
  [
    'PutItem',
    { TableName, Item: key, ExpressionAttributeNames: { '#a': 'a' } },
    /only be specified when using expressions/,
  ],
  [
    'PutItem',
    { TableName, Item: key, Expected: {}, ConditionalOperator: 'OR' },
    /does not implement dynamodb:PutItem with/,
  ],
  ['GetItem', { TableName, Key: { env: { S: 'dev' } } }, /key element does not match the schema/],
  ['GetItem', { TableName: 'absent', Key: key }, /Requested resource not found/],
  ['UpdateItem', { TableName, Key: key, UpdateExpression: 'REMOVE seq' }, /Cannot update attribute seq/],
  ['Query', { TableName, KeyConditionExpression: 'seq = :e', ...filter }, /missed key schema element: env/],
  ['Query', { TableName, KeyConditionExpression: 'env = :e', ...filter }, /only contain non-primary key attributes/],
  ['Scan', { TableName, IndexName: 'absent' }, /does not have the specified index: "absent"/],
  ['Scan', { TableName, Limit: 0 }, /at 'limit' failed to satisfy constraint/],
  ['Scan', { TableName, ExclusiveStartKey: { env: { S: 'dev' } } }, /starting key is invalid/],
  ['BatchWriteItem', { RequestItems: { [TableName]: { PutRequest: {} } } }, /expected a list/],
  [
    'BatchWriteItem',
    { RequestItems: { [TableName]: [1, 2].map(() => ({ PutRequest: { Item: key } })) } },
    /duplicates/,
  ],
  [
    'TransactWriteItems',
    { TransactItems: [{ Put: { TableName, Item: key } }, { Delete: { TableName, Key: key } }] },
    /cannot include multiple operations on one item/,
  ],
  [
    'TransactWriteItems',
    { TransactItems: Array.from({ length: 101 }, () => ({ Put: {} })) },
    /between 1 and 100, got 101/,
  ],
  ['TransactWriteItems', { TransactItems: { 0: { Put: { TableName, Item: key } } } }, /expected a list/],
  ['CreateTable', { TableName }, /does not implement DynamoDB_20120810.CreateTable/],
])('refuses %s %j', async (action, input, expected) => {
  const { body, status } = await client(cloud, testAccount, testRegion).json(
    'dynamodb',
    `DynamoDB_20120810.${action}`,
    input,
  );
  expect([status >= 400, body['message']]).toEqual([true, expect.stringMatching(expected)]);
  expect((await as().send(new ScanCommand({ TableName }))).Count).toBe(0);
});

it('describes the table, keeps items over a restart, and deletes them with the table', async () => {
  await put({ env: 'dev', seq: 1, tags: new Set(['a']) });
  await cloud.close();
  cloud = await start();
  expect(await get('dev', 1)).toEqual({ env: 'dev', seq: 1, tags: new Set(['a']) });
  const { Table } = await as().send(new DescribeTableCommand({ TableName }));
  expect(Table).toMatchObject({ TableArn: arn, TableStatus: 'ACTIVE', ItemCount: 1, KeySchema: schema('env', 'seq') });
  await client(cloud, testAccount, testRegion).query('cloudformation', 'DeleteStack', { StackName: 'ledger' });
  expect(await refusal(get('dev', 1))).toMatch(/^ResourceNotFoundException/);
  await given(cloud, 'ledger', resources);
  expect(await get('dev', 1)).toBeUndefined();
});
