import { createHash } from 'node:crypto';
import { bucketsForTests } from './store';

const s3 = bucketsForTests();

async function put(body: string): Promise<string> {
  return (await s3('PUT', '/kept/k', body)).headers.get('x-amz-version-id') ?? '';
}

async function versions(query = ''): Promise<readonly string[]> {
  const { text } = await s3('GET', `/kept?versions&prefix=k${query}`);
  return [...text.matchAll(/<(Version|DeleteMarker)><Key>k<\/Key><VersionId>(.*?)<\/VersionId><IsLatest>(.*?)</g)].map(
    ([, kind = '', id = '', latest = '']) => `${kind} ${id} ${latest}`,
  );
}

beforeEach(async () => {
  const { text } = await s3('GET', '/kept?versions');
  for (const [, id = ''] of text.matchAll(/<VersionId>(.*?)</g)) await s3('DELETE', `/kept/k?versionId=${id}`);
});

test('a version is read by its id, and a deletion without one leaves a marker', async () => {
  const [first, second] = [await put('one'), await put('two')];
  expect((await s3('GET', '/kept/k')).text).toBe('two');
  expect((await s3('GET', `/kept/k?versionId=${first}`)).text).toBe('one');
  const deleted = await s3('DELETE', '/kept/k');
  const marker = deleted.headers.get('x-amz-version-id') ?? '';
  expect([deleted.status, deleted.headers.get('x-amz-delete-marker')]).toEqual([204, 'true']);
  expect((await s3('GET', '/kept/k')).status).toBe(404);
  expect((await s3('GET', `/kept/k?versionId=${marker}`)).status).toBe(405);
  expect((await s3('GET', '/kept/k?versionId=absent')).text).toContain('NoSuchVersion');
  expect(await versions()).toEqual([
    `Version ${second} false`,
    `Version ${first} false`,
    `DeleteMarker ${marker} true`,
  ]);
});

test('the newest version that is left becomes the current one', async () => {
  const [first, second] = [await put('one'), await put('two')];
  await s3('DELETE', `/kept/k?versionId=${second}`);
  expect((await s3('GET', '/kept/k')).text).toBe('one');
  const marker = (await s3('DELETE', '/kept/k')).headers.get('x-amz-version-id') ?? '';
  await s3('DELETE', `/kept/k?versionId=${marker}`);
  expect((await s3('GET', '/kept/k')).text).toBe('one');
  expect(await versions()).toEqual([`Version ${first} true`]);
});

test('DeleteObjects deletes versions, says what it did, and nothing where it is asked to be quiet', async () => {
  const [first] = [await put('one'), await put('two')];
  const body = (quiet: boolean): string =>
    `<Delete>${quiet ? '<Quiet>true</Quiet>' : ''}<Object><Key>k</Key><VersionId>${first}</VersionId></Object></Delete>`;
  const unsigned = await s3('POST', '/kept?delete', body(false));
  expect(unsigned.text).toContain('Missing required header for this request');
  const digest = (text: string): Record<string, string> => ({
    'content-md5': createHash('md5').update(text).digest('base64'),
  });
  const told = await s3('POST', '/kept?delete', body(false), digest(body(false)));
  expect(told.text).toContain(`<Deleted><Key>k</Key><VersionId>${first}</VersionId></Deleted>`);
  expect((await s3('POST', '/kept?delete', body(true), digest(body(true)))).text).not.toContain('<Deleted>');
  const broken = '<Delete><Object><Key>k</Key></Delete>';
  expect((await s3('POST', '/kept?delete', broken, digest(broken))).text).toContain('MalformedXML');
  expect((await s3('GET', '/kept/k')).text).toBe('two');
});

test('a listing of versions pages through each of them once', async () => {
  const ids = [await put('one'), await put('two'), await put('three')].reverse();
  const found: string[] = [];
  let marker: string | undefined = '';
  while (marker !== undefined) {
    const { text } = await s3('GET', `/kept?versions&prefix=k&max-keys=1${marker}`);
    found.push(/<VersionId>(.*?)</.exec(text)?.[1] ?? '');
    const [, key, id] = /<NextKeyMarker>(.*?)<\/NextKeyMarker><NextVersionIdMarker>(.*?)</.exec(text) ?? [];
    marker = key === undefined ? undefined : `&key-marker=${key}&version-id-marker=${id ?? ''}`;
  }
  expect(found).toEqual(ids);
});
