import type { Asset } from '../../../../lib/plan';
import { openWeights } from '../../../../lib/platform';
import { environmentPlan } from '../../../helpers/plan';
import type { PlatformOverrides } from '../../../helpers/platform';
import { awsTarget, developmentEnvironment, digest, endpoint, platform } from '../../../helpers/platform';

const revision = '0123456789abcdef0123456789abcdef01234567';

function assets(overrides: PlatformOverrides = {}): Readonly<Record<string, Asset>> {
  return environmentPlan(overrides).assets;
}

test('weights, images, documents and indexes of both clouds are assets', () => {
  expect(Object.keys(assets())).toEqual([
    'aws/documents/handbook',
    'aws/image/chat',
    'aws/image/tuning/chat-lora',
    'aws/index/handbook',
    'aws/weights/chat',
    'azure/documents/handbook',
    'azure/image/chat',
    'azure/index/handbook',
    'azure/weights/chat',
  ]);
  for (const [id, asset] of Object.entries(assets())) expect(id).toBe(asset.id);
});

test.each([
  ['aws/weights/chat', 'push', 'integration', ['deployment']],
  ['azure/weights/chat', 'push', 'evaluation', ['deployment']],
  ['aws/image/chat', 'provider', undefined, ['deployment']],
  ['aws/image/tuning/chat-lora', 'provider', undefined, []],
  ['azure/image/chat', 'push', 'initialization', ['deployment']],
  ['aws/documents/handbook', 'push', 'knowledge', []],
  ['aws/index/handbook', 'ingestion', 'knowledge', []],
  ['azure/documents/handbook', 'push', 'initialization', []],
  ['azure/index/handbook', 'you', 'deployment', []],
])('%s is brought by %s after %s and before %j', (id, bringer, after, neededBy) => {
  const asset = assets()[id];
  expect(asset?.bringer.value).toBe(bringer);
  expect(asset?.after?.value).toBe(after);
  expect(asset?.neededBy.value).toEqual(neededBy);
});

test('weights have source, place, size and the note that nobody signed them', () => {
  const chat = assets()['aws/weights/chat'];
  expect(chat).toMatchObject({
    usedBy: { value: ['aws.deployment.endpoints.chat', 'aws.tuning.jobs.chat-lora'] },
    source: { value: { kind: 'hub', repository: 'Qwen/Qwen3-32B', revision } },
    destination: { value: { kind: 's3-prefix', prefix: `models/Qwen/Qwen3-32B/${revision}/` } },
    signature: { value: { kind: 'unsigned' } },
  });
  // Qwen3-32B: 32.8 billion parameters in bf16.
  expect((chat?.bytes?.value ?? 0) / 1e9).toBeCloseTo(65.5, 0);
  expect(chat?.uri.value).toBe(environmentPlan().aws?.deployment.endpoints.chat?.modelDataUri.value);
});

test('a registered model is an asset of its registry, name and version, with its tags', () => {
  expect(assets()['azure/weights/chat']).toMatchObject({
    destination: { value: { kind: 'ml-model', name: 'Qwen-Qwen3-32B-0123456789ab', version: '1' } },
    tags: { value: { repository: 'Qwen/Qwen3-32B', revision } },
  });
});

test('an image is an asset of its registry, repository and digest', () => {
  const wanted = assets();
  expect(wanted['aws/image/chat']?.destination.value).toMatchObject({
    kind: 'ecr-image',
    account: '763104351884',
    region: 'eu-central-1',
    digest: digest('a'),
  });
  expect(wanted['azure/image/chat']?.destination.value).toMatchObject({ kind: 'acr-image', digest: digest('b') });
  expect(wanted['azure/image/chat']?.source.value).toMatchObject({ kind: 'registry' });
});

test('weights that the config places elsewhere are brought by you, and no unit of the environment comes before', () => {
  const models = {
    ...platform().models,
    chat: openWeights('Qwen/Qwen3-32B', { revision, artifact: { s3Uri: 's3://weights-of-the-company/qwen/' } }),
  };
  const chat = assets({ models })['aws/weights/chat'];
  expect(chat?.bringer.value).toBe('you');
  expect(chat).not.toHaveProperty('after');
  expect(chat?.destination.value).toEqual({ kind: 's3-prefix', bucket: 'weights-of-the-company', prefix: 'qwen/' });
});

