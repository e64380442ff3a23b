import { operationOf } from '../../../../../../lib/local/aws/services/s3/operation';
import { operations } from '../../../../../../lib/local/aws/services/s3/operations';
import { bucketsForTests } from './store';

const s3 = bucketsForTests();

test.each<[string, string, string]>([
  ['PUT', '/data/k?acl', 'PutObjectAcl'],
  ['PUT', '/data/k?retention', 'PutObjectRetention'],
  ['PUT', '/data/k?legal-hold', 'PutObjectLegalHold'],
  ['PUT', '/data/k?encryption', 'PutObjectEncryption'],
  ['GET', '/data/k?attributes', 'GetObjectAttributes'],
  ['POST', '/data/k?restore', 'PostObjectRestore'],
  ['PUT', '/data?policy', 'PutBucketPolicy'],
  ['PUT', '/data?versioning', 'PutBucketVersioning'],
  ['GET', '/data?lifecycle', 'GetBucketLifecycleConfiguration'],
  ['DELETE', '/data?cors', 'DeleteBucketCors'],
  ['GET', '/data?object-lock', 'GetObjectLockConfiguration'],
  ['DELETE', '/data', 'DeleteBucket'],
])('%s %s is refused under the name %s, and the object stays as it was', async (method, path, name) => {
  await s3('PUT', '/data/k', 'content');
  const answer = await s3(method, path, method === 'GET' || method === 'DELETE' ? undefined : '<X/>');
  expect([answer.status, answer.text]).toEqual([501, expect.stringContaining(`does not implement s3:${name}<`)]);
  expect((await s3('GET', '/data/k')).text).toBe('content');
});

test.each<[string, string, Record<string, string>, string]>([
  ['PUT', '/data/k', { 'x-amz-object-lock-mode': 'COMPLIANCE' }, 'the header x-amz-object-lock-mode'],
  ['PUT', '/data/k', { 'x-amz-acl': 'public-read' }, 'the header x-amz-acl'],
  ['PUT', '/data/k', { 'x-amz-write-offset-bytes': '1' }, 'the header x-amz-write-offset-bytes'],
  ['PUT', '/data/k', { 'x-amz-server-side-encryption-customer-algorithm': 'AES256' }, 'customer-algorithm'],
  ['PUT', '/data/k?versionId=1', {}, 'the query parameter versionId'],
  ['GET', '/data/k?partNumber=1', {}, 'the query parameter partNumber'],
  ['DELETE', '/data/k', { 'x-amz-if-match-size': '3' }, 'the header x-amz-if-match-size'],
])('%s %s with %o is refused: it names what it does not understand', async (method, path, headers, named) => {
  await s3('PUT', '/data/k', 'content');
  const answer = await s3(method, path, method === 'PUT' ? 'other' : undefined, headers);
  expect([answer.status, answer.text]).toEqual([501, expect.stringContaining(named)]);
  expect((await s3('GET', '/data/k')).text).toBe('content');
});

test('names of SDK operations and signed addresses are no parameters of S3', async () => {
  await s3('PUT', '/data/k?x-id=PutObject', 'content');
  const presigned =
    'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=60&X-Amz-Date=20261130T000000Z&X-Amz-SignedHeaders=host';
  expect((await s3('GET', `/data/k?x-id=GetObject&${presigned}`)).text).toBe('content');
});

test('a request for the bucket of another owner than expected is refused', async () => {
  const answer = await s3('PUT', '/data/k', 'x', { 'x-amz-expected-bucket-owner': '999999999999' });
  expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
});

test('every operation that is here has a request that names it', () => {
  const request = (method: string, path: string, headers = {}) => {
    const url = new URL(path, 'http://127.0.0.1');
    const [, bucket = '', ...key] = url.pathname.split('/');
    return operationOf({
      method,
      path: url.pathname,
      bucket,
      key: key.join('/'),
      query: url.searchParams,
      headers,
      body: Buffer.alloc(0),
    });
  };
  const copy = { 'x-amz-copy-source': 'data/k' };
  const named = [
    ...['', '?location', '?encryption', '?versioning', '?policy', '?tagging', '?publicAccessBlock'].map((query) =>
      request('GET', `/data${query}`),
    ),
    ...['?versions', '?uploads', '?list-type=2'].map((query) => request('GET', `/data${query}`)),
    request('HEAD', '/data'),
    request('POST', '/data?delete'),
    ...['GET', 'HEAD', 'PUT', 'DELETE'].map((method) => request(method, '/data/k')),
    ...['GET', 'PUT', 'DELETE'].map((method) => request(method, '/data/k?tagging')),
    ...['GET', 'PUT', 'POST', 'DELETE'].map((method) => request(method, '/data/k?uploadId=1')),
    request('POST', '/data/k?uploads'),
    request('PUT', '/data/k', copy),
    request('PUT', '/data/k?uploadId=1', copy),
  ];
  expect(named.sort()).toEqual([...operations.keys()].sort());
});
