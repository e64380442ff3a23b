import { createHash, randomBytes } from 'node:crypto';
import type { Content, FileSource, PushEvent } from '../../../../lib/assets/ports';
import type { FilePush } from '../../../../lib/assets/push-files';
import { pushFiles } from '../../../../lib/assets/push-files';
import { BlobPrefix } from '../../../../lib/cloud/azure/stores/blob-prefix';
import type { TestStores } from '../../../helpers/azure-stores';
import { startTestStores } from '../../../helpers/azure-stores';
import { codedErrorOf } from '../../../helpers/coded-error';
import { recorded } from './recorded';

const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/stprobedev';
const wanted = { kind: 'folder', path: './handbook' } as const;
let stores: TestStores;
let containers = 0;

beforeAll(async () => {
  stores = await startTestStores([id]);
});
afterAll(() => stores.close());

const part = 1024;

/** An empty container of its own. */
function prefix(container = `c${(containers += 1)}`, makesContainer = true): BlobPrefix {
  const client = stores.client();
  return new BlobPrefix(client, {
    subject: {
      place: `https://stprobedev.blob.core.windows.net/${container}/handbook/`,
      role: 'Storage Blob Data Contributor',
      scope: id,
    },
    at: () =>
      Promise.resolve({ container: `${client.addresses.blob('stprobedev')}/${container}`, prefix: 'handbook/' }),
    makesContainer,
    removal: (path) => `remove ${path ?? 'all'}`,
    partSize: part,
  });
}

type Files = Readonly<Record<string, Buffer | string>>;

function source(files: Files): FileSource {
  const listed = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: Buffer.from(content).length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
  return {
    place: 'test',
    list: () => Promise.resolve(listed),
    read: (path) => pieces(Buffer.from(files[path] ?? '')),
  };
}

async function* pieces(content: Buffer): Content {
  for (let at = 0; at < content.length; at += 700) yield await Promise.resolve(content.subarray(at, at + 700));
}

async function bring(from: FileSource, to: BlobPrefix, more: Partial<FilePush> = {}): Promise<readonly string[]> {
  const events: PushEvent[] = [];
  const issues = await pushFiles({ source: from, store: to, wanted, tell: (event) => events.push(event), ...more });
  expect(issues).toEqual([]);
  return events.map(({ kind }) => kind);
}

const large = randomBytes(3 * part + 100);
const files: Files = { 'a & b.md': 'one', 'deep/grüße.md': 'two', 'large.bin': large };

test('files arrive whole with their hash, small ones at once and large ones in blocks; a second push sends nothing', async () => {
  const to = prefix();
  expect(await to.present()).toEqual({ files: [] });
  expect(await bring(source(files), to)).toEqual(['listed', 'sent', 'sent', 'sent', 'complete']);
  const there = await to.present();
  expect(there?.files.filter(({ path }) => path !== 'llmops-manifest.json').toSorted(byPath)).toEqual(
    (await source(files).list()).toSorted(byPath),
  );
  expect(JSON.parse(there?.manifest ?? '{}')).toMatchObject({ files: { length: 3 } });
  expect(await bring(source(files), to)).toEqual(['listed', 'kept', 'kept', 'kept', 'complete']);
});

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

test('a container that nobody makes is a place that is missing', async () => {
  expect(await prefix('nobody-makes-it', false).present()).toBeUndefined();
  expect(await codedErrorOf(() => bring(source(files), prefix('nobody-makes-it', false)))).toMatchObject({
    code: 'AssetPlaceMissing',
  });
});

/** A source whose file ends in its middle. */
function cut(from: FileSource, path: string, after: number): FileSource {
  const read = async function* (content: Content): Content {
    let bytes = 0;
    for await (const one of content) {
      yield one;
      bytes += one.length;
      if (bytes >= after) throw new Error('the connection broke');
    }
  };
  return { ...from, read: (asked) => (asked === path ? read(from.read(asked)) : from.read(asked)) };
}

test('an upload that stopped is no blob and has no manifest, and the next one sends only the blocks that are missing', async () => {
  const to = prefix();
  await expect(bring(cut(source(files), 'large.bin', 2 * part + 1), to)).rejects.toThrow('the connection broke');
  const half = await to.present();
  expect(half?.manifest).toBeUndefined();
  expect(half?.files.map(({ path }) => path)).not.toContain('large.bin');
  const before = blocks();
  await bring(source(files), to);
  // 3,172 bytes are four blocks, of which two were sent before.
  expect(blocks() - before).toBe(2);
});

function blocks(): number {
  return stores.asked.filter((line) => /^PUT .*comp=block&/.test(line)).length;
}

test('a document that changed is replaced, and one that somebody else changed meanwhile is not', async () => {
  const to = prefix();
  await bring(source({ 'a.md': 'one' }), to, { manifest: false });
  expect(await bring(source({ 'a.md': 'other' }), to, { manifest: false })).toEqual(['listed', 'sent']);
  const stale = to;
  await stale.present();
  const fresh = prefix(`c${containers}`);
  await bring(source({ 'a.md': 'third' }), fresh, { manifest: false });
  const [file] = await source({ 'a.md': 'fourth' }).list();
  const { path = '', bytes = 0, sha256 = '' } = file ?? {};
  expect(await codedErrorOf(() => stale.upload({ path, bytes, sha256 }, pieces(Buffer.from('fourth'))))).toMatchObject({
    code: 'AssetPlaceDiffers',
    got: '412 ConditionNotMet',
  });
  const unseen = prefix(`c${containers}`);
  expect(await codedErrorOf(() => unseen.upload({ path, bytes, sha256 }, pieces(Buffer.from('fourth'))))).toMatchObject(
    {
      code: 'AssetPlaceDiffers',
      got: '409 BlobAlreadyExists',
    },
  );
});

