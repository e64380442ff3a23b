import { createHash, randomBytes } from 'node:crypto';
import type { ImageRepository, PushEvent } from '../../../../lib/assets/ports';
import { copyImage, digestOf, imageState } from '../../../../lib/assets/push-image';
import { acrRepository, importImage } from '../../../../lib/cloud/azure/stores/container-registry';
import type { TestAnswer, TestStores } from '../../../helpers/azure-stores';
import { startTestStores } from '../../../helpers/azure-stores';
import { codedErrorOf } from '../../../helpers/coded-error';
import { recorded } from './recorded';

const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/crprobedev';
const of = { registry: 'crprobedev', id, repository: 'engines/vllm' };
const layer = randomBytes(5000);
const config = Buffer.from('{}');
const text = JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: { digest: sha256(config), size: config.length },
  layers: [{ digest: sha256(layer), size: layer.length }],
});
const digest = digestOf(text);
const push = 'llmops assets push --env dev --only azure/image/chat';
let stores: TestStores;

beforeEach(async () => {
  stores = await startTestStores([id]);
});
afterEach(() => stores.close());

function sha256(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** A registry somewhere else. */
function elsewhere(manifest = text): ImageRepository {
  const layers = new Map([
    [sha256(layer), layer],
    [sha256(config), config],
  ]);
  return {
    place: 'registry.example.com/vllm',
    manifest: () => Promise.resolve({ text: manifest, mediaType: 'application/vnd.oci.image.manifest.v1+json' }),
    hasLayer: (one) => Promise.resolve(layers.has(one)),
    layer: (one) =>
      Promise.resolve(
        (async function* () {
          yield await Promise.resolve(layers.get(one) ?? Buffer.alloc(0));
        })(),
      ),
    putLayer: () => Promise.reject(new Error('it is only read')),
    putManifest: () => Promise.reject(new Error('it is only read')),
  };
}

const pull = (): ImageRepository => acrRepository(stores.client(), of, 'pull');
const state = (): ReturnType<typeof imageState> => imageState(digest, pull(), push);

async function copy(from = elsewhere()): Promise<readonly string[]> {
  const events: PushEvent[] = [];
  await copyImage(digest, from, acrRepository(stores.client(), of, 'pull,push'), (event) => events.push(event));
  return events.map(({ kind }) => kind);
}

test('an image is missing, then copied by digest with its layers, and then there', async () => {
  expect(await state()).toEqual({
    kind: 'missing',
    cause: `crprobedev.azurecr.io/engines/vllm has no image ${digest}`,
    repair: push,
  });
  expect(await copy()).toEqual(['sent', 'sent', 'complete']);
  expect(await state()).toEqual({ kind: 'present' });
  expect(await copy()).toEqual(['kept', 'kept', 'complete']);
});

test('the login exchanges a token of Microsoft Entra for one of the repository, once', async () => {
  await copy();
  const logins = stores.asked.filter((line) => line.includes('/oauth2/'));
  expect(logins).toEqual(['POST /registry/crprobedev/oauth2/exchange', 'POST /registry/crprobedev/oauth2/token']);
});

test('a manifest with another digest than its name is wrong, and is not copied', async () => {
  await copy();
  const wrongManifest: TestAnswer = { status: 200, body: text.replace('"size":2', '"size":3') };
  stores.fail({ when: /GET .*manifests/, answers: [wrongManifest] });
  expect(await state()).toMatchObject({ kind: 'wrong', problem: 'digest', repair: push });
  expect(await codedErrorOf(() => copy(elsewhere(`${text} `)))).toMatchObject({ code: 'AssetHashDiffers' });
});

test('an image without a layer is wrong: it was half uploaded', async () => {
  await copy();
  stores.fail({ when: /HEAD .*blobs/, answers: [{ status: 404 }] });
  expect(await state()).toMatchObject({
    kind: 'wrong',
    problem: 'digest',
    cause: expect.stringMatching('lacks') as string,
  });
});

test.each([
  ['a closed network', recorded.closedRegistry, /inside the network/],
  [
    'no role',
    { status: 403, body: '{"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}' },
    /--role 'AcrPull'/,
  ],
])('%s is denied, with the command that repairs it', async (_what, answer, fix) => {
  stores.fail({ when: /oauth2|manifests/, answers: [answer] });
  expect(await codedErrorOf(state)).toMatchObject({
    code: 'AssetStoreDenied',
    fix: expect.stringMatching(fix) as string,
  });
});

describe('an import', () => {
  const image = `public.ecr.aws/vllm@${digest}`;
  const bring = (): Promise<void> => importImage(stores.client(), of, image);
  const accepted = (headers: Readonly<Record<string, string>> = {}): TestAnswer => ({
    status: 202,
    headers: { location: `${stores.url}/arm/subscriptions/s/operations/1`, 'retry-after': '3', ...headers },
  });
  const running: TestAnswer = { status: 202, headers: { 'retry-after': '5' } };
  const begins = (answer: TestAnswer): void => {
    stores.fail({ when: /importImage/, answers: [answer] });
  };
  const goesOn = (...answers: readonly TestAnswer[]): void => {
    stores.fail({ when: /operations\/1/, answers });
  };

  test('is waited for as long as the service asks', async () => {
    begins(accepted());
    goesOn(running, { status: 200 });
    await bring();
    expect(stores.waited).toEqual([3000, 5000]);
  });

  test('has a body that names source, digest and repository, and no tag', async () => {
    begins({ status: 200 });
    await bring();
    expect(JSON.parse(stores.bodies[0] ?? '')).toEqual({
      source: { registryUri: 'public.ecr.aws', sourceImage: `vllm@${digest}` },
      untaggedTargetRepositories: ['engines/vllm'],
      mode: 'NoForce',
    });
  });

  test.each([
    ['failed', recorded.importUnauthorized, 'InvalidParameters', /operation failed: Invalid message Unauthorized/],
    ['was canceled', recorded.importCanceled, 'Canceled', /operation was canceled/],
  ])('that %s says why', async (_what, answer, got, message) => {
    begins(accepted({ 'azure-asyncoperation': `${stores.url}/arm/subscriptions/s/operations/1` }));
    goesOn({ status: 200, body: '{"status":"Running"}' }, answer);
    expect(await codedErrorOf(bring)).toMatchObject({
      code: 'AssetOperationFailed',
      place: `crprobedev.azurecr.io/engines/vllm from ${image}`,
      got,
      problem: expect.stringMatching(message) as string,
      fix: expect.stringMatching('it continues') as string,
    });
  });

  test('that does not end is given up after an hour', async () => {
    begins(accepted());
    goesOn(...Array.from({ length: 40 }, () => ({ ...running, headers: { 'retry-after': '120' } })));
    expect(await codedErrorOf(bring)).toMatchObject({
      code: 'AssetOperationFailed',
      problem: expect.stringMatching('did not end in 3600 seconds') as string,
    });
  });

  test('that the service begins without an address is looked for in the registry', async () => {
    begins({ status: 202 });
    await copy();
    await bring();
    expect(stores.asked.at(-1)).toMatch(`/v2/engines/vllm/manifests/${digest}`);
  });

  test('at an address of another host gets no token', async () => {
    begins({ status: 202, headers: { location: 'https://example.com/operations/1' } });
    expect(await codedErrorOf(bring)).toMatchObject({
      code: 'AssetOperationFailed',
      got: 'https://example.com/operations/1',
    });
  });

  test('without the right is denied, with the role that has it', async () => {
    begins(recorded.importDenied);
    expect(await codedErrorOf(bring)).toMatchObject({
      code: 'AssetStoreDenied',
      fix: expect.stringMatching("--role 'Container Registry Data Importer and Data Reader'") as string,
    });
  });
});
