import { plan, settle } from '../../../../lib/plan';
import { bedrock } from '../../../../lib/platform';
import { catalog } from '../../../helpers/catalog';
import { awsPlan } from '../../../helpers/plan';
import {
  awsPlatform,
  awsTarget,
  developmentEnvironment,
  digest,
  platform,
  productionEnvironment,
  resolvedPlatform,
} from '../../../helpers/platform';

test('spreads development over two zones and production over three', () => {
  expect(awsPlan().foundation.network.availabilityZones.value).toEqual(['eu-central-1a', 'eu-central-1b']);
  expect(awsPlan({}, 'prod').foundation.network.availabilityZones.value).toHaveLength(3);
});

test('spreads production over two zones where a region has no third, and says so', () => {
  const environments = {
    dev: developmentEnvironment(),
    prod: productionEnvironment({ aws: { account: '333333333333', region: 'eu-two-1', cidr: '10.24.0.0/16' } }),
  };
  const { availabilityZones } = awsPlan({ environments, tuning: {} }, 'prod').foundation.network;
  expect(availabilityZones.value).toEqual(['eu-two-1a', 'eu-two-1b']);
  expect(availabilityZones.because[0]?.text).toContain('eu-two-1 has only 2');
});

test('opens private endpoints for what the platform uses and rejects the others by name', () => {
  const { interfaceEndpoints } = awsPlan().foundation.network;
  expect(interfaceEndpoints.value).toEqual([
    'bedrock-agent-runtime',
    'bedrock-runtime',
    'ecr.api',
    'ecr.dkr',
    'kms',
    'logs',
    'monitoring',
    'sagemaker.api',
    'sagemaker.runtime',
    'ssm',
    'sts',
  ]);
  const bare = awsPlan({
    ...awsPlatform(),
    models: {},
    endpoints: {},
    knowledge: {},
    registry: { models: [] },
    tuning: {},
  });
  expect(bare.foundation.network.interfaceEndpoints.value).toEqual(['kms', 'logs', 'ssm', 'sts']);
  expect(bare.foundation.network.interfaceEndpoints.rejected.map(({ value }) => value)).toEqual([
    'ecr.api, ecr.dkr',
    'monitoring, sagemaker.runtime',
    'sagemaker.api',
    'bedrock-runtime',
    'bedrock-agent-runtime',
  ]);
});

test.each([
  ['dev', 'destroy', false, 30],
  ['prod', 'retain', true, 365],
] as const)('keeps in %s what its tier may not lose', (environment, dataRetention, terminationProtection, logs) => {
  const plan = settle(awsPlan({}, environment));
  expect(plan.dataRetention).toBe(dataRetention);
  expect(plan.terminationProtection).toBe(terminationProtection);
  expect(plan.foundation.logs.retentionDays).toBe(logs);
  expect(plan.foundation.network.flowLogRetentionDays).toBe(logs);
});

test('keeps logs as long as the spec says', () => {
  const { retentionDays } = awsPlan({ logs: { retentionDays: 60 } }).foundation.logs;
  expect(retentionDays).toEqual({
    value: 60,
    because: [{ rule: 'spec.pinned', text: 'pinned by logs.retentionDays' }],
    rejected: [],
  });
});

test.each([
  ['public', 365],
  ['confidential', 365],
  ['restricted', 90],
] as const)('rotates the key of %s data every %d days', (dataClass, days) => {
  expect(awsPlan({ dataClass }).foundation.encryption.rotationDays.value).toBe(days);
});

test('trusts jobs of one repository in one GitHub environment, and lets them assume the bootstrap roles', () => {
  const federation = settle(awsPlan({}, 'prod').foundation.federation);
  expect(federation).toEqual({
    provider: 'create',
    issuer: 'https://token.actions.githubusercontent.com',
    audience: 'sts.amazonaws.com',
    subjects: ['repo:example-org/support:environment:prod'],
    roleName: 'support-prod-pipeline',
    assumableRoleArns: ['deploy', 'file-publishing', 'image-publishing', 'lookup'].map(
      (role) => `arn:aws:iam::333333333333:role/cdk-hnb659fds-${role}-role-333333333333-eu-central-1`,
    ),
  });
});

test('creates the identity provider once per account, in the environment declared first', () => {
  const environments = {
    dev: developmentEnvironment(),
    prod: productionEnvironment({ aws: { ...awsTarget, cidr: '10.24.0.0/16' } }),
  };
  const providers = ['dev', 'prod'].map((key) => awsPlan({ environments }, key).foundation.federation?.provider.value);
  expect(providers).toEqual(['create', 'import']);
});

