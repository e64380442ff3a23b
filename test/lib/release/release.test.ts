import type { SettledPlan } from '../../../lib/plan';
import { settle } from '../../../lib/plan';
import { azureOpenAi, bedrock, openWeights } from '../../../lib/platform';
import { sha256 } from '../../../lib/release/canonical-json';
import type { Release } from '../../../lib/release/release';
import { releaseDifferences } from '../../../lib/release/release-difference';
import { readRelease, releaseFile } from '../../../lib/release/release-file';
import type { SealInput } from '../../../lib/release/seal';
import { seal } from '../../../lib/release/seal';
import { environmentPlan } from '../../helpers/plan';
import { resourceNode } from '../../helpers/resource-node';

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;
const revision = '0123456789abcdef0123456789abcdef01234567';
const prod: SettledPlan = settle(environmentPlan({}, 'prod'));
const bucket = resourceNode({ environment: 'prod', type: 'AWS::S3::Bucket', address: 'foundation/Bucket' });
const vault = resourceNode({
  environment: 'prod',
  type: 'azure-native:keyvault:Vault',
  stack: 'initialization',
  address: 'urn:vault',
  properties: { sku: 'standard' },
});

const input = (overrides: Partial<SealInput> = {}): SealInput => ({
  platform: 'assistant',
  kit: '0.1.0',
  source: { commit: 'a'.repeat(40), lockfile: digest('b') },
  models: {
    chat: openWeights('Qwen/Qwen3-8B', { revision }),
    embed: bedrock('amazon.titan-embed-text-v2:0'),
    frontier: azureOpenAi('gpt-5.1', { version: '2025-11-13' }),
  },
  knowledge: ['handbook'],
  documents: { handbook: { digest: digest('c'), files: 2, bytes: 10 } },
  plans: [prod],
  graph: [bucket, vault],
  ...overrides,
});

