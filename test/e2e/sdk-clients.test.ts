import { Readable } from 'node:stream';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  FilterLogEventsCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { InvokeCommand, LambdaClient, waitUntilFunctionActiveV2 } from '@aws-sdk/client-lambda';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  paginateListObjectsV2,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
  UploadPartCommand,
  waitUntilObjectExists,
} from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import {
  DeleteParametersCommand,
  GetParameterCommand,
  LabelParameterVersionCommand,
  paginateGetParameterHistory,
  paginateGetParametersByPath,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import type { LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import { testAccount, testRegion } from '../lib/local/aws/engine';
import { client } from '../lib/local/aws/wire';

/* The clients of the AWS SDK with their defaults: only endpoint, region and credentials are given. */
let cloud: LocalAws;
let s3: S3Client;
let ssm: SSMClient;
let lambda: LambdaClient;
let logs: CloudWatchLogsClient;
let states: SFNClient;

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const template = {
  Resources: {
    Plain: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'sdk-plain' } },
    Kept: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'sdk-kept', VersioningConfiguration: { Status: 'Enabled' } },
    },
    Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } },
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'sdk-function',
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: { ZipFile: 'exports.handler = async ({ n }) => ({ twice: 2 * n });' },
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      },
    },
  },
};

beforeAll(async () => {
  cloud = await startLocalAws();
  const { query } = client(cloud, testAccount, testRegion);
  await query('cloudformation', 'CreateStack', {
    StackName: 'Clients',
    TemplateBody: JSON.stringify(template),
    'Capabilities.member.1': 'CAPABILITY_IAM',
  });
  const accessKeyId = cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '';
  const options = {
    endpoint: cloud.url,
    region: testRegion,
    credentials: { accessKeyId, secretAccessKey: 'local' },
  };
  s3 = new S3Client(options);
  ssm = new SSMClient(options);
  lambda = new LambdaClient(options);
  logs = new CloudWatchLogsClient(options);
  states = new SFNClient(options);
});

afterAll(async () => {
  for (const one of [s3, ssm, lambda, logs, states]) one.destroy();
  await cloud.close();
});

const plain = { Bucket: 'sdk-plain' };

async function text(key: string, more: { readonly VersionId?: string; readonly Bucket?: string } = {}) {
  const { Body } = await s3.send(new GetObjectCommand({ ...plain, Key: key, ...more }));
  return Body?.transformToString();
}

