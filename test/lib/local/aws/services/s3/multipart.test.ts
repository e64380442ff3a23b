import { bucketsForTests } from './store';

const s3 = bucketsForTests();
const five = 5 * 1024 ** 2;

async function start(key: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  return (
    /<UploadId>(.*?)<\/UploadId>/.exec((await s3('POST', `/data/${key}?uploads`, undefined, headers)).text)?.[1] ?? ''
  );
}

const part = async (key: string, id: string, number: number, body: Buffer | string): Promise<string> =>
  (await s3('PUT', `/data/${key}?partNumber=${number}&uploadId=${id}`, body)).headers.get('etag') ?? '';

const complete = (key: string, id: string, parts: readonly (readonly [number, string])[], headers = {}) =>
  s3(
    'POST',
    `/data/${key}?uploadId=${id}`,
    `<CompleteMultipartUpload>${parts.map(([number, etag]) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`).join('')}</CompleteMultipartUpload>`,
    headers,
  );

test('joins the named parts in order and keeps what the upload stated', async () => {
  const id = await start('big', { 'x-amz-meta-a': '1', 'content-type': 'text/plain' });
  const tags = [await part('big', id, 1, Buffer.alloc(five, 'a')), await part('big', id, 2, 'end')];
  const [one = '', two = ''] = tags;
  expect((await s3('GET', `/data/big?uploadId=${id}`)).text).toContain(`<PartNumber>2</PartNumber>`);
  expect(
    (
      await complete('big', id, [
        [2, two],
        [1, one],
      ])
    ).text,
  ).toContain('InvalidPartOrder');
  expect((await complete('big', id, [[1, two]])).text).toContain('InvalidPart');
  expect((await complete('big', id, [])).text).toContain('MalformedXML');
  expect(
    (
      await complete('big', id, [
        [1, one],
        [2, two],
      ])
    ).status,
  ).toBe(200);
  const { headers, text } = await s3('GET', '/data/big');
  expect([text.length, text.slice(-3), headers.get('x-amz-meta-a'), headers.get('content-type')]).toEqual([
    five + 3,
    'end',
    '1',
    'text/plain',
  ]);
  expect(headers.get('etag')).toMatch(/^"[0-9a-f]{32}-2"$/);
  expect((await complete('big', id, [[1, one]])).status).toBe(404);
});

test('a part but the last that is too small is refused, and so is a write over what may not be', async () => {
  const id = await start('small');
  const [one, two] = [await part('small', id, 1, 'one'), await part('small', id, 2, 'two')];
  expect(
    (
      await complete('small', id, [
        [1, one],
        [2, two],
      ])
    ).text,
  ).toContain('EntityTooSmall');
  await s3('PUT', '/data/small', 'there');
  expect((await complete('small', id, [[1, one]], { 'if-none-match': '*' })).status).toBe(412);
  expect((await s3('GET', '/data/small')).text).toBe('there');
  expect((await complete('small', id, [[1, one]])).status).toBe(200);
});

test('UploadPartCopy takes a range of an object, never nothing', async () => {
  await s3('PUT', '/data/source', 'hello world');
  const id = await start('copied');
  const copy = (range: string) =>
    s3('PUT', `/data/copied?partNumber=1&uploadId=${id}`, undefined, {
      'x-amz-copy-source': '/data/source',
      'x-amz-copy-source-range': range,
    });
  expect((await copy('bytes=6-')).text).toContain('InvalidArgument');
  const etag = /<ETag>&quot;(.*?)&quot;/.exec((await copy('bytes=6-10')).text)?.[1] ?? '';
  expect((await complete('copied', id, [[1, etag]])).status).toBe(200);
  expect((await s3('GET', '/data/copied')).text).toBe('world');
});

test('an upload is listed until it is aborted', async () => {
  const id = await start('open');
  expect((await s3('GET', '/data?uploads&prefix=open')).text).toContain(`<UploadId>${id}</UploadId>`);
  expect((await s3('DELETE', `/data/open?uploadId=${id}`)).status).toBe(204);
  expect((await s3('GET', '/data?uploads&prefix=open')).text).not.toContain('<Upload>');
  expect((await s3('DELETE', `/data/open?uploadId=${id}`)).status).toBe(404);
});
