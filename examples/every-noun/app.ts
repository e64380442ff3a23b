import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  AccountBudget,
  AlarmTopic,
  ArtifactStore,
  BedrockKnowledgeBase,
  BucketReplication,
  documentsIn,
  EncryptionKey,
  EndpointAlarms,
  ExistingNetwork,
  FineTuningPipeline,
  GithubDeployRole,
  GpuInferenceEndpoint,
  ImageRepository,
  LlmDashboard,
  ModelImport,
  ModelPackageGroup,
  PlatformParameters,
  PrivateBucket,
  PrivateNetwork,
  PromptLogGroup,
  PullThroughCache,
  RegistryReplication,
  ReleaseTable,
  S3VectorStore,
  TeamsChannel,
  weightsIn,
} from '../../constructs/aws';

/*
 * Every construct of the kit once, in one stack, each given what the others are: no id is written twice and nothing is planned.
 * Run `npx cdk synth --app 'node --require ./bin/typescript.js examples/every-noun/app.ts'`. Accounts, digests and the second
 * region are fictitious.
 */
const account = '111111111111';
const region = 'eu-central-1';
const secondRegion = 'eu-west-1';
const contact = 'ai-platform@example.com';
const embeddingModelId = 'amazon.titan-embed-text-v2:0';
const servingDigest = 'sha256:00000000000000000000000000000000000000000000000000000000000000a1';
const trainingDigest = 'sha256:00000000000000000000000000000000000000000000000000000000000000c3';

export const app = new App();
const stack = new Stack(app, 'EveryNoun', { env: { account, region } });

// Ground: a key, who is told, a network, and what another team adds to it.
const encryptionKey = new EncryptionKey(stack, 'Key').resource;
const alarmTopic = new AlarmTopic(stack, 'Alarms', { alarmContact: contact, encryptionKey }).resource;
new TeamsChannel(stack, 'Teams', {
  configurationName: 'every-noun',
  tenantId: '00000000-0000-4000-8000-000000000001',
  teamId: '00000000-0000-4000-8000-000000000002',
  channelId: '19%3Aevery-noun%40thread.tacv2',
  topic: alarmTopic,
});
const network = new PrivateNetwork(stack, 'Network', {
  cidr: '10.40.0.0/16',
  availabilityZones: ['eu-central-1a', 'eu-central-1b'],
  interfaceEndpoints: ['sagemaker.runtime', 'logs', 'kms'],
  encryptionKey,
});
const second = new ExistingNetwork(stack, 'SecondTeam', {
  vpcId: network.vpcId,
  subnetIds: network.subnetIds,
  routeTableIds: [],
  interfaceEndpoints: ['bedrock-agent-runtime'],
  gatewayEndpoints: [],
});
new AccountBudget(stack, 'Budget', {
  budgetName: 'every-noun',
  amountPerMonth: 5000,
  email: contact,
  notifyAtPercent: [50, 80],
});

// Artifacts: weights, images, documents, releases, and copies in a second region.
const artifacts = new ArtifactStore(stack, 'Artifacts', { encryptionKey });
const documents = new PrivateBucket(stack, 'Documents', { encryptionKey });
const releases = new ReleaseTable(stack, 'Releases', { encryptionKey });
const images = new ImageRepository(stack, 'Images', { encryptionKey, untaggedImageDays: 30 }).resource;
const cache = new PullThroughCache(stack, 'Cache', {
  repositoryPrefix: 'public',
  upstream: 'public.ecr.aws',
  encryptionKey,
});
const weights = new ModelImport(stack, 'Weights', {
  repository: 'Qwen/Qwen3-8B',
  revision: '0123456789abcdef0123456789abcdef01234567',
  bucket: artifacts.resource,
  encryptionKey,
});
new RegistryReplication(stack, 'ImageCopies', {
  rules: [
    {
      destinations: [{ region: secondRegion, registryId: account }],
      repositoryFilters: [{ filter: 'public/', filterType: 'PREFIX_MATCH' }],
    },
  ],
});
new BucketReplication(stack, 'Copies', {
  bucket: artifacts.resource,
  encryptionKey,
  destination: {
    region: secondRegion,
    bucketArn: 'arn:aws:s3:::every-noun-copies',
    keyArn: `arn:aws:kms:${secondRegion}:${account}:key/00000000-0000-4000-8000-000000000002`,
  },
});