describe('S3', () => {
  test('an object keeps its attributes and has the checksum that the SDK computes', async () => {
    const attributes = { ContentType: 'text/plain', Metadata: { owner: 'someone' }, Tagging: 'a=1' };
    await s3.send(new PutObjectCommand({ ...plain, Key: 'a/b', Body: 'content', ...attributes }));
    const head = await s3.send(new HeadObjectCommand({ ...plain, Key: 'a/b', ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({ ContentType: 'text/plain', Metadata: { owner: 'someone' }, ContentLength: 7 });
    expect(head.ChecksumCRC32).toMatch(/^[\w+/]{6}==$/);
    expect(await text('a/b')).toBe('content');
    await waitUntilObjectExists({ client: s3, maxWaitTime: 30 }, { ...plain, Key: 'a/b' });
  });

  test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'a stream arrives with a trailing %s',
    async (ChecksumAlgorithm) => {
      const Body = Readable.from([Buffer.from('in '), Buffer.from('chunks')]);
      await s3.send(new PutObjectCommand({ ...plain, Key: 'stream', Body, ContentLength: 9, ChecksumAlgorithm }));
      expect(await text('stream')).toBe('in chunks');
    },
  );

  test('a wrong checksum and unmet conditions are refused', async () => {
    const put = (more: object) => s3.send(new PutObjectCommand({ ...plain, Key: 'once', Body: 'one', ...more }));
    await expect(put({ ChecksumSHA256: Buffer.alloc(32).toString('base64') })).rejects.toMatchObject({
      name: 'BadDigest',
    });
    await put({ IfNoneMatch: '*' });
    await expect(put({ IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(put({ IfMatch: '"0"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  test('keys that paths and addresses would change stay as they are, in every page of a listing', async () => {
    const keys = ['k/../up', 'k/a/./b', 'k/a//b', 'k/sp ace+', 'k/ü?&=#%25', 'k/"\'<>'];
    for (const Key of keys) await s3.send(new PutObjectCommand({ ...plain, Key, Body: Key }));
    for (const key of keys) expect(await text(key)).toBe(key);
    const listed: unknown[] = [];
    for await (const page of paginateListObjectsV2({ client: s3, pageSize: 2 }, { ...plain, Prefix: 'k/' })) {
      listed.push(...(page.Contents ?? []).map(({ Key }) => Key));
    }
    expect(listed.toSorted()).toEqual(keys.toSorted());
    const Objects = keys.map((Key) => ({ Key }));
    const gone = await s3.send(new DeleteObjectsCommand({ ...plain, Delete: { Objects } }));
    expect(gone.Deleted?.map(({ Key }) => Key).toSorted()).toEqual(keys.toSorted());
  });

  test('a copy has new attributes, and tags are replaced', async () => {
    await s3.send(new PutObjectCommand({ ...plain, Key: 'from', Body: 'copied', Metadata: { a: '1' } }));
    const Metadata = { b: '2' };
    const copy = { ...plain, Key: 'to', CopySource: 'sdk-plain/from', MetadataDirective: 'REPLACE', Metadata } as const;
    await s3.send(new CopyObjectCommand(copy));
    expect((await s3.send(new HeadObjectCommand({ ...plain, Key: 'to' }))).Metadata).toEqual({ b: '2' });
    const TagSet = [{ Key: 'k', Value: 'v w' }];
    await s3.send(new PutObjectTaggingCommand({ ...plain, Key: 'to', Tagging: { TagSet } }));
    expect((await s3.send(new GetObjectTaggingCommand({ ...plain, Key: 'to' }))).TagSet).toEqual(TagSet);
  });

  test('an upload in parts becomes one object', async () => {
    const upload = { ...plain, Key: 'parts' };
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(upload));
    const bodies = [Buffer.alloc(5 * 1024 * 1024, 'a'), Buffer.from('end')];
    const Parts = [];
    for (const [index, Body] of bodies.entries()) {
      const part = { ...upload, UploadId, PartNumber: index + 1, Body };
      const { ETag, ChecksumCRC32 } = await s3.send(new UploadPartCommand(part));
      Parts.push({ PartNumber: index + 1, ETag, ChecksumCRC32 });
    }
    await s3.send(new CompleteMultipartUploadCommand({ ...upload, UploadId, MultipartUpload: { Parts } }));
    const head = await s3.send(new HeadObjectCommand(upload));
    expect([head.ContentLength, head.ETag]).toEqual([5 * 1024 * 1024 + 3, expect.stringMatching(/-2"$/)]);
  });

  test('versions are kept, and a delete marker hides them', async () => {
    const object = { Bucket: 'sdk-kept', Key: 'v' };
    const { VersionId = '' } = await s3.send(new PutObjectCommand({ ...object, Body: '1' }));
    await s3.send(new PutObjectCommand({ ...object, Body: '2' }));
    await s3.send(new DeleteObjectCommand(object));
    await expect(text('v', { Bucket: 'sdk-kept' })).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await text('v', { Bucket: 'sdk-kept', VersionId })).toBe('1');
    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: 'sdk-kept' }));
    expect([listed.Versions?.length, listed.DeleteMarkers?.length]).toEqual([2, 1]);
  });

  test('an operation that is not there is refused by its name', async () => {
    const acl = new PutObjectAclCommand({ ...plain, Key: 'a/b', ACL: 'private' });
    await expect(s3.send(acl)).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

describe('SSM', () => {
  test('parameters have a history, labels and pages', async () => {
    const Name = '/sdk/a';
    await ssm.send(new PutParameterCommand({ Name, Value: '1', Type: 'String' }));
    await ssm.send(new PutParameterCommand({ Name, Value: '2', Overwrite: true }));
    await ssm.send(new LabelParameterVersionCommand({ Name, ParameterVersion: 1, Labels: ['old'] }));
    expect((await ssm.send(new GetParameterCommand({ Name: '/sdk/a:old' }))).Parameter?.Value).toBe('1');
    const history: unknown[] = [];
    for await (const page of paginateGetParameterHistory({ client: ssm, pageSize: 1 }, { Name })) {
      history.push(...(page.Parameters ?? []).map(({ Version, Labels }) => [Version, Labels]));
    }
    expect(history).toEqual([
      [1, ['old']],
      [2, []],
    ]);
    for (let index = 0; index < 12; index += 1) {
      await ssm.send(new PutParameterCommand({ Name: `/sdk/many/${index}`, Value: 'x', Type: 'String' }));
    }
    let count = 0;
    for await (const page of paginateGetParametersByPath({ client: ssm }, { Path: '/sdk/many' })) {
      count += page.Parameters?.length ?? 0;
    }
    expect(count).toBe(12);
    const gone = await ssm.send(new DeleteParametersCommand({ Names: [Name, '/sdk/none'] }));
    expect([gone.DeletedParameters, gone.InvalidParameters]).toEqual([[Name], ['/sdk/none']]);
  });

  test.each([
    ['ParameterNotFound', () => ssm.send(new GetParameterCommand({ Name: '/sdk/none' }))],
    ['ValidationException', () => ssm.send(new PutParameterCommand({ Name: '/sdk/empty', Value: 'x' }))],
  ])('%s is what the SDK reads', async (name, call) => {
    await expect(call()).rejects.toMatchObject({ name });
  });
});

test('Lambda runs a function and refuses one that is not there', async () => {
  await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 30 }, { FunctionName: 'sdk-function' });
  const call = new InvokeCommand({ FunctionName: 'sdk-function', Payload: Buffer.from('{"n":2}') });
  expect((await lambda.send(call)).Payload?.transformToString()).toBe('{"twice":4}');
  const absent = new InvokeCommand({ FunctionName: 'absent' });
  await expect(lambda.send(absent)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('CloudWatch Logs keeps events, and Step Functions knows no execution of nobody', async () => {
  const stream = { logGroupName: 'sdk', logStreamName: 's' };
  await logs.send(new CreateLogGroupCommand({ logGroupName: 'sdk' }));
  await logs.send(new CreateLogStreamCommand(stream));
  const logEvents = [{ timestamp: Date.parse('2026-11-30T00:00:00Z'), message: 'heard' }];
  await logs.send(new PutLogEventsCommand({ ...stream, logEvents }));
  const { events } = await logs.send(new FilterLogEventsCommand({ logGroupName: 'sdk' }));
  expect(events?.map(({ message }) => message)).toEqual(['heard']);
  const executionArn = `arn:aws:states:${testRegion}:${testAccount}:execution:none:none`;
  const describe = new DescribeExecutionCommand({ executionArn });
  await expect(states.send(describe)).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
});
