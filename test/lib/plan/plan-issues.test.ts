import { messageOf } from '../../../lib/messages';
import { plan, planAll } from '../../../lib/plan';
import type { Issue, PlatformSpec } from '../../../lib/platform';
import { azureOpenAi, bedrock, openWeights } from '../../../lib/platform';
import { catalog } from '../../helpers/catalog';
import { planIssues } from '../../helpers/plan';
import {
  awsPlatform,
  awsTarget,
  azureTarget,
  developmentEnvironment,
  digest,
  endpoint,
  platform,
  resolvedPlatform,
} from '../../helpers/platform';

const { models } = platform();
const revision = '0123456789abcdef0123456789abcdef01234567';

function dev(overrides: Parameters<typeof developmentEnvironment>[0]): Partial<PlatformSpec> {
  return { environments: { dev: developmentEnvironment(overrides) } };
}

interface Row {
  readonly title: string;
  readonly overrides: Partial<PlatformSpec>;
  readonly issues: readonly Pick<Issue, 'code' | 'path' | 'got' | 'fix'>[];
}

const rows: readonly Row[] = [
  {
    title: 'an unknown region',
    overrides: dev({ aws: { ...awsTarget, region: 'eu-centrall-1' } }),
    issues: [
      {
        code: 'UnknownRegion',
        path: 'environments.dev.aws.region',
        got: 'eu-centrall-1',
        fix: `did you mean 'eu-central-1'?`,
      },
    ],
  },
  {
    title: 'a region outside the residency',
    overrides: dev({ aws: { ...awsTarget, region: 'us-east-1' } }),
    issues: [
      {
        code: 'ResidencyViolated',
        path: 'environments.dev.aws.region',
        got: 'us-east-1',
        fix: `move to 'eu-central-1' or 'eu-south-2' or change residency`,
      },
    ],
  },
  {
    title: 'a deployment that may process outside the residency',
    overrides: {
      models: { ...models, frontier: azureOpenAi('gpt-4.1', { version: '2025-04-14', sku: 'GlobalStandard' }) },
    },
    issues: [
      {
        code: 'ResidencyViolated',
        path: 'models.frontier.sku',
        got: 'GlobalStandard',
        fix: `use 'DataZoneStandard' or 'Standard', or remove models.frontier.sku`,
      },
    ],
  },
  {
    title: 'open weights without a known architecture',
    overrides: { models: { ...models, chat: openWeights('Qwen/Qwen3-32b', { revision }) } },
    issues: [
      {
        code: 'UnknownArchitecture',
        path: 'models.chat.id',
        got: 'Qwen/Qwen3-32b',
        fix: `did you mean 'Qwen/Qwen3-32B'?`,
      },
    ],
  },
  {
    title: 'a serving image of an unknown version',
    overrides: {
      endpoints: {
        chat: endpoint({
          serving: { engine: 'vllm', version: '0.27.0', imageDigest: { aws: digest('a'), azure: digest('b') } },
        }),
      },
    },
    issues: [
      {
        code: 'UnknownEngineVersion',
        path: 'endpoints.chat.serving.version',
        got: '0.27.0',
        fix: `did you mean '0.27.1'?`,
      },
    ],
  },
  {
    title: 'an unknown Bedrock model',
    overrides: { models: { ...models, embed: bedrock('amazon.titan-embed-text-v3:0') } },
    issues: [
      {
        code: 'UnknownManagedModel',
        path: 'models.embed.id',
        got: 'amazon.titan-embed-text-v3:0',
        fix: `did you mean 'amazon.titan-embed-text-v2:0'?`,
      },
    ],
  },
  {
    title: 'a Bedrock model of another region',
    overrides: { models: { ...models, lite: bedrock('amazon.nova-lite-v1:0') } },
    issues: [
      {
        code: 'ModelNotInRegion',
        path: 'models.lite.id',
        got: 'amazon.nova-lite-v1:0',
        fix: `choose another model, or move the environment to 'us-east-1'`,
      },
    ],
  },
  {
    title: 'a retired model',
    overrides: { models: { ...models, frontier: azureOpenAi('gpt-old', { version: '1' }) } },
    issues: [{ code: 'ModelRetired', path: 'models.frontier.id', got: 'gpt-old', fix: 'choose another model' }],
  },
  {
    title: 'an unknown version of a model',
    overrides: { models: { ...models, frontier: azureOpenAi('gpt-4.1', { version: '2025-04-15' }) } },
    issues: [
      {
        code: 'UnknownModelVersion',
        path: 'models.frontier.version',
        got: '2025-04-15',
        fix: `did you mean '2025-04-14'?`,
      },
    ],
  },
  {
    title: 'vectors of a length the model does not return',
    overrides: { models: { ...models, embed: bedrock('amazon.titan-embed-text-v2:0', { dimensions: 768 }) } },
    issues: [
      { code: 'UnsupportedDimensions', path: 'models.embed.dimensions', got: 768, fix: 'use 1024 or 512 or 256' },
    ],
  },
  {
    title: 'a knowledge base that embeds with a model that writes',
    overrides: { models: { ...models, embed: bedrock('writer.text-v1:0') } },
    issues: [
      {
        code: 'NotAnEmbeddingModel',
        path: 'knowledge.handbook.embedding',
        got: 'embed',
        fix: 'declare an embedding model and name it here',
      },
    ],
  },
  {
    title: 'a pinned instance type with a typing mistake',
    overrides: { endpoints: { chat: endpoint({ pinned: { aws: { instanceType: 'ml.p5.4xlarg' } } }) } },
    issues: [
      {
        code: 'UnknownInstanceType',
        path: 'endpoints.chat.pinned.aws.instanceType',
        got: 'ml.p5.4xlarg',
        fix: `did you mean 'ml.p5.4xlarge'?`,
      },
    ],
  },
  {
    title: 'a pinned instance type of another region',
    overrides: { endpoints: { chat: endpoint({ pinned: { aws: { instanceType: 'ml.p5e.48xlarge' } } }) } },
    issues: [
      {
        code: 'InstanceNotInRegion',
        path: 'endpoints.chat.pinned.aws.instanceType',
        got: 'ml.p5e.48xlarge',
        fix: `remove the pin or move to 'us-east-1'`,
      },
    ],
  },
  {
    title: 'a location without accelerators',
    overrides: dev({ azure: { ...azureTarget, location: 'zonelesseurope' } }),
    issues: [
      {
        code: 'NoInstancesInRegion',
        path: 'endpoints.chat',
        got: 'zonelesseurope',
        fix: `move to 'swedencentral', or take this cloud out of the endpoint's clouds`,
      },
    ],
  },
  {
    title: 'a context longer than the model was trained on',
    overrides: {
      endpoints: {
        chat: endpoint({
          traffic: { peakConcurrency: 1, inputTokens: 1000, outputTokens: 200, maxTokens: 65_536 },
        }),
      },
    },
    issues: [
      {
        code: 'ContextTooLong',
        path: 'endpoints.chat.traffic.maxTokens',
        got: 65_536,
        fix: 'use at most 40960 tokens or a model with a longer context',
      },
    ],
  },
  {
    title: 'a model too large to tune as asked',
    overrides: awsPlatform({
      tuning: {
        full: {
          base: 'chat',
          method: 'full',
          instanceType: 'ml.p5.4xlarge',
          image: { repository: 'train', digest: digest('c') },
        },
      },
    }),
    issues: [
      {
        code: 'NoTrainingInstance',
        path: 'tuning.full.instanceType',
        got: 'ml.p5.4xlarge',
        fix: 'use a smaller base model or a larger instance type',
      },
    ],
  },
];

