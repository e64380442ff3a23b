import type { AzureServing } from '../../../lib/platform';
import { openWeights, resolve } from '../../../lib/platform';
import { digest, endpoint, platform } from '../../helpers/platform';

const aws = digest('a');
const hub: AzureServing = { from: 'hugging-face', model: 'qwen-qwen3-32b', version: 7 };

function issues(
  azure: AzureServing,
  imageDigest: { readonly aws?: string; readonly azure?: string },
  clouds = ['aws', 'azure'],
) {
  const chat = endpoint({ serving: { engine: 'vllm', version: '0.27.1', imageDigest, azure } });
  return resolve(platform({ endpoints: { chat: { ...chat, clouds: clouds as ('aws' | 'azure')[] } } })).issues.map(
    ({ code, path }) => `${code} ${path.replace('endpoints.chat.serving.', '')}`,
  );
}

test.each<[string, AzureServing, { readonly aws?: string; readonly azure?: string }]>([
  ['a published image', { from: 'published-image' }, { aws, azure: digest('b') }],
  ['an image of your own', { from: 'own-image', repository: 'serving/vllm-0.33' }, { aws, azure: digest('b') }],
  ['a model of the HuggingFace registry, without a digest', hub, { aws }],
])('accepts %s', (_, azure, imageDigest) => {
  expect(issues(azure, imageDigest)).toEqual([]);
});

test.each<
  [string, AzureServing, { readonly aws?: string; readonly azure?: string }, readonly string[], readonly string[]]
>([
  [
    'an image without a digest',
    { from: 'own-image', repository: 'vllm' },
    { aws },
    ['aws', 'azure'],
    ['MissingImageDigest imageDigest.azure'],
  ],
  [
    'a repository with a tag',
    { from: 'own-image', repository: 'vllm:1' },
    { aws, azure: digest('b') },
    ['aws', 'azure'],
    ['InvalidServingName azure.repository'],
  ],
  [
    'a model that is a path',
    { ...hub, model: 'Qwen/Qwen3-32B' },
    { aws },
    ['aws', 'azure'],
    ['InvalidServingName azure.model'],
  ],
  [
    'a digest beside a model that brings its image',
    hub,
    { aws, azure: digest('b') },
    ['aws', 'azure'],
    ['ServingWithoutEffect imageDigest.azure'],
  ],
  ['a way to serve on a cloud that is not used', hub, { aws }, ['aws'], ['ServingWithoutEffect azure']],
])('refuses %s', (_, azure, imageDigest, clouds, expected) => {
  expect(issues(azure, imageDigest, [...clouds])).toEqual(expected);
});

describe('a model of the HuggingFace registry', () => {
  const uri = 'azureml://registries/mlr/models/qwen/versions/1';
  const model = openWeights('Qwen/Qwen3-32B', {
    revision: '0123456789abcdef0123456789abcdef01234567',
    artifact: { azureModelUri: uri },
  });
  const published = endpoint();
  const registry = endpoint({
    serving: { engine: 'vllm', version: '0.27.1', imageDigest: { aws }, azure: hub, gpuMemoryUtilization: 0.5 },
    quantisation: { fp8: { s3Uri: 's3://weights/fp8/', azureModelUri: uri } },
  });
  const { models } = platform();

  const found = (endpoints: Readonly<Record<string, typeof published>>) =>
    resolve(platform({ models: { ...models, chat: model }, endpoints })).issues.map(
      ({ code, path, fix }) => `${code} ${path}${(fix ?? '').includes('ignore this') ? ', used on AWS' : ''}`,
    );
  const own = [
    'ServingWithoutEffect endpoints.chat.serving.gpuMemoryUtilization, used on AWS',
    'ServingWithoutEffect endpoints.chat.quantisation.fp8.azureModelUri',
  ];
  const artifact = 'ServingWithoutEffect models.chat.artifact.azureModelUri';

  test('has no use for settings and weights of the config, which is said', () => {
    expect(found({ chat: registry }).toSorted()).toEqual([...own, artifact].toSorted());
  });

  test('leaves the weights to another endpoint, and reports them once', () => {
    expect(found({ chat: registry, other: published }).toSorted()).toEqual(own.toSorted());
    expect(found({ chat: registry, other: registry }).filter((issue) => issue === artifact)).toHaveLength(1);
  });

  test('on Azure alone has no use for a setting anywhere', () => {
    const serving = { ...registry.serving, imageDigest: {}, gpuMemoryUtilization: 0.5, expertParallel: true };
    const issues = found({ chat: endpoint({ clouds: ['azure'], serving }) });
    expect(issues).toEqual(
      expect.arrayContaining([
        'ServingWithoutEffect endpoints.chat.serving.gpuMemoryUtilization',
        'ServingWithoutEffect endpoints.chat.serving.expertParallel',
      ]),
    );
  });
});