// What answers: a model, and passages of documents.
const chatWeights = weightsIn(artifacts.resource, weights.prefix);
const chat = new GpuInferenceEndpoint(stack, 'Chat', {
  placement: {
    instanceType: 'ml.g6e.2xlarge',
    imageUri: images.repositoryUriForDigest(servingDigest),
    ...chatWeights,
    capacity: { kind: 'instances', minInstances: 2, maxInstances: 4 },
    targetConcurrency: 16,
    rollout: { kind: 'canary', canaryPercent: 50, waitSeconds: 600 },
  },
  network,
  encryptionKey,
  alarmTopic,
});
const vectors = new S3VectorStore(stack, 'Vectors', { dimension: 1024, encryptionKey });
const handbook = new BedrockKnowledgeBase(stack, 'Handbook', {
  embeddingModelId,
  store: vectors,
  documents: documentsIn(documents.resource, { prefix: 'handbook/' }),
  ingestion: { schedule: { expression: 'cron(0 3 * * ? *)', timeZone: 'Europe/Berlin' }, alarmTopic },
  encryptionKey,
});

// What makes the next version.
const candidates = new ModelPackageGroup(stack, 'Candidates', { groupName: 'chat', description: 'tuned chat models' });
const tuning = new FineTuningPipeline(stack, 'Lora', {
  job: {
    instanceType: 'ml.g6e.12xlarge',
    imageUri: cache.imageUri(`deep-learning-containers/pytorch-training@${trainingDigest}`),
    baseModelUri: chatWeights.modelDataUri,
  },
  artifactBucketName: artifacts.resource.bucketName,
  modelPackageGroupName: candidates.groupName,
  schedule: { expression: 'rate(7 days)' },
  alarmTopic,
  network,
  encryptionKey,
});

// What a person watches.
const prompts = new PromptLogGroup(stack, 'Prompts', { logGroupName: '/every-noun/prompts', encryptionKey });
new EndpointAlarms(stack, 'SlowAnswers', {
  metrics: chat.metrics,
  latencyP99Ms: 20_000,
  guardsRollout: false,
  topic: alarmTopic,
});
new LlmDashboard(stack, 'Dashboard', {
  dashboardName: 'every-noun',
  endpoints: { chat: chat.metrics },
  foundationModelIds: [embeddingModelId],
});

// Who may do what.
const application = new iam.Role(stack, 'Application', { assumedBy: new iam.AccountPrincipal(account) });
chat.grants.invoke(application);
handbook.grants.retrieve(application);
prompts.grants.write(application);
const deployer = new GithubDeployRole(stack, 'Deployer', {
  provider: 'create',
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'sts.amazonaws.com',
  subjects: ['repo:acme@1/assistant@2:environment:prod'],
  roleName: 'every-noun-deploy',
  assumableRoleNames: [`cdk-hnb659fds-deploy-role-${account}-${region}`],
});
handbook.grants.ingest(deployer);
tuning.grants.start(deployer);
releases.grants.read(deployer);
releases.grants.append(deployer);
documents.grants.write(deployer, 'handbook/');
artifacts.grants.read(deployer, 'tuning/output/');

// What another stack reads.
const parameters = new PlatformParameters(stack, 'Parameters', { parameterPrefix: '/llmops/every-noun/prod' });
parameters.publish('foundation/vpc-id', second.vpcId);
parameters.publish('deployment/endpoint-name/chat', chat.endpointName);
parameters.publish('knowledge/knowledge-base-id/handbook', handbook.knowledgeBaseId);
parameters.publish('integration/model-package-group-arn/chat', candidates.arn);
