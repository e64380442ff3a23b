import { createHash } from 'node:crypto';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

const sha256 = (body: string | Buffer): string => createHash('sha256').update(body).digest('base64');
let cloud: LocalAws;

beforeAll(async () => {
  cloud = await startLocalAws();
  await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'Store',
    TemplateBody: JSON.stringify({
      Resources: {
        B: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            BucketName: 'data',
            BucketEncryption: {
              ServerSideEncryptionConfiguration: [
                { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'k' } },
              ],
            },
          },
        },
      },
    }),
  });
});
afterAll(() => cloud.close());

test('GetObject returns the bytes and headers of PutObject', async () => {
  const { s3 } = client(cloud, testAccount, testRegion);
  const put = await s3('PUT', '/data/a/b.txt', 'hello', {
    'x-amz-checksum-sha256': sha256('hello'),
    'content-type': 'text/plain',
    'x-amz-meta-origin': 'test',
  });
  expect(put.status).toBe(200);
  const got = await s3('GET', '/data/a/b.txt');
  expect(await got.text()).toBe('hello');
  expect(got.headers.get('content-type')).toBe('text/plain');
  expect(got.headers.get('x-amz-meta-origin')).toBe('test');
  const part = await s3('GET', '/data/a/b.txt', undefined, { range: 'bytes=1-3' });
  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, 'ell', 'bytes 1-3/5']);
});

test.each([
  ['x-amz-checksum-sha256', sha256('other'), 'BadDigest'],
  ['x-amz-content-sha256', createHash('sha256').update('other').digest('hex'), 'XAmzContentSHA256Mismatch'],
  ['content-md5', createHash('md5').update('other').digest('base64'), 'BadDigest'],
])('fails on a body that does not match its %s', async (name, value, code) => {
  const answer = await client(cloud, testAccount, testRegion).s3('PUT', '/data/bad', 'hello', { [name]: value });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(`<Code>${code}</Code>`);
  expect((await client(cloud, testAccount, testRegion).s3('HEAD', '/data/bad')).status).toBe(404);
});

test('a chunked upload is unwrapped and its trailing checksum verified', async () => {
  const { s3 } = client(cloud, testAccount, testRegion);
  const chunked = (checksum: string): string =>
    `5;chunk-signature=0\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-sha256:${checksum}\r\n\r\n`;
  const headers = { 'content-encoding': 'aws-chunked', 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' };
  expect((await s3('PUT', '/data/chunked', chunked(sha256('hello world')), headers)).status).toBe(200);
  expect(await (await s3('GET', '/data/chunked')).text()).toBe('hello world');
  expect((await s3('PUT', '/data/chunked', chunked(sha256('other')), headers)).status).toBe(400);
});

test('a listing pages through every key once, folders folded', async () => {
  const { s3 } = client(cloud, testAccount, testRegion);
  for (const key of ['l/1', 'l/2', 'l/x/3', 'l/x/4', 'l/y']) await s3('PUT', `/data/${key}`, 'x');
  const found: string[] = [];
  for (let token: string | undefined = ''; token !== undefined;) {
    const page = await (
      await s3(
        'GET',
        `/data?list-type=2&prefix=l/&delimiter=/&max-keys=1${token === '' ? '' : `&continuation-token=${encodeURIComponent(token)}`}`,
      )
    ).text();
    found.push(
      ...[...page.matchAll(/<Contents><Key>(.*?)<\/Key>|<CommonPrefixes><Prefix>(.*?)<\/Prefix>/g)].map(
        ([, key, prefix]) => key ?? prefix ?? '',
      ),
    );
    token = /<NextContinuationToken>(.*?)<\/NextContinuationToken>/.exec(page)?.[1];
  }
  expect(found).toEqual(['l/1', 'l/2', 'l/x/', 'l/y']);
});

test('location and encryption answer what the template declared', async () => {
  const { s3 } = client(cloud, testAccount, testRegion);
  expect(await (await s3('GET', '/data?location')).text()).toContain('>eu-central-1</LocationConstraint>');
  expect(await (await s3('GET', '/data?encryption')).text()).toContain(
    '<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>k</KMSMasterKeyID>',
  );
});

test('fails on a bucket of another account, a bucket that does not exist and an operation without an implementation', async () => {
  expect((await client(cloud, '222222222222', testRegion).s3('GET', '/data/a/b.txt')).status).toBe(403);
  expect(await (await client(cloud, testAccount, testRegion).s3('GET', '/absent?list-type=2')).text()).toContain(
    '<Code>NoSuchBucket</Code>',
  );
  // Only stacks create buckets.
  const created = await client(cloud, testAccount, testRegion).s3('PUT', '/absent');
  expect([created.status, await created.text()]).toEqual([501, expect.stringContaining('s3:CreateBucket')]);
});