test.each(rows)('fails on $title', ({ overrides, issues }) => {
  expect(planIssues(overrides).map(({ code, path, got, fix }) => ({ code, path, got, fix }))).toEqual(issues);
});

test('an unknown region is answered with regions of the residency only', () => {
  const [issue] = planIssues({ residency: 'us', ...dev({ aws: { ...awsTarget, region: 'mars-9' } }) });
  expect(issue).toMatchObject({ code: 'UnknownRegion', got: 'mars-9', fix: `use 'us-east-1'` });
});

test('fails on an unknown environment and names the nearest', () => {
  const { ok, issues } = plan(resolvedPlatform(), 'prd', catalog);
  expect(ok).toBe(false);
  expect(issues).toEqual([
    {
      code: 'UnknownEnvironment',
      path: 'environments.prd',
      message: `unknown environment 'prd'`,
      got: 'prd',
      expected: `environment 'dev' or 'prod'`,
      fix: `did you mean 'prod'?`,
    },
  ]);
});

test('fails with every issue of every environment, and with a mistake of a model only once', () => {
  const spec = resolvedPlatform({
    models: {
      chat: openWeights('Qwen/Qwen3-32b', { revision }),
      embed: bedrock('amazon.titan-embed-text-v2:0', { dimensions: 1 }),
      'embed-azure': azureOpenAi('text-embedding-3-large', { version: '1' }),
      frontier: azureOpenAi('gpt-4.1', { version: '1' }),
    },
  });
  expect(planAll(spec, catalog).issues.map(({ code }) => code)).toEqual([
    'UnsupportedDimensions',
    'UnknownArchitecture',
    'UnknownModelVersion',
  ]);
});

