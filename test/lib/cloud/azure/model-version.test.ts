import type { Content, FileSource } from '../../../../lib/assets/ports';
import { pushFiles } from '../../../../lib/assets/push-files';
import { storeExists } from '../../../../lib/cloud/azure/stores/arm-resource';
import { ModelVersion } from '../../../../lib/cloud/azure/stores/model-version';
import { searchIndexes } from '../../../../lib/cloud/azure/stores/search-indexes';
import type { TestStores } from '../../../helpers/azure-stores';
import { startTestStores } from '../../../helpers/azure-stores';
import { codedErrorOf } from '../../../helpers/coded-error';
import { recorded } from './recorded';

const group = '/subscriptions/s/resourceGroups/g/providers';
const id = `${group}/Microsoft.MachineLearningServices/registries/mlr-probe-dev`;
const service = `${group}/Microsoft.Search/searchServices/srch-probe-dev`;
const wanted = { kind: 'hub', repository: 'Qwen/Qwen3-8B', revision: '0123' } as const;
const tags = { repository: 'Qwen/Qwen3-8B', revision: '0123' };
let stores: TestStores;

beforeEach(async () => {
  stores = await startTestStores([id, service]);
});
afterEach(() => stores.close());

function version(): ModelVersion {
  return new ModelVersion(stores.client(), { registry: 'mlr-probe-dev', id, name: 'Qwen-Qwen3-8B', version: '1' });
}

async function* one(text: string): Content {
  yield await Promise.resolve(Buffer.from(text));
}

const source: FileSource = {
  place: 'test',
  list: () =>
    Promise.resolve([
      { path: 'config.json', bytes: 2 },
      { path: 'model.safetensors', bytes: 7 },
    ]),
  read: (path) => one(path === 'config.json' ? '{}' : 'weights'),
};

async function upload(from = source): Promise<string> {
  const { files, uri } = version().upload('Qwen/Qwen3-8B@0123');
  expect(await pushFiles({ source: from, store: files, wanted, tell: () => undefined })).toEqual([]);
  return uri();
}

test('files are uploaded before the version is registered, and are then its files, with the commit as a tag', async () => {
  expect(await version().registered()).toBeUndefined();
  const uri = await upload();
  expect(await version().registered()).toBeUndefined();
  await version().register(uri, tags);
  const registered = await version().registered();
  expect(registered).toEqual({ modelUri: uri, tags });
  const there = await version()
    .files(registered ?? { modelUri: '', tags: {} })
    .present();
  expect(there?.files.map(({ path }) => path).toSorted()).toEqual([
    'config.json',
    'llmops-manifest.json',
    'model.safetensors',
  ]);
});

test('the same upload is continued in the same place, another one is elsewhere', async () => {
  const broken: FileSource = {
    ...source,
    list: () => source.list(),
    read: (path) => (path === 'config.json' ? one('{}') : failing()),
  };
  const listed = [
    { path: 'config.json', bytes: 2, sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' },
    { path: 'model.safetensors', bytes: 7, sha256: 'a'.repeat(64) },
  ];
  await expect(upload({ ...broken, list: () => Promise.resolve(listed) })).rejects.toThrow('the connection broke');
  const sent: string[] = [];
  const { files } = version().upload('Qwen/Qwen3-8B@0123');
  await pushFiles({ source, store: files, wanted, tell: ({ kind }) => sent.push(kind) });
  expect(sent).toEqual(['listed', 'kept', 'sent', 'complete']);
  const other = version().upload('Qwen/Qwen3-8B@9999');
  expect(await other.files.present()).toEqual({ files: [] });
});

async function* failing(): Content {
  yield await Promise.resolve(Buffer.from('w'));
  throw new Error('the connection broke');
}

test('a version is registered once: another one has the name', async () => {
  await version().register(await upload(), tags);
  expect(await codedErrorOf(() => version().register('https://example.com/other', tags))).toMatchObject({
    code: 'AssetPlaceDiffers',
    place: 'azureml://registries/mlr-probe-dev/models/Qwen-Qwen3-8B/versions/1',
    got: '409 Conflict',
  });
});

test('a registration that fails later says why, and nothing is registered', async () => {
  const uri = await upload();
  stores.fail({
    when: /^PUT .*\/models\//,
    answers: [{ status: 202, headers: { 'azure-asyncoperation': `${stores.url}/arm/operations/7` } }],
  });
  stores.fail({
    when: /operations\/7/,
    answers: [{ status: 200, body: '{"status":"Failed","error":{"code":"UserError","message":"the files are gone"}}' }],
  });
  expect(await codedErrorOf(() => version().register(uri, tags))).toMatchObject({
    code: 'AssetOperationFailed',
    got: 'UserError',
    problem: 'the operation failed: the files are gone',
  });
  expect(await version().registered()).toBeUndefined();
});

test('a signature that ended is renewed by the next run', async () => {
  stores.fail({
    when: /comp=list/,
    answers: [
      {
        status: 403,
        body: '<Error><Code>AuthenticationFailed</Code><Message>Signature not valid in the specified time frame</Message></Error>',
      },
    ],
  });
  expect(await codedErrorOf(upload)).toMatchObject({
    code: 'AssetStoreDenied',
    fix: expect.stringMatching('another signature') as string,
  });
  await upload();
});

test('whether a store exists is asked of Azure Resource Manager, and throttling is waited for', async () => {
  const store = { type: 'Microsoft.MachineLearningServices/registries', id } as const;
  stores.fail({ when: /^GET \/arm/, answers: [recorded.throttled] });
  expect(await storeExists(stores.client(), store)).toBe(true);
  expect(stores.waited).toEqual([17_000]);
  stores.resources.clear();
  expect(await storeExists(stores.client(), store)).toBe(false);
});

test('what a deleted registry held is gone when another one has its name', async () => {
  await version().register(await upload(), tags);
  stores.resources.set(id.toLowerCase(), { created: '2026-12-02T00:00:00Z' });
  expect(await version().registered()).toBeUndefined();
  // A registry that its stack retained keeps what it has.
  await version().register(await upload(), tags);
  stores.resources.set(id.toLowerCase(), {});
  expect(await version().registered()).toMatchObject({ tags });
});

test('indexes are counted with their documents', async () => {
  const of = { service: 'srch-probe-dev', id: service };
  expect(await searchIndexes(stores.client(), of)).toEqual([]);
  stores.fail({
    when: /indexes\?/,
    answers: [{ status: 200, body: '{"value":[{"name":"handbook"},{"name":"empty"}]}' }],
  });
  stores.fail({ when: /handbook\/stats/, answers: [{ status: 200, body: '{"documentCount":12,"storageSize":1}' }] });
  stores.fail({ when: /empty\/stats/, answers: [{ status: 200, body: '{"documentCount":0,"storageSize":0}' }] });
  expect(await searchIndexes(stores.client(), of)).toEqual([
    { name: 'handbook', documents: 12 },
    { name: 'empty', documents: 0 },
  ]);
});
