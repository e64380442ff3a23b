import { createHash, randomBytes } from 'node:crypto';
import type { ImageRepository, PushEvent } from '../../../../lib/assets/ports';
import { copyImage, digestOf, imageState } from '../../../../lib/assets/push-image';
import { ecrRepository, publishedImageState } from '../../../../lib/cloud/aws/ecr';
import type { LocalAws } from '../../../../lib/local/aws';
import { startLocalAws } from '../../../../lib/local/aws';
import { codedErrorOf } from '../../../helpers/coded-error';
import { testAccount, testRegion } from '../../local/aws/engine';
import { client } from '../../local/aws/wire';

let cloud: LocalAws;
const push = 'llmops assets push --env dev';

beforeAll(async () => {
  cloud = await startLocalAws();
  const repository = (RepositoryName: string): object => ({
    Type: 'AWS::ECR::Repository',
    Properties: { RepositoryName },
  });
  const Resources = Object.fromEntries(
    ['source', 'one', 'two', 'three', 'four'].map((name) => [name, repository(name)]),
  );
  await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'Images',
    TemplateBody: JSON.stringify({ Resources }),
  });
  await cloud.idle();
});
afterAll(() => cloud.close());

function clients(): Parameters<typeof ecrRepository>[0] {
  const accessKeyId = cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '';
  return { region: testRegion, local: { endpoint: cloud.url, accessKeyId } };
}

function repository(name: string): ImageRepository {
  return ecrRepository(clients(), { account: testAccount, region: testRegion }, name);
}

async function* bytes(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}

function digest(content: Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';

/** Puts an image into a repository. @returns its digest */
async function image(to: ImageRepository, layer: Buffer): Promise<string> {
  const config = Buffer.from(JSON.stringify({ architecture: 'amd64' }));
  for (const content of [config, layer]) await to.putLayer(digest(content), bytes(content));
  const descriptor = (content: Buffer): object => ({ digest: digest(content), size: content.length, mediaType: 'x' });
  const text = JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: descriptor(config),
    layers: [descriptor(layer)],
  });
  await to.putManifest(digestOf(text), { text, mediaType: manifestType });
  return digestOf(text);
}

async function copy(wanted: string, from: ImageRepository, to: ImageRepository): Promise<PushEvent[]> {
  const events: PushEvent[] = [];
  await copyImage(wanted, from, to, (event) => events.push(event));
  return events;
}

// More than one chunk of an upload.
const large = randomBytes(17 * 2 ** 20);

test('an image is missing, then copied by digest with every layer, and a second copy sends nothing', async () => {
  const [from, to] = [repository('source'), repository('one')];
  const wanted = await image(from, large);
  expect(await imageState(wanted, to, push)).toMatchObject({ kind: 'missing', repair: push });
  expect((await copy(wanted, from, to)).map(({ kind }) => kind)).toEqual(['sent', 'sent', 'complete']);
  expect(await imageState(wanted, to, push)).toEqual({ kind: 'present' });
  expect((await copy(wanted, from, to)).map(({ kind }) => kind)).toEqual(['kept', 'kept', 'complete']);
});

test('an index is copied with its images', async () => {
  const [from, to] = [repository('source'), repository('two')];
  const children = [await image(from, Buffer.from('amd64')), await image(from, Buffer.from('arm64'))];
  const text = JSON.stringify({
    schemaVersion: 2,
    mediaType: indexType,
    manifests: children.map((child) => ({ digest: child, size: 1, mediaType: manifestType })),
  });
  await from.putManifest(digestOf(text), { text, mediaType: indexType });
  await copy(digestOf(text), from, to);
  expect(await imageState(digestOf(text), to, push)).toEqual({ kind: 'present' });
  for (const child of children) expect(await imageState(child, to, push)).toEqual({ kind: 'present' });
});

test('a digest that the source does not have is refused', async () => {
  const nothing = `sha256:${'a'.repeat(64)}`;
  expect(await codedErrorOf(() => copy(nothing, repository('source'), repository('one')))).toMatchObject({
    code: 'AssetSourceMissing',
  });
});

/** A registry that answers with another content than was asked for. */
function lying(from: ImageRepository, lies: Partial<ImageRepository>): ImageRepository {
  return {
    place: from.place,
    manifest: (wanted) => from.manifest(wanted),
    hasLayer: (wanted) => from.hasLayer(wanted),
    layer: (wanted) => from.layer(wanted),
    putLayer: (wanted, content) => from.putLayer(wanted, content),
    putManifest: (wanted, manifest) => from.putManifest(wanted, manifest),
    ...lies,
  };
}

test('a layer with another content stops the copy, and no image is there', async () => {
  const [from, to] = [repository('source'), repository('three')];
  const wanted = await image(from, Buffer.from('layer of three'));
  const liar = lying(from, { layer: () => Promise.resolve(bytes(Buffer.from('something else'))) });
  expect(await codedErrorOf(() => copy(wanted, liar, to))).toMatchObject({ code: 'AssetHashDiffers' });
  expect(await imageState(wanted, to, push)).toMatchObject({ kind: 'missing' });
});

test('a manifest with another content is refused before anything is copied', async () => {
  const [from, to] = [repository('source'), repository('three')];
  const wanted = await image(from, Buffer.from('another layer of three'));
  const liar = lying(from, { manifest: () => Promise.resolve({ text: '{}', mediaType: manifestType }) });
  expect(await codedErrorOf(() => copy(wanted, liar, to))).toMatchObject({
    code: 'AssetHashDiffers',
    expected: wanted,
  });
});

test('an image without one of its layers is wrong, not present', async () => {
  const to = repository('source');
  const wanted = await image(to, Buffer.from('a layer that gets lost'));
  const lost = digest(Buffer.from('a layer that gets lost'));
  const halved = lying(to, { hasLayer: (layer) => Promise.resolve(layer !== lost) });
  expect(await imageState(wanted, halved, push)).toMatchObject({
    kind: 'wrong',
    problem: 'digest',
    cause: expect.stringMatching(lost) as string,
  });
});

test('a repository that does not exist is refused by name', async () => {
  const from = repository('source');
  const wanted = await image(from, Buffer.from('for nobody'));
  expect(await codedErrorOf(() => copy(wanted, from, repository('nobody')))).toMatchObject({
    code: 'AssetPlaceMissing',
    place: `${testAccount}.dkr.ecr.${testRegion}.amazonaws.com/nobody`,
  });
});

test('a registry of AWS cannot be asked on the local cloud, and does not count as present', async () => {
  const of = { repository: 'vllm', digest: `sha256:${'a'.repeat(64)}`, fix: 'pin another digest' };
  expect(await publishedImageState(clients(), { account: '763104351884', region: testRegion }, of)).toMatchObject({
    kind: 'unverified',
  });
});