function sealed(overrides: Partial<SealInput> = {}): Release {
  const result = seal(input(overrides));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const issues = (overrides: Partial<SealInput>) =>
  seal(input(overrides)).issues.map(({ code, path, got }) => [code, path, got]);

test('a release names everything by revision, version or digest', () => {
  const { models, environments } = sealed();
  expect(models).toEqual({
    chat: { kind: 'open-weights', id: 'Qwen/Qwen3-8B', revision },
    embed: { kind: 'bedrock', id: 'amazon.titan-embed-text-v2:0' },
    frontier: { kind: 'azure-openai', id: 'gpt-5.1', version: '2025-11-13' },
  });
  const { images, units, graph, plan } = environments.prod ?? { images: {}, units: {} };
  expect(Object.keys(units)).toEqual(['aws/foundation', 'azure/initialization']);
  for (const one of [...Object.values(images), ...Object.values(units), graph, plan])
    expect(one).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(Object.keys(images)).toContain('aws/image/chat');
});

test('the order of resources, where they are declared and in which order of fields change nothing', () => {
  const id = (graph: SealInput['graph']): string => releaseFile(sealed({ graph })).id;
  const moved = { ...vault, source: 'another/construct', place: { file: 'other.ts', line: 9 } };
  expect(id([moved, bucket])).toBe(id([bucket, vault]));
});

test.each<readonly [string, Partial<SealInput>, readonly string[]]>([
  [
    'a property of a resource',
    { graph: [bucket, { ...vault, properties: { sku: 'premium' } }] },
    ['environments.prod.graph', 'environments.prod.units.azure/initialization'],
  ],
  [
    'a new resource in a new unit',
    { graph: [bucket, vault, { ...bucket, stack: 'tuning', address: 'tuning/Bucket' }] },
    ['environments.prod.graph', 'environments.prod.units.aws/tuning'],
  ],
  ['a value of the plan', { plans: [{ ...prod, tier: 'staging' }] }, ['environments.prod.plan']],
  [
    'a document',
    { documents: { handbook: { digest: digest('d'), files: 2, bytes: 10 } } },
    ['documents.handbook.digest'],
  ],
  ['a lockfile', { source: { commit: 'a'.repeat(40), lockfile: digest('e') } }, ['source.lockfile']],
  ['a model', { models: { ...input().models, embed: bedrock('cohere.embed-v4:0') } }, ['models.embed.id']],
])('%s makes another release, and the difference names it', (_case, overrides, paths) => {
  const [before, after] = [sealed(), sealed(overrides)];
  expect(releaseDifferences(before, after).map(({ path }) => path)).toEqual(paths);
  expect(releaseFile(after).id).not.toBe(releaseFile(before).id);
  expect(releaseDifferences(before, before)).toEqual([]);
});

test('everything that can mean other content tomorrow is refused, in one run', () => {
  const [, image] = Object.values(prod.assets).filter(({ kind }) => kind === 'image');
  if (image === undefined) throw new Error('the fixture has no image');
  const tagged = { ...image, uri: 'registry.example.com/vllm:latest' };
  const node = (properties: Record<string, string>) => ({ ...bucket, address: 'deployment/Thing', properties });
  expect(
    issues({
      models: {
        chat: openWeights('a/b', {
          revision,
          artifact: { s3Uri: 's3://bucket/models/', azureModelUri: 'azureml://registries/r/models/m/labels/latest' },
        }),
        frontier: azureOpenAi('gpt-5.1', { version: 'latest' }),
      },
      documents: {},
      plans: [{ ...prod, assets: { [image.id]: tagged } }],
      graph: [
        node({ Image: 'registry.example.com:5000/team/app:latest' }),
        node({ GuardrailVersion: 'DRAFT' }),
        node({ Alias: 'TSTALIASID' }),
        node({ Version: '$LATEST' }),
        node({ versionUpgradeOption: 'OnceNewDefaultVersionAvailable' }),
      ],
    }),
  ).toEqual([
    ['FloatingReference', 'models.chat.artifact.s3Uri', 's3://bucket/models/'],
    ['FloatingReference', 'models.chat.artifact.azureModelUri', 'azureml://registries/r/models/m/labels/latest'],
    ['FloatingReference', 'models.frontier.version', 'latest'],
    ['FloatingReference', `prod.assets.${image.id}`, 'registry.example.com/vllm:latest'],
    ['FloatingReference', 'prod.deployment/Thing.properties.Image', 'registry.example.com:5000/team/app:latest'],
    ['FloatingReference', 'prod.deployment/Thing.properties.GuardrailVersion', 'DRAFT'],
    ['FloatingReference', 'prod.deployment/Thing.properties.Alias', 'TSTALIASID'],
    ['FloatingReference', 'prod.deployment/Thing.properties.Version', '$LATEST'],
    ['FloatingReference', 'prod.deployment/Thing.properties.versionUpgradeOption', 'OnceNewDefaultVersionAvailable'],
    ['FloatingReference', 'knowledge.handbook', undefined],
  ]);
});

test('a text that only ends like a moving name is none', () => {
  const properties = { Description: 'see the draft: latest', Tag: 'latest', Image: `a.example.com/b@${digest('1')}` };
  expect(issues({ graph: [{ ...bucket, properties }] })).toEqual([]);
  const artifact = { azureModelUri: 'azureml://registries/r/models/m/versions/3' };
  expect(issues({ models: { chat: openWeights('a/b', { revision, artifact }) } })).toEqual([]);
});

test('a file of a release is its own name, and reads back as the release', () => {
  const { id, text } = releaseFile(sealed());
  expect(id).toBe(`rel-${sha256(text)}`);
  expect(readRelease(`releases/${id}.json`, text)).toEqual({ ok: true, value: sealed(), issues: [] });
});

const named = (text: string): string => `rel-${sha256(text)}.json`;

test.each<readonly [string, (kept: { id: string; text: string }) => readonly [file: string, text: string], string]>([
  [
    'another content under its name',
    ({ id, text }) => [`${id}.json`, text.replace('assistant', 'assistent')],
    'ReleaseTampered',
  ],
  ['a cut file', ({ id, text }) => [`${id}.json`, text.slice(0, 100)], 'ReleaseTampered'],
  ['a file without an id in its name', ({ text }) => ['release.json', text], 'ReleaseInvalid'],
  ['an id in the folder only', ({ id, text }) => [`${id}/release.json`, text], 'ReleaseInvalid'],
  ['a text that is no JSON', () => [named('rel'), 'rel'], 'ReleaseInvalid'],
  ['another schema', () => [named('{"schema":"v9"}'), '{"schema":"v9"}'], 'ReleaseInvalid'],
  [
    'a release with spaces',
    ({ text }) => [named(JSON.stringify(JSON.parse(text), null, 1)), JSON.stringify(JSON.parse(text), null, 1)],
    'ReleaseInvalid',
  ],
  [
    'a field that is not known',
    ({ text }) => [named(text.replace('{', '{"a":1,')), text.replace('{', '{"a":1,')],
    'ReleaseInvalid',
  ],
])('%s is refused', (_case, made, code) => {
  const [file, text] = made(releaseFile(sealed()));
  expect(readRelease(file, text).issues.map((issue) => [issue.code, issue.path])).toEqual([[code, file]]);
});