test('two endpoints of one model share its weights, and each has its image', () => {
  const other = endpoint({
    serving: { engine: 'vllm', version: '0.27.1', imageDigest: { aws: digest('c'), azure: digest('d') } },
  });
  const wanted = assets({ endpoints: { chat: endpoint(), other } });
  expect(wanted['aws/weights/chat']?.usedBy.value).toEqual([
    'aws.deployment.endpoints.chat',
    'aws.deployment.endpoints.other',
    'aws.tuning.jobs.chat-lora',
  ]);
  expect(Object.keys(wanted).filter((id) => id.startsWith('aws/image/'))).toEqual([
    'aws/image/chat',
    'aws/image/other',
    'aws/image/tuning/chat-lora',
  ]);
});

test('an image of yours is brought by you, a model of the HuggingFace registry is there', () => {
  const own = { ...endpoint().serving, azure: { from: 'own-image', repository: 'serving/vllm' } as const };
  expect(assets({ endpoints: { chat: endpoint({ serving: own }) } })['azure/image/chat']?.bringer.value).toBe('you');
  const hub = { ...endpoint().serving, azure: { from: 'hugging-face', model: 'qwen-qwen3-32b', version: 1 } as const };
  const wanted = assets({ endpoints: { chat: endpoint({ serving: hub }) } });
  expect(wanted['azure/weights/chat']?.bringer.value).toBe('provider');
  expect(wanted).not.toHaveProperty('azure/image/chat');
});

test('a platform without models, endpoints and knowledge needs nothing', () => {
  expect(assets({ endpoints: {}, knowledge: {}, tuning: {}, registry: { models: [] } })).toEqual({});
});

test('a signature that the config demands is part of the asset, with its paths', () => {
  const signed = { bundle: 'model.sig', publicKey: 'model.pem' };
  const models = { ...platform().models, chat: openWeights('Qwen/Qwen3-32B', { revision, signature: signed }) };
  expect(assets({ models })['aws/weights/chat']?.signature?.value).toEqual({ kind: 'key', ...signed });
  const by = { bundle: 'model.sig', identity: 'a@example.com', issuer: 'https://issuer.example.com', trustedRoot: 'r' };
  const others = { ...platform().models, chat: openWeights('Qwen/Qwen3-32B', { revision, signature: by }) };
  expect(assets({ models: others })['azure/weights/chat']?.signature?.value).toEqual({ kind: 'identity', ...by });
});

test('a folder of documents is their source on both clouds', () => {
  const handbook = { ...platform().knowledge?.handbook, source: './handbook' } as NonNullable<
    PlatformOverrides['knowledge']
  >[string];
  const wanted = assets({ knowledge: { handbook } });
  for (const cloud of ['aws', 'azure']) {
    expect(wanted[`${cloud}/documents/handbook`]?.source.value).toEqual({ kind: 'folder', path: './handbook' });
  }
});

test('a copied image is brought into the repository of the environment, by the digest of AWS', () => {
  const serving = { ...endpoint().serving, aws: { from: 'copied-image' } as const };
  const { assets: wanted, aws } = environmentPlan({ endpoints: { chat: endpoint({ serving }) } });
  const image = wanted['aws/image/chat'];
  expect(image?.bringer.value).toBe('push');
  expect(image?.after?.value).toBe('integration');
  expect(image?.destination.value).toEqual({
    kind: 'ecr-image',
    account: '111111111111',
    region: 'eu-central-1',
    repository: aws?.integration.repositoryName.value,
    digest: digest('a'),
  });
  expect(image?.source.value).toMatchObject({ image: expect.stringMatching(/^763104351884\..*@sha256:a/) as string });
  expect(aws?.deployment.endpoints.chat?.imageUri.value).toBe(image?.uri.value);
});

test('a copied image is brought into the repository that the company gives', () => {
  const serving = { ...endpoint().serving, aws: { from: 'copied-image' } as const };
  const environments = {
    dev: developmentEnvironment({ aws: { ...awsTarget, registry: { repositoryName: 'company/images' } } }),
  };
  const wanted = assets({ environments, endpoints: { chat: endpoint({ serving }) } });
  expect(wanted['aws/image/chat']?.destination.value).toMatchObject({ repository: 'company/images' });
});
