import type { SettledAwsPlan, SettledPlan } from '../../lib/plan';
import type { Tier } from '../../lib/platform';

type Endpoint = SettledAwsPlan['deployment']['endpoints'][string];
type KnowledgeBase = SettledAwsPlan['knowledge']['bases'][string];
type TuningJob = SettledAwsPlan['tuning']['jobs'][string];
type Environment = 'dev' | 'qa' | 'prod';

const testRegion = 'eu-central-1';
const revision = '0123456789abcdef0123456789abcdef01234567';

interface EnvironmentFacts {
  readonly tier: Tier;
  readonly account: string;
  readonly cidr: string;
  readonly consumers: readonly string[];
}

const environments: Readonly<Record<Environment, EnvironmentFacts>> = {
  dev: {
    tier: 'development',
    account: '111111111111',
    cidr: '10.20.0.0/16',
    consumers: ['222222222222'],
  },
  qa: { tier: 'staging', account: '222222222222', cidr: '10.22.0.0/16', consumers: ['333333333333'] },
  prod: { tier: 'production', account: '333333333333', cidr: '10.24.0.0/16', consumers: [] },
};

const network = ['deployment', 'tuning'] as const;

/** What crosses between the stacks of the fixture. */
const handOffs: SettledAwsPlan['handOffs'] = [
  { name: 'deployment/endpoint-name/chat', producer: 'deployment', consumers: [] },
  { name: 'foundation/alarm-topic-arn', producer: 'foundation', consumers: ['deployment'] },
  {
    name: 'foundation/key-arn',
    producer: 'foundation',
    consumers: ['integration', 'knowledge', ...network],
  },
  { name: 'foundation/private-subnet-ids', producer: 'foundation', consumers: network },
  { name: 'foundation/vpc-id', producer: 'foundation', consumers: network },
  { name: 'foundation/workload-security-group-id', producer: 'foundation', consumers: network },
  { name: 'integration/artifact-bucket-arn', producer: 'integration', consumers: [] },
  { name: 'integration/model-package-group-arn/chat', producer: 'integration', consumers: [] },
  { name: 'integration/release-table-name', producer: 'integration', consumers: [] },
  { name: 'integration/repository-uri', producer: 'integration', consumers: [] },
  { name: 'knowledge/data-source-id/handbook', producer: 'knowledge', consumers: [] },
  { name: 'knowledge/knowledge-base-id/handbook', producer: 'knowledge', consumers: [] },
];

/** An endpoint of the development tier: copies that go to zero on a GPU with local NVMe. */
export function endpointSlice(overrides: Partial<Endpoint> = {}): Endpoint {
  return {
    endpointName: 'support-dev-chat',
    placement: 'sagemaker',
    instanceType: 'ml.g6e.12xlarge',
    capacity: { kind: 'copies', minCopies: 0, maxCopies: 2, acceleratorsPerCopy: 4, minMemoryMiB: 65_536 },
    targetConcurrency: 22,
    imageUri: `763104351884.dkr.ecr.${testRegion}.amazonaws.com/vllm@sha256:${'a1'.repeat(32)}`,
    environment: { SM_VLLM_MODEL: '/opt/ml/model', SM_VLLM_TENSOR_PARALLEL_SIZE: '4' },
    inferenceAmiVersion: 'al2023-ami-sagemaker-inference-gpu-4-1',
    modelDataUri: `s3://support-dev-artifacts-111111111111/models/Qwen/Qwen3-32B/${revision}/`,
    startupHealthCheckTimeoutSeconds: 1200,
    modelDataDownloadTimeoutSeconds: 900,
    volumeEncryption: 'instance-store-hardware',
    rollout: { kind: 'all-at-once' },
    alarms: { latencyP99Ms: 30_000, errorPercent: 2 },
    usdPerMonth: 0,
    cost: { instances: { least: 0, most: 2, mean: 0 }, breakEven: {}, notIncluded: [] },
    ...overrides,
  };
}

/** An endpoint of the production tier: whole instances that roll over in batches. */
export function warmEndpointSlice(overrides: Partial<Endpoint> = {}): Endpoint {
  return endpointSlice({
    capacity: { kind: 'instances', minInstances: 2, maxInstances: 6 },
    rollout: { kind: 'rolling', batchPercent: 50, waitSeconds: 300 },
    ...overrides,
  });
}

export function knowledgeBaseSlice(overrides: Partial<KnowledgeBase> = {}): KnowledgeBase {
  return {
    name: 'support-dev-handbook',
    sourceBucketName: 'support-dev-knowledge-111111111111',
    prefix: 'handbook/',
    vectorBucketName: 'support-dev-handbook-vectors',
    indexName: 'documents-1024-cosine',
    dimension: 1024,
    distanceMetric: 'cosine',
    nonFilterableMetadataKeys: ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA'],
    embeddingModelId: 'amazon.titan-embed-text-v2:0',
    chunking: { kind: 'fixed', maxTokens: 300, overlapPercentage: 20 },
    ...overrides,
  };
}

