import {
  DeleteVectorsCommand,
  GetIndexCommand,
  GetVectorsCommand,
  ListVectorsCommand,
  PutVectorsCommand,
  QueryVectorsCommand,
  S3VectorsClient,
} from '@aws-sdk/client-s3vectors';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { roleKey } from '../../../../../../lib/local/aws/credentials';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

const bucket = 'vectors-of-the-test';
const index = { vectorBucketName: bucket, indexName: 'words' };
const roleName = 'reader-of-the-test';
const template = {
  Resources: {
    Vectors: { Type: 'AWS::S3Vectors::VectorBucket', Properties: { VectorBucketName: bucket } },
    Index: {
      Type: 'AWS::S3Vectors::Index',
      Properties: {
        VectorBucketArn: { 'Fn::GetAtt': ['Vectors', 'VectorBucketArn'] },
        IndexName: index.indexName,
        DataType: 'float32',
        Dimension: 3,
        DistanceMetric: 'cosine',
        MetadataConfiguration: { NonFilterableMetadataKeys: ['text'] },
      },
    },
    Reader: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: roleName,
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
        Policies: [
          {
            PolicyName: 'query',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Action: ['s3vectors:QueryVectors', 's3vectors:ListVectors'],
                  Resource: { 'Fn::GetAtt': ['Index', 'IndexArn'] },
                },
              ],
            },
          },
        ],
      },
    },
  },
};

let cloud: LocalAws;
const open: S3VectorsClient[] = [];
function vectors(accessKeyId = cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? ''): S3VectorsClient {
  const sdk = new S3VectorsClient({
    endpoint: cloud.url,
    region: testRegion,
    credentials: { accessKeyId, secretAccessKey: 'x' },
    maxAttempts: 1,
  });
  open.push(sdk);
  return sdk;
}
beforeEach(async () => {
  cloud = await startLocalAws();
  await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'vectors',
    TemplateBody: JSON.stringify(template),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
});
afterEach(async () => {
  for (const sdk of open.splice(0)) sdk.destroy();
  await cloud.close();
});

const vector = (key: string, float32: number[], metadata?: Record<string, string | number | string[]>) => ({
  key,
  data: { float32 },
  ...(metadata === undefined ? {} : { metadata }),
});
const put = (...given: ReturnType<typeof vector>[]) =>
  vectors().send(new PutVectorsCommand({ ...index, vectors: given }));
const stored = async () => (await vectors().send(new ListVectorsCommand({ ...index }))).vectors?.map(({ key }) => key);

it('finds the nearest vectors, with distance and metadata', async () => {
  await put(vector('x', [1, 0, 0], { year: 2025 }), vector('xy', [1, 1, 0], { year: 2026 }), vector('z', [0, 0, 1]));
  const { vectors: found, distanceMetric } = await vectors().send(
    new QueryVectorsCommand({
      ...index,
      topK: 2,
      queryVector: { float32: [2, 0.1, 0] },
      returnDistance: true,
      returnMetadata: true,
    }),
  );
  expect(distanceMetric).toBe('cosine');
  expect(found?.map(({ key, metadata }) => [key, metadata])).toEqual([
    ['x', { year: 2025 }],
    ['xy', { year: 2026 }],
  ]);
  expect(found?.[0]?.distance).toBeCloseTo(0.00125, 4);
});

it.each([
  [{ year: 2025 }, ['a']],
  [{ year: { $gte: 2025, $lt: 2027 } }, ['a', 'b']],
  [{ $or: [{ year: 2025 }, { tags: 'blue' }] }, ['a', 'b']],
  [{ $and: [{ year: { $in: [2025, 2026] } }, { tags: { $exists: true } }] }, ['b']],
  [{ year: { $nin: [2025] } }, ['b', 'c']],
  [{ tags: { $ne: 'red' } }, ['a', 'c']],
])('filters by metadata: %j', async (filter, keys) => {
  await put(
    vector('a', [1, 0, 0], { year: 2025 }),
    vector('b', [1, 0, 0], { year: 2026, tags: ['red', 'blue'] }),
    vector('c', [1, 0, 0], { year: 2027 }),
  );
  const { vectors: found } = await vectors().send(
    new QueryVectorsCommand({ ...index, topK: 10, queryVector: { float32: [1, 0, 0] }, filter }),
  );
  expect(found?.map(({ key }) => key)).toEqual(keys);
});