test('a manifest is written once', async () => {
  const to = prefix();
  await bring(source({ 'a.md': 'one' }), to);
  expect(await to.writeOnce('llmops-manifest.json', '{}')).toBe(false);
  const issues = await pushFiles({ source: source({ 'a.md': 'two' }), store: to, wanted, tell: () => undefined });
  expect(issues).toMatchObject([{ code: 'AssetPlaceDiffers', fix: expect.stringMatching('remove all') as string }]);
});

test('content that is not what was listed is no blob', async () => {
  const to = prefix();
  const lying = source(files);
  const read = (path: string): Content => (path === 'large.bin' ? pieces(randomBytes(large.length)) : lying.read(path));
  expect(await codedErrorOf(() => bring({ ...lying, read }, to))).toMatchObject({ code: 'AssetHashDiffers' });
  const there = await to.present();
  expect(there?.files.map(({ path }) => path)).not.toContain('large.bin');
  expect(there?.manifest).toBeUndefined();
});

describe('failures of the service', () => {
  const put = /^PUT .*a\.md/;
  const one = { 'a.md': 'one' };

  test('a busy store is waited for as long as it asks, and then the push goes on', async () => {
    const to = prefix();
    stores.fail({ when: put, answers: [recorded.throttled, recorded.serverBusy] });
    stores.waited.length = 0;
    await bring(source(one), to);
    expect(stores.waited).toEqual([17_000, 4000]);
  });

  test('a store that stays busy ends the push without a manifest', async () => {
    const to = prefix();
    stores.fail({ when: put, answers: Array.from({ length: 5 }, () => recorded.throttled) });
    expect(await codedErrorOf(() => bring(source(one), to))).toMatchObject({
      code: 'AssetStoreBusy',
      got: '429 ResourceRequestsThrottled',
      fix: expect.stringMatching('it continues') as string,
    });
    expect((await to.present())?.manifest).toBeUndefined();
    await bring(source(one), to);
  });

  test.each([
    [
      'no role',
      recorded.roleMissing,
      /^az role assignment create --role 'Storage Blob Data Contributor' .*stprobedev$/,
    ],
    ['a closed network', recorded.closedStorage, /inside the network/],
  ])('%s is denied, with the command that repairs it', async (_what, answer, fix) => {
    const to = prefix();
    stores.fail({ when: /comp=list/, answers: [answer] });
    expect(await codedErrorOf(() => bring(source(one), to))).toMatchObject({
      code: 'AssetStoreDenied',
      place: expect.stringMatching('stprobedev.blob.core.windows.net') as string,
      fix: expect.stringMatching(fix) as string,
    });
  });

  test('a container that is being deleted has its name for a while', async () => {
    const to = prefix();
    stores.fail({ when: /^PUT .*restype=container/, answers: [recorded.containerBeingDeleted] });
    expect(await codedErrorOf(() => bring(source(one), to))).toMatchObject({
      code: 'AssetPlaceDiffers',
      got: 'ContainerBeingDeleted',
      fix: 'run the command again after a minute',
    });
    await bring(source(one), to);
  });

  test('a part that arrived with another checksum is refused', async () => {
    const to = prefix();
    stores.fail({ when: put, answers: [recorded.wrongMd5] });
    expect(await codedErrorOf(() => bring(source(one), to))).toMatchObject({
      code: 'AssetHashDiffers',
      got: '400 Md5Mismatch',
    });
    expect((await to.present())?.files).toEqual([]);
  });

  test('a store that nothing answers for is unreachable', async () => {
    const closed = await startTestStores([]);
    await closed.close();
    const to = new BlobPrefix(closed.client(), {
      subject: { place: 'https://nowhere.blob.core.windows.net/c/', role: 'r', scope: id },
      at: () => Promise.resolve({ container: `${closed.url}/blob/nowhere/c`, prefix: '' }),
      removal: () => '',
    });
    expect(await codedErrorOf(() => to.present())).toMatchObject({
      code: 'AssetStoreUnreachable',
      got: 'ECONNREFUSED',
    });
  });
});

test('a list that goes on is read to its end', async () => {
  const to = prefix();
  const page = (names: readonly string[], next: string): string =>
    `<?xml version="1.0"?><EnumerationResults><Blobs>${names
      .map(
        (name) =>
          `<Blob><Name Encoded="true">${encodeURIComponent(name)}</Name><Properties><Content-Length>1</Content-Length><Etag>0x1</Etag></Properties><Metadata/></Blob>`,
      )
      .join('')}</Blobs><NextMarker>${next}</NextMarker></EnumerationResults>`;
  stores.fail({
    when: /comp=list/,
    answers: [
      { status: 200, body: page(['handbook/a\u0001.md'], '2!92!x') },
      { status: 200, body: page(['handbook/b.md'], '') },
    ],
  });
  expect((await to.present())?.files).toEqual([
    { path: 'a\u0001.md', bytes: 1 },
    { path: 'b.md', bytes: 1 },
  ]);
  expect(stores.asked.at(-1)).toMatch(/marker=2!92!x$/);
});
