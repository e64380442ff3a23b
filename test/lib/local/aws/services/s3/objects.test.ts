import { bucketsForTests } from './store';

const s3 = bucketsForTests();
const codeOf = (text: string): string | undefined => /<Code>(.*?)<\/Code>/.exec(text)?.[1];

test.each<[string, Record<string, string>, number]>([
  ['absent', { 'if-none-match': '*' }, 200],
  ['absent', { 'if-match': '"x"' }, 404],
  ['there', { 'if-none-match': '*' }, 412],
  ['there', { 'if-match': '"other"' }, 412],
  ['there', { 'if-match': 'ETAG' }, 200],
])('a write over a key that is %s with %o answers %i', async (state, condition, status) => {
  await s3('DELETE', '/data/c');
  const etag = state === 'there' ? ((await s3('PUT', '/data/c', 'old')).headers.get('etag') ?? '') : '';
  const headers = Object.fromEntries(
    Object.entries(condition).map(([name, value]) => [name, value.replace('ETAG', etag)]),
  );
  expect((await s3('PUT', '/data/c', 'new', headers)).status).toBe(status);
  const left = await s3('GET', '/data/c');
  expect([left.status, status === 200 || state === 'there' ? left.text : '']).toEqual([
    status === 404 ? 404 : 200,
    status === 200 ? 'new' : state === 'there' ? 'old' : '',
  ]);
});