test('federates nothing without a pipeline', () => {
  expect(awsPlan().foundation).toHaveProperty('federation');
  expect(awsPlan({ pipeline: undefined }).foundation).not.toHaveProperty('federation');
});

test('lets the accounts of promoted environments read model versions', () => {
  const { chat } = awsPlan().integration.modelPackageGroups;
  expect(settle(chat)).toEqual({
    groupName: 'support-dev-chat',
    description: expect.stringContaining('Qwen/Qwen3-32B') as string,
    consumerAccounts: ['333333333333'],
  });
  expect(awsPlan({}, 'prod').integration.modelPackageGroups.chat?.consumerAccounts.value).toEqual([]);
});

test('stores a knowledge base in the length its model returns, or in the length the spec asks for', () => {
  expect(settle(awsPlan().knowledge.bases.handbook)).toMatchObject({
    name: 'support-dev-handbook',
    prefix: 'handbook/',
    dimension: 1024,
    distanceMetric: 'cosine',
    embeddingModelId: 'amazon.titan-embed-text-v2:0',
    chunking: { kind: 'fixed', maxTokens: 300, overlapPercentage: 20 },
  });
  const models = { ...platform().models, embed: bedrock('amazon.titan-embed-text-v2:0', { dimensions: 256 }) };
  expect(awsPlan({ models }).knowledge.bases.handbook?.dimension.value).toBe(256);
});

test('keeps the documents of all knowledge bases in one bucket, each under its prefix', () => {
  const base = { stores: ['s3-vectors'], embedding: 'embed' } as const;
  const { bases } = awsPlan({ knowledge: { faq: { ...base, prefix: 'answers/' }, handbook: base } }).knowledge;
  expect(bases.faq?.sourceBucketName.value).toBe(bases.handbook?.sourceBucketName.value);
  expect([bases.faq?.prefix.value, bases.handbook?.prefix.value]).toEqual(['answers/', 'handbook/']);
  expect(bases.faq?.vectorBucketName.value).not.toBe(bases.handbook?.vectorBucketName.value);
});

test('tunes in every environment, each on the data of its own account', () => {
  expect(Object.keys(awsPlan().tuning.jobs)).toEqual(['chat-lora']);
  expect(Object.keys(awsPlan({}, 'prod').tuning.jobs)).toEqual(['chat-lora']);
});

test('tunes on the cheapest instance whose memory holds the training state', () => {
  const image = { repository: 'train', digest: digest('c') };
  const jobs = awsPlan({
    registry: { models: [] },
    tuning: {
      full: { base: 'chat', method: 'full', image, maxRuntimeHours: 2, hyperparameters: { epochs: '3' } },
      lora: { base: 'chat', method: 'lora', image },
    },
  }).tuning.jobs;
  expect(settle(jobs.lora)).toMatchObject({ instanceType: 'ml.g6e.12xlarge', maxRuntimeSeconds: 43_200 });
  expect(settle(jobs.full)).toMatchObject({
    instanceType: 'ml.p5.48xlarge',
    maxRuntimeSeconds: 7200,
    hyperparameters: { epochs: '3', method: 'full' },
    dataPrefix: 'tuning/full/data/',
    outputPrefix: 'tuning/full/output/',
  });
  expect(jobs.lora).not.toHaveProperty('modelPackageGroup');
});

test.each([
  [true, 'instance-store-hardware'],
  [false, 'customer-key'],
] as const)('with local NVMe %s a training volume is encrypted by %s', (localNvme, volumeEncryption) => {
  const instances = catalog.instances.map((offer) => ({ ...offer, localNvme }));
  const planned = plan(resolvedPlatform(), 'dev', { ...catalog, instances });
  expect(planned.ok && settle(planned.value.aws?.tuning.jobs['chat-lora'])).toMatchObject({ volumeEncryption });
});

test('lists every parameter with its producer, and only consumers deployed after it', () => {
  const order = ['foundation', 'integration', 'knowledge', 'deployment', 'tuning', 'observability'];
  const handOffs = awsPlan().handOffs.value;
  expect(handOffs.map(({ name }) => name)).toEqual([
    'deployment/endpoint-name/chat',
    'foundation/key-arn',
    'foundation/private-subnet-ids',
    'foundation/vpc-id',
    'foundation/workload-security-group-id',
    'integration/artifact-bucket-arn',
    'integration/model-package-group-arn/chat',
    'integration/release-table-name',
    'integration/repository-uri',
    'knowledge/data-source-id/handbook',
    'knowledge/knowledge-base-id/handbook',
  ]);
  for (const { name, producer, consumers } of handOffs) {
    expect(name.startsWith(`${producer}/`)).toBe(true);
    expect(consumers.every((consumer) => order.indexOf(consumer) > order.indexOf(producer))).toBe(true);
  }
});
