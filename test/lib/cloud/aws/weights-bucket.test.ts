import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compareFiles } from '../../../../lib/assets/compare-files';
import type { Content, FileSource, PushEvent } from '../../../../lib/assets/ports';
import type { FilePush } from '../../../../lib/assets/push-files';
import { pushFiles } from '../../../../lib/assets/push-files';
import { WeightsBucket } from '../../../../lib/cloud/aws/weights-bucket';
import { FolderSource } from '../../../../lib/cloud/folder';
import { HubSource } from '../../../../lib/cloud/hub';
import type { LocalAws } from '../../../../lib/local/aws';
import { startLocalAws } from '../../../../lib/local/aws';
import { codedErrorOf } from '../../../helpers/coded-error';
import type { HubFile, TestHub } from '../../../helpers/hub';
import { startHub } from '../../../helpers/hub';
import { testAccount, testRegion } from '../../local/aws/engine';
import { client } from '../../local/aws/wire';

const repository = 'example/model';
const revision = '0123456789abcdef0123456789abcdef01234567';
const wanted = { kind: 'hub', repository, revision } as const;
const push = 'llmops assets push --env dev';
const mebibyte = 2 ** 20;

let cloud: LocalAws;
let hub: TestHub | undefined;
let prefixes = 0;

beforeAll(async () => {
  cloud = await startLocalAws();
  const template = {
    Resources: {
      Weights: {
        Type: 'AWS::S3::Bucket',
        Properties: { BucketName: 'weights', VersioningConfiguration: { Status: 'Enabled' } },
      },
    },
  };
  await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'Weights',
    TemplateBody: JSON.stringify(template),
  });
  await cloud.idle();
});
afterEach(async () => {
  await hub?.close();
  hub = undefined;
});
afterAll(() => cloud.close());

/** An empty prefix of the bucket. Parts have 5 MiB, the least that S3 takes. */
function store(prefix = `models/${(prefixes += 1)}/`, bucket = 'weights'): WeightsBucket {
  const accessKeyId = cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '';
  return new WeightsBucket(
    { region: testRegion, local: { endpoint: cloud.url, accessKeyId } },
    bucket,
    prefix,
    5 * mebibyte,
  );
}

async function fromHub(files: Readonly<Record<string, HubFile>>): Promise<HubSource> {
  hub = await startHub(repository, revision, files);
  return new HubSource({ repository, revision, address: hub.address });
}

