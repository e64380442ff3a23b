import type { AzureServing } from '../../../lib/platform';
import { resolve } from '../../../lib/platform';
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
