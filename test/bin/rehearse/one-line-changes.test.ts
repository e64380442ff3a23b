import type { NoSuchLine, OneLineChange } from '../../../bin/rehearse/one-line-changes';
import { oneLineChanges } from '../../../bin/rehearse/one-line-changes';
import type { ResolvedPlatform } from '../../../lib/platform';
import { azureOpenAi, openWeights } from '../../../lib/platform';
import type { PlatformOverrides } from '../../helpers/platform';
import { developmentEnvironment, digest, endpoint, resolvedPlatform } from '../../helpers/platform';

function changeOf(name: string, overrides: PlatformOverrides = {}, environment = 'dev'): OneLineChange | NoSuchLine {
  const found = oneLineChanges(resolvedPlatform(overrides), environment).find((change) => change.name === name);
  if (found === undefined) throw new Error(`no change ${name}`);
  return found;
}

/** The first candidate of a change that applies. */
function changed(name: string, overrides: PlatformOverrides = {}, environment = 'dev'): ResolvedPlatform {
  const change = changeOf(name, overrides, environment);
  if ('reason' in change || change.candidates[0] === undefined) throw new Error(`${name} does not apply`);
  return change.candidates[0];
}

test('every kind of change is named, applied or not', () => {
  expect(oneLineChanges(resolvedPlatform(), 'dev').map(({ name }) => name)).toEqual([
    'prompt',
    'revision',
    'digest',
    'chunking',
    'dimension',
    'count',
    'tier',
  ]);
});

test('each change differs from the platform in its line alone', () => {
  expect(changed('revision').models['chat']).toMatchObject({ revision: '1123456789abcdef0123456789abcdef01234567' });
  expect(changed('digest').endpoints['chat']?.serving.imageDigest).toEqual({
    aws: `sha256:1${'a'.repeat(63)}`,
    azure: `sha256:1${'b'.repeat(63)}`,
  });
  expect(changed('chunking').knowledge['handbook']?.chunking).toEqual({
    kind: 'fixed',
    maxTokens: 500,
    overlapPercent: 10,
  });
  expect(changed('dimension').models['embed']).toMatchObject({ dimensions: 512 });
  expect(changed('count').endpoints['chat']?.pinned).toEqual({ aws: { replicas: 3 }, azure: { replicas: 3 } });
  expect(changed('tier').environments['dev']?.tier).toBe('staging');
  expect(changed('tier').environments['prod']).toEqual(resolvedPlatform().environments['prod']);
});

test('the new value differs from the former, whatever that is', () => {
  const models = { ...resolvedPlatform().models, chat: openWeights('Qwen/Qwen3-32B', { revision: '1'.repeat(40) }) };
  expect(changed('revision', { models }).models['chat']).toMatchObject({ revision: `2${'1'.repeat(39)}` });
  const endpoints = {
    chat: endpoint({
      serving: { engine: 'vllm', version: '0.27.1', imageDigest: { aws: digest('1'), azure: digest('b') } },
      pinned: { aws: { replicas: 4, instanceType: 'ml.g6e.12xlarge' } },
    }),
  };
  expect(changed('digest', { endpoints }).endpoints['chat']?.serving.imageDigest.aws).toBe(`sha256:2${'1'.repeat(63)}`);
  expect(changed('count', { endpoints }).endpoints['chat']?.pinned?.aws).toEqual({
    replicas: 5,
    instanceType: 'ml.g6e.12xlarge',
  });
  const knowledge = {
    handbook: {
      stores: ['s3-vectors', 'ai-search'] as const,
      embedding: 'embed',
      chunking: { kind: 'fixed', maxTokens: 500, overlapPercent: 20 } as const,
    },
  };
  expect(changed('chunking', { knowledge }).knowledge['handbook']?.chunking).toMatchObject({ maxTokens: 400 });
  expect(changed('tier', {}, 'prod').environments['prod']?.tier).toBe('staging');
  const staging = { dev: developmentEnvironment({ tier: 'staging' }) };
  expect(changed('tier', { environments: staging }).environments['dev']?.tier).toBe('production');
});

test.each<[string, PlatformOverrides, string]>([
  ['prompt', {}, 'a platform declares no prompts'],
  ['revision', { endpoints: {} }, 'no endpoint serves open weights'],
  ['digest', { endpoints: {} }, 'no endpoint names the digest of its image'],
  ['chunking', { knowledge: {} }, 'the platform has no knowledge base'],
  ['dimension', { knowledge: {} }, 'the platform has no knowledge base'],
  ['count', { endpoints: {} }, 'the platform has no endpoint'],
])('%s does not apply to %j', (name, overrides, reason) => {
  expect(changeOf(name, overrides)).toEqual({ name, reason });
});

test('a dimension does not apply where no Bedrock model embeds, nor a tier where the environment is unknown', () => {
  const models = { ...resolvedPlatform().models, embed: azureOpenAi('text-embedding-3-large', { version: '1' }) };
  const knowledge = { handbook: { stores: ['ai-search'] as const, embedding: 'embed' } };
  expect(changeOf('dimension', { models, knowledge })).toMatchObject({
    reason: 'no knowledge base embeds with a Bedrock model',
  });
  expect(changeOf('tier', {}, 'none')).toMatchObject({ reason: 'the environment is unknown' });
});