function folder(files: Readonly<Record<string, Buffer | string>>): string {
  const path = mkdtempSync(join(tmpdir(), 'weights-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

async function bring(source: FileSource, to: WeightsBucket, more: Partial<FilePush> = {}): Promise<PushEvent[]> {
  const events: PushEvent[] = [];
  const issues = await pushFiles({ source, store: to, wanted, tell: (event) => events.push(event), ...more });
  expect(issues).toEqual([]);
  return events;
}

async function stateOf(to: WeightsBucket): Promise<ReturnType<typeof compareFiles>> {
  return compareFiles((await to.present()) ?? { files: [] }, {
    place: to.place,
    removal: (path) => to.removal(path),
    push,
    source: wanted,
  });
}

const small = { 'config.json': { content: '{}' }, 'tokenizer/vocab.txt': { content: 'a b c' } };
const weights = randomBytes(11 * mebibyte);

test('weights of a hub are missing, then present, and a second push sends nothing', async () => {
  const to = store();
  expect(await stateOf(to)).toMatchObject({ kind: 'missing' });
  const source = await fromHub({
    ...small,
    'model.safetensors': { content: weights, lfs: true },
    '.gitattributes': { content: 'x' },
  });
  const first = await bring(source, to);
  expect(first.filter(({ kind }) => kind === 'sent')).toHaveLength(3);
  expect(await stateOf(to)).toEqual({ kind: 'present' });
  const second = await bring(source, to);
  expect(second.map(({ kind }) => kind)).toEqual(['listed', 'kept', 'kept', 'kept', 'complete']);
});

test('weights of a folder are brought too, and their manifest is the same', async () => {
  const [a, b] = [store(), store()];
  await bring(await fromHub(small), a);
  await bring(new FolderSource(folder({ 'config.json': '{}', 'tokenizer/vocab.txt': 'a b c' })), b);
  expect((await a.present())?.manifest).toBe((await b.present())?.manifest);
});

test('a place that does not exist is refused before anything is sent', async () => {
  const source = await fromHub(small);
  expect(await codedErrorOf(() => bring(source, store('x/', 'no-such-bucket')))).toMatchObject({
    code: 'AssetPlaceMissing',
    place: 's3://no-such-bucket/x/',
  });
});

/** A source that stops in the middle of a file. */
function broken(source: FileSource, path: string, after: number): FileSource {
  return {
    place: source.place,
    list: () => source.list(),
    read: (asked) => (asked === path ? cut(source.read(asked), after) : source.read(asked)),
  };
}

async function* cut(content: Content, after: number): Content {
  let read = 0;
  for await (const part of content) {
    yield part;
    read += part.length;
    if (read >= after) throw new Error('the connection broke');
  }
}

test('a push that stopped is half and not served, and the next one sends only what is missing', async () => {
  const to = store();
  const path = folder({ 'config.json': '{}', 'model.safetensors': weights });
  const source = new FolderSource(path);
  const listed = await source.list();
  const hashes = listed.map((file) => ({
    ...file,
    sha256: createHash('sha256')
      .update(file.path === 'config.json' ? '{}' : weights)
      .digest('hex'),
  }));
  const known = { place: source.place, list: () => Promise.resolve(hashes), read: source.read };
  await expect(bring(broken(known, 'model.safetensors', 6 * mebibyte), to)).rejects.toThrow('the connection broke');
  expect(await stateOf(to)).toMatchObject({ kind: 'wrong', problem: 'half', repair: push });
  const before = sentParts();
  const events = await bring(source, to);
  expect(events.map(({ kind }) => kind)).toEqual(['listed', 'kept', 'sent', 'complete']);
  // 11 MiB are three parts of 5 MiB, of which the first was sent before.
  expect(sentParts() - before).toBe(2);
  expect(await stateOf(to)).toEqual({ kind: 'present' });
});

function sentParts(): number {
  return cloud.requests().filter(({ action }) => action === 'UploadPart').length;
}

describe('bad input leaves nothing that is served', () => {
  const refused = async (source: FileSource, to: WeightsBucket, more: Partial<FilePush> = {}): Promise<unknown> => {
    try {
      return await pushFiles({ source, store: to, wanted, tell: () => undefined, ...more });
    } finally {
      const there = await to.present();
      expect(there?.manifest).toBeUndefined();
      expect((await stateOf(to)).kind).not.toBe('present');
    }
  };

  test.each([
    ['a file that the list makes longer', { 'config.json': { content: '{}', lies: { size: 3 } } }],
    ['a file that the list makes shorter', { 'config.json': { content: '{}', lies: { size: 1 } } }],
    ['another content than git names', { 'config.json': { content: '{}', lies: { gitBlob: 'a'.repeat(40) } } }],
    ['another SHA-256 in LFS', { 'a.bin': { content: 'abc', lfs: true, lies: { sha256: 'a'.repeat(64) } } }],
    [
      'another SHA-256 of a file in parts',
      { 'a.bin': { content: weights, lfs: true, lies: { sha256: 'a'.repeat(64) } } },
    ],
  ])('%s', async (_what, files) => {
    const to = store();
    const source = await fromHub(files);
    expect(await codedErrorOf(() => refused(source, to))).toMatchObject({ code: 'AssetHashDiffers' });
    expect((await to.present())?.files).toEqual([]);
  });

  test('a file that is listed and not served', async () => {
    const source = await fromHub({ ...small, 'gone.bin': { content: 'x', lies: { missing: true } } });
    expect(await codedErrorOf(() => refused(source, store()))).toMatchObject({ code: 'AssetSourceMissing' });
  });

  test('a file of another commit', async () => {
    const source = await fromHub(small);
    if (hub !== undefined) hub.commit = 'f'.repeat(40);
    expect(await codedErrorOf(() => refused(source, store()))).toMatchObject({
      code: 'AssetHashDiffers',
      expected: revision,
    });
  });

  test('a path that leaves the folder, and an empty file, at once', async () => {
    const source = await fromHub({ '../../etc/passwd': { content: 'x' }, empty: { content: '' } });
    expect(await refused(source, store())).toMatchObject([
      { code: 'AssetListInvalid', got: '../../etc/passwd' },
      { code: 'AssetListInvalid', got: 'empty' },
    ]);
    expect(hub?.asked.filter((path) => path.includes('/resolve/'))).toEqual([]);
  });

  test('a symlink of a folder, to a file and to a folder', async () => {
    const path = folder({ 'config.json': '{}' });
    symlinkSync('/etc/passwd', join(path, 'link'));
    symlinkSync('/etc', join(path, 'deep'));
    expect(await refused(new FolderSource(path), store())).toMatchObject([
      { code: 'AssetListInvalid', got: 'deep' },
      { code: 'AssetListInvalid', got: 'link' },
    ]);
  });

  test('a folder that is not there, and an empty one', async () => {
    const nowhere = new FolderSource(join(tmpdir(), 'no-such-folder'));
    expect(await codedErrorOf(() => refused(nowhere, store()))).toMatchObject({ code: 'AssetSourceMissing' });
    expect(await refused(new FolderSource(folder({})), store())).toMatchObject([{ code: 'AssetListInvalid' }]);
  });

  test('a revision that the hub does not have', async () => {
    await fromHub(small);
    const source = new HubSource({ repository, revision: 'f'.repeat(40), address: hub?.address });
    expect(await codedErrorOf(() => refused(source, store()))).toMatchObject({ code: 'AssetSourceMissing' });
  });

  test('files of somebody else below the prefix', async () => {
    const to = store();
    await to.upload({ path: 'other.bin', bytes: 1, sha256: createHash('sha256').update('x').digest('hex') }, one('x'));
    expect(await refused(await fromHub(small), to)).toMatchObject([
      { code: 'AssetPlaceDiffers', got: ['other.bin'], fix: expect.stringMatching('aws s3 rm') as string },
    ]);
  });

  test('a signature that does not hold', async () => {
    const issue = {
      code: 'AssetSignatureInvalid',
      path: 'model.sig',
      message: 'another key',
      expected: 'the key',
    } as const;
    const verify = () => Promise.resolve({ ok: false, issues: [issue] } as const);
    const to = store();
    expect(await refused(await fromHub(small), to, { verify })).toEqual([issue]);
    expect((await to.present())?.files).toEqual([]);
  });
});

async function* one(text: string): Content {
  yield await Promise.resolve(Buffer.from(text));
}

test('a complete prefix is written once: another manifest is refused', async () => {
  const to = store();
  await bring(await fromHub(small), to);
  await hub?.close();
  const other = await fromHub({ ...small, 'config.json': { content: '{"other":true}' } });
  const issues = await pushFiles({ source: other, store: to, wanted, tell: () => undefined });
  expect(issues).toMatchObject([{ code: 'AssetPlaceDiffers', path: `${to.place}llmops-manifest.json` }]);
  expect(await stateOf(to)).toEqual({ kind: 'present' });
});

test('documents are brought without a manifest, beside those that are there', async () => {
  const to = store();
  await to.upload({ path: 'old.md', bytes: 1, sha256: createHash('sha256').update('x').digest('hex') }, one('x'));
  await bring(new FolderSource(folder({ 'new.md': 'new' })), to, { manifest: false });
  expect((await to.present())?.files.map(({ path }) => path).toSorted()).toEqual(['new.md', 'old.md']);
});