test('fails on a model that writes no text behind an endpoint, once for all environments and clouds', () => {
  const embedding = catalog.models.map((row) => ({ ...row, kind: 'embedding' as const }));
  const issues = planAll(resolvedPlatform(), { ...catalog, models: embedding }).issues;
  expect(issues.map(({ code, path, got }) => [code, path, got])).toEqual([
    ['NotTextGeneration', 'endpoints.chat.model', 'chat'],
  ]);
});

test.each<[readonly string[], readonly string[]]>([
  [[], []],
  [['frontier'], []],
  [['embed'], ['NotTextGeneration endpoints.chat.compareWith[0]']],
  [
    ['embed', 'frontier', 'embed-azure'],
    ['NotTextGeneration endpoints.chat.compareWith[0]', 'NotTextGeneration endpoints.chat.compareWith[2]'],
  ],
])('a model that writes no text is compared with none that does: %j', (compareWith, expected) => {
  const issues = planAll(resolvedPlatform({ endpoints: { chat: endpoint({ compareWith }) } }), catalog).issues;
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
});

test('fails on a platform that was not resolved instead of planning half of it', () => {
  const spec = { ...resolvedPlatform(), endpoints: { chat: endpoint({ model: 'gone' }) } };
  expect(plan(spec, 'dev', catalog).issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'UnresolvedReference endpoints.chat.model',
  ]);
});

test('warns of fewer copies than a tier needs and plans them as pinned', () => {
  const overrides = { endpoints: { chat: endpoint({ clouds: ['aws'], pinned: { aws: { replicas: 1 } } }) } };
  const planned = plan(resolvedPlatform(overrides), 'prod', catalog);
  expect(planned.ok).toBe(true);
  expect(planned.issues.map(({ code }) => [code, messageOf(code).severity])).toEqual([['TooFewReplicas', 'warning']]);
});

test('warns of answers that SageMaker would cut', () => {
  const traffic = { peakConcurrency: 8, inputTokens: 1000, outputTokens: 4000 };
  const planned = plan(
    resolvedPlatform({ endpoints: { chat: endpoint({ clouds: ['aws'], traffic }) } }),
    'dev',
    catalog,
  );
  expect(planned.ok).toBe(true);
  expect(planned.issues.map(({ code, path }) => [code, path, messageOf(code).severity])).toEqual([
    ['AnswerSlowerThanLimit', 'endpoints.chat.traffic.outputTokens', 'warning'],
  ]);
});

test('fails when hyphens make two endpoints join to one name', () => {
  const spec = resolvedPlatform(
    awsPlatform({
      environments: {
        dev: { tier: 'development', aws: awsTarget },
        'dev-eu': { tier: 'development', aws: { ...awsTarget, cidr: '10.31.0.0/16' } },
      },
      endpoints: { chat: endpoint({ clouds: ['aws'] }), 'eu-chat': endpoint({ clouds: ['aws'] }) },
    }),
  );
  const collision = (path: string) => [['NameCollision', `environments.${path}.endpointName`, 'support-dev-eu-chat']];
  const found = ({ issues }: { readonly issues: readonly Issue[] }) =>
    issues.map(({ code, path, got }) => [code, path, got]);
  expect(found(planAll(spec, catalog))).toEqual(collision('dev-eu.aws.deployment.endpoints.chat'));
  // The plan of one environment sees it too, on its own side.
  expect(found(plan(spec, 'dev-eu', catalog))).toEqual(collision('dev-eu.aws.deployment.endpoints.chat'));
  expect(found(plan(spec, 'dev', catalog))).toEqual(collision('dev.aws.deployment.endpoints.eu-chat'));
});

test('an objective no format reaches is told for each format there are weights in', () => {
  const found = planIssues({
    endpoints: {
      chat: endpoint({
        clouds: ['aws'],
        slo: { timePerOutputTokenMs: 0.5 },
        quantisation: { fp8: { s3Uri: 's3://weights/fp8/' } },
      }),
    },
  });
  expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'SloUnreachable endpoints.chat.slo.timePerOutputTokenMs',
    'SloUnreachable endpoints.chat.quantisation.fp8',
  ]);
});