test.each<[Record<string, string>, number]>([
  [{ 'if-match': 'ETAG' }, 200],
  [{ 'if-match': '"other"' }, 412],
  [{ 'if-none-match': 'ETAG' }, 304],
  [{ 'if-none-match': '"other"' }, 200],
  [{ 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }, 304],
  [{ 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 412],
  // If-Match that holds wins over If-Unmodified-Since that does not.
  [{ 'if-match': 'ETAG', 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 200],
  // If-None-Match that does not hold wins over If-Modified-Since that does.
  [{ 'if-none-match': '"other"', 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }, 200],
])('a read with %o answers %i', async (condition, status) => {
  const etag = (await s3('PUT', '/data/r', 'x')).headers.get('etag') ?? '';
  const headers = Object.fromEntries(
    Object.entries(condition).map(([name, value]) => [name, value.replace('ETAG', etag)]),
  );
  expect((await s3('GET', '/data/r', undefined, headers)).status).toBe(status);
});

test.each([
  ['crc32', 'NhCmhg=='],
  ['crc32c', 'mnG7TA=='],
  ['sha1', 'qvTGHdzF6KLavt4PO0gs2a6pQ00='],
  ['md5', 'XUFAKrxLKna5cZ2REBfFkg=='],
  ['crc64nvme', 'M3eFcAZSQlc='],
])('the checksum %s is verified, kept and given back', async (algorithm, value) => {
  const name = `x-amz-checksum-${algorithm}`;
  expect((await s3('PUT', '/data/sum', 'hello', { [name]: value })).status).toBe(200);
  expect((await s3('HEAD', '/data/sum')).headers.get(name)).toBe(value);
  const wrong = await s3('PUT', '/data/sum', 'other', { [name]: value });
  expect([wrong.status, codeOf(wrong.text)]).toEqual([400, 'BadDigest']);
  expect((await s3('GET', '/data/sum')).text).toBe('hello');
});

test('a bucket that nobody has is not created, and the answer says so', async () => {
  const answer = await s3('PUT', '/new-bucket', '');
  expect([answer.status, codeOf(answer.text)]).toEqual([501, 'NotImplemented']);
  expect(answer.text).toContain('CreateBucket');
  expect(codeOf((await s3('GET', '/new-bucket')).text)).toBe('NoSuchBucket');
});

test('a checksum that is not verified here, and two of them, are refused', async () => {
  const unknown = await s3('PUT', '/data/sum', 'x', { 'x-amz-checksum-xxhash64': 'AAAA' });
  expect(codeOf(unknown.text)).toBe('NotImplemented');
  const two = await s3('PUT', '/data/sum', 'x', { 'x-amz-checksum-crc32': 'a', 'x-amz-checksum-sha1': 'b' });
  expect(codeOf(two.text)).toBe('InvalidRequest');
});

test('keys are kept as they are written: dots, double slashes, spaces, signs of every script', async () => {
  for (const path of [
    '/data/a/../b',
    '/data/../kept/x',
    '/data//double',
    '/data/a%2Fb%20c+d',
    '/data/%E2%82%AC',
    '/data/%01',
  ]) {
    expect((await s3('PUT', path, path)).status).toBe(200);
    expect((await s3('GET', path)).text).toBe(path);
  }
  expect((await s3('GET', '/data/b')).status).toBe(404);
  expect((await s3('GET', '/kept/x')).status).toBe(404);
  const { text } = await s3('GET', '/data?list-type=2&encoding-type=url&prefix=..');
  expect(text).toContain('<Key>../kept/x</Key>');
  const all = await s3('GET', '/data?list-type=2&encoding-type=url');
  expect(all.text).toContain('<Key>%01</Key>');
  expect(all.text).toContain('<Key>a/b+c%2Bd</Key>');
});

test('headers, metadata and tags of a write come back with the object', async () => {
  await s3('PUT', '/data/h', 'x', {
    'cache-control': 'no-store',
    'content-disposition': 'inline',
    'x-amz-storage-class': 'STANDARD_IA',
    'x-amz-tagging': 'a=1&b=2',
    'x-amz-meta-origin': 'test',
  });
  const { headers } = await s3('HEAD', '/data/h');
  expect(
    ['cache-control', 'content-disposition', 'x-amz-storage-class', 'x-amz-tagging-count', 'x-amz-meta-origin'].map(
      (name) => headers.get(name),
    ),
  ).toEqual(['no-store', 'inline', 'STANDARD_IA', '2', 'test']);
  expect((await s3('GET', '/data/h?response-content-type=text/csv')).headers.get('content-type')).toBe('text/csv');
});

test('tags are read, replaced and deleted, and the bytes stay', async () => {
  await s3('PUT', '/data/t', 'x');
  const tag = (key: string): string =>
    `<Tagging><TagSet><Tag><Key>${key}</Key><Value>1</Value></Tag></TagSet></Tagging>`;
  expect((await s3('PUT', '/data/t?tagging', tag('a'))).status).toBe(200);
  expect((await s3('GET', '/data/t?tagging')).text).toContain('<Tag><Key>a</Key><Value>1</Value></Tag>');
  expect(codeOf((await s3('PUT', '/data/t?tagging', tag('aws:a'))).text)).toBe('InvalidTag');
  expect(codeOf((await s3('PUT', '/data/t?tagging', '<Tagging>')).text)).toBe('MalformedXML');
  expect((await s3('DELETE', '/data/t?tagging')).status).toBe(204);
  expect((await s3('GET', '/data/t?tagging')).text).toContain('<TagSet></TagSet>');
  expect((await s3('GET', '/data/t')).text).toBe('x');
});

test.each([
  ['bytes=1-3', 206, 'ell'],
  ['bytes=3-', 206, 'lo'],
  ['bytes=-2', 206, 'lo'],
  ['bytes=0-99', 206, 'hello'],
  ['bytes=5-', 416, ''],
  ['bytes=-0', 416, ''],
  ['bytes=3-1', 200, 'hello'],
  ['lines=1-2', 200, 'hello'],
])('the range %s answers %i', async (range, status, text) => {
  await s3('PUT', '/data/range', 'hello');
  const answer = await s3('GET', '/data/range', undefined, { range });
  expect([answer.status, status === 416 ? '' : answer.text]).toEqual([status, text]);
});

test('fails on a key, or metadata, that is longer than S3 takes', async () => {
  expect(codeOf((await s3('PUT', `/data/${'k'.repeat(1025)}`, 'x')).text)).toBe('KeyTooLongError');
  expect(codeOf((await s3('PUT', '/data/k', 'x', { 'x-amz-meta-a': 'm'.repeat(2048) })).text)).toBe('MetadataTooLarge');
});

describe('CopyObject', () => {
  const source = { 'x-amz-copy-source': '/data/from' };
  beforeEach(() =>
    s3('PUT', '/data/from', 'x', { 'x-amz-meta-a': 'old', 'content-type': 'text/plain', 'x-amz-tagging': 't=1' }),
  );

  test.each([
    ['COPY', 'old', 'text/plain'],
    ['REPLACE', 'new', 'text/csv'],
  ])('with the directive %s takes the metadata %s', async (directive, a, type) => {
    const headers = {
      ...source,
      'x-amz-metadata-directive': directive,
      'x-amz-meta-a': 'new',
      'content-type': 'text/csv',
    };
    expect((await s3('PUT', '/data/to', undefined, headers)).status).toBe(200);
    const copied = await s3('HEAD', '/data/to');
    expect(['x-amz-meta-a', 'content-type', 'x-amz-tagging-count'].map((name) => copied.headers.get(name))).toEqual([
      a,
      type,
      '1',
    ]);
  });

  test('fails onto itself without a change, with a broken condition and from nothing', async () => {
    expect(codeOf((await s3('PUT', '/data/from', undefined, source)).text)).toBe('InvalidRequest');
    const conditional = { ...source, 'x-amz-copy-source-if-match': '"other"' };
    expect((await s3('PUT', '/data/to2', undefined, conditional)).status).toBe(412);
    expect((await s3('PUT', '/data/to2', undefined, { 'x-amz-copy-source': '/data/absent' })).status).toBe(404);
    expect(codeOf((await s3('PUT', '/data/to2', undefined, { 'x-amz-copy-source': 'data' })).text)).toBe(
      'InvalidArgument',
    );
    expect((await s3('HEAD', '/data/to2')).status).toBe(404);
  });
});

test('settings of a bucket are those of its template', async () => {
  expect((await s3('GET', '/kept?versioning')).text).toContain('<Status>Enabled</Status>');
  expect((await s3('GET', '/data?versioning')).text).not.toContain('<Status>');
  expect((await s3('GET', '/data?tagging')).text).toContain('<Key>team</Key><Value>ai</Value>');
  expect(codeOf((await s3('GET', '/kept?tagging')).text)).toBe('NoSuchTagSet');
  expect(JSON.parse((await s3('GET', '/data?policy')).text)).toMatchObject({ Statement: [{ Effect: 'Deny' }] });
  expect(codeOf((await s3('GET', '/kept?policy')).text)).toBe('NoSuchBucketPolicy');
  expect((await s3('GET', '/data?publicAccessBlock')).text).toContain('<BlockPublicPolicy>true</BlockPublicPolicy>');
});