export function tuningJobSlice(overrides: Partial<TuningJob> = {}): TuningJob {
  return {
    pipelineName: 'support-dev-chat-lora',
    instanceType: 'ml.g6e.12xlarge',
    instanceCount: 1,
    volumeGiB: 500,
    volumeEncryption: 'instance-store-hardware',
    maxRuntimeSeconds: 43_200,
    imageUri: `763104351884.dkr.ecr.${testRegion}.amazonaws.com/huggingface-pytorch-training@sha256:${'c3'.repeat(32)}`,
    hyperparameters: { epochs: '1', method: 'lora' },
    dataPrefix: 'tuning/chat-lora/data/',
    outputPrefix: 'tuning/chat-lora/output/',
    baseModelUri: `s3://support-dev-artifacts-111111111111/models/Qwen/Qwen3-32B/${revision}/`,
    modelPackageGroup: 'chat',
    ...overrides,
  };
}

/** A settled plan written by hand, so that constructs are tested without the planner. */
export function settledPlan(
  environment: Environment = 'dev',
  overrides: Partial<SettledAwsPlan> = {},
): SettledPlan & { readonly aws: SettledAwsPlan } {
  const { tier, account, cidr, consumers } = environments[environment];
  const prefix = `support-${environment}`;
  const production = tier === 'production';
  const names = {
    endpointName: `${prefix}-chat`,
    modelDataUri: `s3://${prefix}-artifacts-${account}/models/Qwen/Qwen3-32B/${revision}/`,
  };
  const aws: SettledAwsPlan = {
    account,
    region: testRegion,
    stackNames: {
      foundation: `${prefix}-foundation`,
      integration: `${prefix}-integration`,
      knowledge: `${prefix}-knowledge`,
      deployment: `${prefix}-deployment`,
      tuning: `${prefix}-tuning`,
      observability: `${prefix}-observability`,
    },
    parameterPrefix: `/llmops/support/${environment}`,
    handOffs: handOffs,
    dataRetention: tier === 'development' ? 'destroy' : 'retain',
    terminationProtection: production,
    bootstrapQualifier: 'hnb659fds',
    foundation: {
      network: {
        cidr,
        availabilityZones: production
          ? [`${testRegion}a`, `${testRegion}b`, `${testRegion}c`]
          : [`${testRegion}a`, `${testRegion}b`],
        interfaceEndpoints: ['bedrock-runtime', 'logs', 'sagemaker.runtime'],
        gatewayEndpoints: ['s3', 'dynamodb'],
        flowLogRetentionDays: production ? 365 : 30,
      },
      encryption: { keyAlias: `alias/${prefix}`, rotationDays: 365 },
      logs: { groupName: `/llmops/support/${environment}`, retentionDays: production ? 365 : 30 },
      federation: {
        provider: 'create',
        issuer: 'https://token.actions.githubusercontent.com',
        audience: 'sts.amazonaws.com',
        subjects: [`repo:example-org/support:environment:${environment}`],
        roleName: `${prefix}-pipeline`,
        assumableRoleNames: [`cdk-hnb659fds-deploy-role-${account}-${testRegion}`],
      },
    },
    integration: {
      artifactBucketName: `${prefix}-artifacts-${account}`,
      repositoryName: `support/${environment}`,
      untaggedImageDays: production ? 365 : 30,
      releaseTableName: `${prefix}-releases`,
      consumerAccounts: consumers,
      sharedPrefixes: ['models/', 'tuning/chat-lora/output/'],
      modelPackageGroups: {
        chat: { groupName: `${prefix}-chat`, description: 'versions of chat', consumerAccounts: consumers },
      },
    },
    knowledge: {
      bases: {
        handbook: knowledgeBaseSlice({
          name: `${prefix}-handbook`,
          sourceBucketName: `${prefix}-knowledge-${account}`,
          vectorBucketName: `${prefix}-handbook-vectors`,
        }),
      },
    },
    deployment: { endpoints: { chat: production ? warmEndpointSlice(names) : endpointSlice(names) } },
    tuning: {
      jobs: {
        'chat-lora': tuningJobSlice({ pipelineName: `${prefix}-chat-lora`, baseModelUri: names.modelDataUri }),
      },
    },
    observability: { dashboardName: prefix, alarmContact: 'ai-platform@example.com' },
    ...overrides,
  };
  return {
    schema: 'llmops-kit/plan/v1',
    platform: 'support',
    environment,
    tier,
    tags: {
      'cost-center': 'CC-1042',
      'data-class': 'confidential',
      environment,
      platform: 'support',
      team: 'ai-platform',
    },
    assets: {},
    aws,
  };
}
