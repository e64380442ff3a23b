import { resourceSchema } from '../../../lib/constraints/schema/service-spec';
import { settle } from '../../../lib/plan';
import { bedrock, openWeights } from '../../../lib/platform';
import type { TemplateJson } from '../../helpers/aws-app';
import { stageTemplates } from '../../helpers/aws-app';
import { nameOf, replacedIds, replacedUnderTheirName } from '../../helpers/aws-replacement';
import { environmentPlan } from '../../helpers/plan';
import type { PlatformOverrides } from '../../helpers/platform';
import { awsTarget, developmentEnvironment, digest, endpoint, platform } from '../../helpers/platform';

/*
 * Changes of one line or few, each deployed over what was there before. What they replace has no name, or another one:
 * CloudFormation creates the new resource before it deletes the former.
 */
const { models } = platform();
const handbook = { stores: ['s3-vectors', 'ai-search'], embedding: 'embed' } as const;
const tuning = { base: 'chat', method: 'lora', image: { repository: 'training', digest: digest('d') } } as const;
const serving = { engine: 'vllm', version: '0.27.1', imageDigest: { aws: digest('e'), azure: digest('b') } } as const;

const changes: Readonly<Record<string, PlatformOverrides>> = {
  'revision of a model': { models: { ...models, chat: openWeights('Qwen/Qwen3-32B', { revision: 'f'.repeat(40) }) } },
  'dimension of the embedding': {
    models: { ...models, embed: bedrock('amazon.titan-embed-text-v2:0', { dimensions: 256 }) },
  },
  chunking: {
    knowledge: { handbook: { ...handbook, chunking: { kind: 'fixed', maxTokens: 500, overlapPercent: 10 } } },
  },
  'no chunking': { knowledge: { handbook: { ...handbook, chunking: { kind: 'none' } } } },
  'prefix of the documents': { knowledge: { handbook: { ...handbook, prefix: 'manual/' } } },
  'digest of the image': { endpoints: { chat: endpoint({ serving }) } },
  'peak of the traffic': {
    endpoints: { chat: endpoint({ traffic: { peakConcurrency: 64, inputTokens: 1000, outputTokens: 200 } }) },
  },
  'kept warm': { endpoints: { chat: endpoint({ whenIdle: 'keep-warm' }) } },
  'image and data of a tuning job': { tuning: { 'chat-lora': { ...tuning, dataPrefix: 'data/', maxRuntimeHours: 3 } } },
  'contact of the owner': { owner: { team: 'b', costCenter: 'CC-2', contact: 'b@example.com' } },
  'data class': { dataClass: 'restricted' },
  'retention of logs': { logs: { retentionDays: 60 } },
  'ids of the repository': { pipeline: { kind: 'github', repository: 'example-org/support' } },
  'existing provider': {
    environments: {
      ...platform().environments,
      dev: developmentEnvironment({ aws: { ...awsTarget, identityProvider: 'existing' } }),
    },
  },
  'tier staging': { environments: { ...platform().environments, dev: developmentEnvironment({ tier: 'staging' }) } },
  'tier production': {
    environments: { ...platform().environments, dev: developmentEnvironment({ tier: 'production' }) },
  },
};

type Templates = Readonly<Record<string, TemplateJson>>;
const templatesOf = (overrides: PlatformOverrides): Templates => stageTemplates(settle(environmentPlan(overrides)));
const before = templatesOf({});

test.each(Object.entries(changes))('%s can be deployed and taken back', (_change, overrides) => {
  const after = templatesOf(overrides);
  const stacks = Object.keys(before).filter((stack) => stack in after);
  const refused = stacks.flatMap((stack) => {
    const [former, next] = [before[stack], after[stack]];
    if (former === undefined || next === undefined) return [];
    return [...replacedUnderTheirName(former, next), ...replacedUnderTheirName(next, former)];
  });
  expect(refused).toEqual([]);
});

test('the changes replace what they should, so the test above is not about nothing', () => {
  const types = (change: string): readonly string[] => {
    const { knowledge } = templatesOf(changes[change] ?? {});
    if (before.knowledge === undefined || knowledge === undefined) throw new Error('no knowledge stack');
    return [...replacedIds(before.knowledge, knowledge)].map((id) => knowledge.Resources[id]?.Type ?? '').sort();
  };
  expect(types('chunking')).toEqual(['AWS::Bedrock::DataSource']);
  expect(types('dimension of the embedding')).toEqual([
    'AWS::Bedrock::DataSource',
    'AWS::Bedrock::KnowledgeBase',
    'AWS::S3Vectors::Index',
  ]);
});

test('names are found where the template gives them', () => {
  const named = Object.values(before)
    .flatMap(({ Resources }) => Object.values(Resources))
    .filter((resource) => nameOf(resource) !== undefined)
    .map(({ Type }) => Type);
  expect([...new Set(named)].sort()).toEqual(
    expect.arrayContaining([
      'AWS::Bedrock::DataSource',
      'AWS::Bedrock::KnowledgeBase',
      'AWS::DynamoDB::Table',
      'AWS::ECR::Repository',
      'AWS::IAM::Role',
      'AWS::Logs::LogGroup',
      'AWS::S3::Bucket',
      'AWS::S3Vectors::Index',
      'AWS::SSM::Parameter',
      'AWS::SageMaker::Endpoint',
      'AWS::SageMaker::ModelPackageGroup',
      'AWS::SageMaker::Pipeline',
    ]),
  );
});

/** Create-only properties of a named resource beside its name, and why none of them changes under the name. */
const fixedUnderTheirName: Readonly<Record<string, string>> = {
  'AWS::ApplicationAutoScaling::ScalingPolicy ScalingTargetId': 'a reference, and its target is in the name',
  'AWS::DynamoDB::Table KeySchema': 'written in the construct',
  'AWS::ECR::Repository EncryptionConfiguration': 'the key of the environment, which is never replaced',
  'AWS::S3Vectors::Index DataType': 'written in the construct',
  'AWS::S3Vectors::Index Dimension': 'in the name',
  'AWS::S3Vectors::Index DistanceMetric': 'in the name',
  'AWS::S3Vectors::Index EncryptionConfiguration': 'the key of the environment, which is never replaced',
  'AWS::S3Vectors::Index MetadataConfiguration': 'decided once, for Bedrock',
  'AWS::S3Vectors::Index VectorBucketArn': 'the bucket of the knowledge base, named by its key',
  'AWS::S3Vectors::VectorBucket EncryptionConfiguration': 'the key of the environment, which is never replaced',
  'AWS::SageMaker::ModelPackageGroup ModelPackageGroupDescription': 'the key of the model and the platform',
  'AWS::Bedrock::KnowledgeBase StorageConfiguration': 'the index, whose name is in the name',
  'AWS::Bedrock::DataSource KnowledgeBaseId': 'names of data sources are unique in their knowledge base',
};

test('every create-only property of a named resource is known', () => {
  const named = ['dev', 'prod']
    .flatMap((environment) => Object.values(stageTemplates(settle(environmentPlan({}, environment)))))
    .flatMap(({ Resources }) => Object.values(Resources))
    .filter((resource) => nameOf(resource) !== undefined);
  const found = named.flatMap((resource) =>
    Object.keys(resource.Properties)
      .filter((property) => resource.Properties[property] !== nameOf(resource))
      .filter((property) => resourceSchema(resource.Type)?.properties[property]?.causesReplacement === 'yes')
      .map((property) => `${resource.Type} ${property}`),
  );
  expect([...new Set(found)].sort()).toEqual(Object.keys(fixedUnderTheirName).sort());
});