it('keeps 32 bits of a number, replaces a key, lists in pages and deletes', async () => {
  await put(vector('a', [0.1, 0, 0]), vector('b', [1, 0, 0]), vector('c', [1, 0, 0]));
  await put(vector('a', [0.2, 0, 0]));
  const { vectors: got } = await vectors().send(
    new GetVectorsCommand({ ...index, keys: ['a', 'no'], returnData: true }),
  );
  expect(got).toEqual([{ key: 'a', data: { float32: [Math.fround(0.2), 0, 0] } }]);
  const page = await vectors().send(new ListVectorsCommand({ ...index, maxResults: 2 }));
  expect(page.vectors?.map(({ key }) => key)).toEqual(['a', 'b']);
  const rest = await vectors().send(new ListVectorsCommand({ ...index, maxResults: 2, nextToken: page.nextToken }));
  expect(rest).toMatchObject({ vectors: [{ key: 'c' }] });
  expect(rest.nextToken).toBeUndefined();
  await vectors().send(new DeleteVectorsCommand({ ...index, keys: ['a', 'no'] }));
  expect(await stored()).toEqual(['b', 'c']);
  const { index: described } = await vectors().send(new GetIndexCommand(index));
  expect(described).toMatchObject({ dimension: 3, distanceMetric: 'cosine' });
});

it.each([
  ['another length', [vector('bad', [1, 0])]],
  ['zeros under cosine', [vector('bad', [0, 0, 0])]],
  ['a key twice', [vector('bad', [1, 0, 0]), vector('bad', [0, 1, 0])]],
  ['an empty key', [vector('', [1, 0, 0])]],
  ['too much filterable metadata', [vector('bad', [1, 0, 0], { note: 'a'.repeat(2_049) })]],
  ['too much metadata', [vector('bad', [1, 0, 0], { text: 'a'.repeat(40_961) })]],
])('refuses a request with %s, and stores nothing of it', async (_what, given) => {
  await expect(put(vector('good', [1, 0, 0]), ...given)).rejects.toMatchObject({ name: 'ValidationException' });
  expect(await stored()).toEqual([]);
});

it('takes much metadata under a key that is not filterable, and refuses to filter on it', async () => {
  await put(vector('a', [1, 0, 0], { text: 'a'.repeat(10_000) }));
  const query = (filter: Record<string, string | Record<string, string>>) =>
    vectors().send(new QueryVectorsCommand({ ...index, topK: 1, queryVector: { float32: [1, 0, 0] }, filter }));
  await expect(query({ text: 'a' })).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(query({ year: { $like: 'a' } })).rejects.toMatchObject({ name: 'ValidationException' });
});

it.each([
  ['an object instead of a list', { vectors: { key: 'a' } }],
  ['a list instead of numbers', { vectors: [{ key: 'a', data: { float32: [[1], 0, 0] } }] }],
  ['a vector that is a text', { vectors: ['a'] }],
  ['metadata that are a list', { vectors: [{ key: 'a', data: { float32: [1, 0, 0] }, metadata: [] }] }],
])('refuses %s as the service does', async (_what, body) => {
  const answer = await fetch(`${cloud.url}/PutVectors`, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? ''}/20261201/${testRegion}/s3vectors/aws4_request, SignedHeaders=host, Signature=00`,
    },
    body: JSON.stringify({ ...index, ...body }),
  });
  expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([400, 'ValidationException']);
  expect(await stored()).toEqual([]);
});

it('needs GetVectors too for a filter or metadata, and PutVectors to write', async () => {
  await put(vector('a', [1, 0, 0], { year: 2025 }));
  const reader = vectors(roleKey(testAccount, roleName, 'test'));
  const query = { ...index, topK: 1, queryVector: { float32: [1, 0, 0] } };
  expect((await reader.send(new QueryVectorsCommand(query))).vectors).toEqual([{ key: 'a' }]);
  for (const more of [{ returnMetadata: true }, { filter: { year: 2025 } }])
    await expect(reader.send(new QueryVectorsCommand({ ...query, ...more }))).rejects.toThrow('s3vectors:GetVectors');
  await expect(
    reader.send(new PutVectorsCommand({ ...index, vectors: [vector('b', [1, 0, 0])] })),
  ).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

it('says that an index does not exist, and forgets the vectors of one that is deleted', async () => {
  await expect(
    vectors().send(new GetVectorsCommand({ ...index, indexName: 'other', keys: ['a'] })),
  ).rejects.toMatchObject({ name: 'NotFoundException' });
  await put(vector('a', [1, 0, 0]));
  const cloudformation = client(cloud, testAccount, testRegion);
  await cloudformation.query('cloudformation', 'DeleteStack', { StackName: 'vectors' });
  await cloudformation.query('cloudformation', 'CreateStack', {
    StackName: 'vectors',
    TemplateBody: JSON.stringify(template),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  expect(await stored()).toEqual([]);
});
