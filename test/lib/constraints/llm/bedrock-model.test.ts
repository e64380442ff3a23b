import { catalog } from '../../../../lib/catalog';
import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { bedrockModel } from '../../../../lib/constraints/llm/bedrock-model';
import { breachesOf, cloud } from './around';

const prompt = (ModelId: Json): JsonObject => ({ Variants: [{ Name: 'a', ModelId }] });
const base = (EmbeddingModelArn: Json): JsonObject => ({
  KnowledgeBaseConfiguration: { VectorKnowledgeBaseConfiguration: { EmbeddingModelArn } },
});
const check = (type: string, properties: JsonObject) => breachesOf(bedrockModel, type, properties, cloud());
const sonnet = 'anthropic.claude-sonnet-4-6';
const foundation = 'arn:aws:bedrock:eu-central-1::foundation-model';

test.each<Json>([
  sonnet,
  `eu.${sonnet}`,
  `global.${sonnet}`,
  `${foundation}/${sonnet}`,
  `arn:aws:bedrock:eu-central-1:111111111111:inference-profile/eu.${sonnet}`,
  'anthropic.claude-3-sonnet-20240229-v1:0:28k',
  'anthropic.claude-v2:1:200k',
  'deepseek.v3.1',
  // Somebody's own, and providers that nobody listed, are not known.
  'arn:aws:bedrock:eu-central-1:111111111111:provisioned-model/abcdefghijkl',
  'arn:aws:bedrock:eu-central-1:111111111111:application-inference-profile/abcdefghijkl',
  'arn:aws:sagemaker:eu-central-1:111111111111:endpoint/chat',
  'acme.road-runner-v1:0',
  'eu.acme.road-runner-v1:0',
  { Ref: 'Model' },
  { 'Fn::Sub': 'arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/${Model}' },
  { 'Fn::Sub': `arn:\${AWS::Partition}:bedrock:\${AWS::Region}::foundation-model/${sonnet}` },
])('accepts %j', (model) => {
  expect(check('AWS::Bedrock::Prompt', prompt(model))).toEqual([]);
});

test.each<[Json, string]>([
  ['anthropic.claude-9', 'The provided model identifier is invalid: anthropic.claude-9 is none of the'],
  ['eu.anthropic.claude-9', 'The provided model identifier is invalid: anthropic.claude-9 is none of the'],
  ['anthropic.claude-3-haiku-20240307-v1', 'anthropic.claude-3-haiku-20240307-v1 is none of the'],
  [`${foundation}/meta.llama9`, 'meta.llama9 is none of the'],
  [
    { 'Fn::Sub': 'arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/meta.llama9' },
    'meta.llama9 is none of the',
  ],
  [
    { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':bedrock:eu-central-1::foundation-model/meta.llama9']] },
    'meta.llama9 is none of the',
  ],
  ['amazon.titan-embed-text-v2:0', 'amazon.titan-embed-text-v2:0 does not generate text'],
  ['cohere.rerank-v3-5:0', 'cohere.rerank-v3-5:0 does not generate text'],
  [`us.${sonnet}`, `The inference profile us.${sonnet} cannot be called from eu-central-1`],
])('refuses %j', (model, problem) => {
  expect(check('AWS::Bedrock::Prompt', prompt(model))).toEqual([expect.stringMatching(/^#\/Variants\/0\/ModelId: /)]);
  expect(check('AWS::Bedrock::Prompt', prompt(model))[0]).toContain(problem);
});

test('a knowledge base takes an embedding model', () => {
  expect(check('AWS::Bedrock::KnowledgeBase', base(`${foundation}/amazon.titan-embed-text-v2:0`))).toEqual([]);
  expect(check('AWS::Bedrock::KnowledgeBase', base(`${foundation}/${sonnet}`))).toEqual([
    `#/KnowledgeBaseConfiguration/VectorKnowledgeBaseConfiguration/EmbeddingModelArn: ${sonnet} is not an embedding model`,
  ]);
});

test.each<[string, JsonObject]>([
  ['AWS::Bedrock::Agent', { FoundationModel: 'meta.x' }],
  ['AWS::Bedrock::Agent', { PromptOverrideConfiguration: { PromptConfigurations: [{ FoundationModel: 'meta.x' }] } }],
  ['AWS::Bedrock::ApplicationInferenceProfile', { ModelSource: { CopyFrom: `${foundation}/meta.x` } }],
  [
    'AWS::Bedrock::DataSource',
    {
      VectorIngestionConfiguration: {
        ParsingConfiguration: { BedrockFoundationModelConfiguration: { ModelArn: `${foundation}/meta.x` } },
      },
    },
  ],
  [
    'AWS::Bedrock::Flow',
    {
      Definition: {
        Nodes: [{ Configuration: { Prompt: { SourceConfiguration: { Inline: { ModelId: 'meta.x' } } } } }],
      },
    },
  ],
  ['AWS::Bedrock::IntelligentPromptRouter', { Models: [{ ModelArn: `${foundation}/meta.x` }] }],
])('%s is judged', (type, properties) => {
  expect(check(type, properties)).toEqual([expect.stringContaining('meta.x is none of the')]);
  expect(check(type, {})).toEqual([]);
});

test('every Bedrock model of the catalogue is known, with its profiles', () => {
  const names = catalog.managedModels
    .filter(({ service, kind }) => service === 'bedrock' && kind === 'text-generation')
    .flatMap(({ id, versions }) => [
      id,
      ...versions.flatMap(({ offers }) => offers.flatMap(({ profile }) => profile ?? [])),
    ]);
  expect(names.length).toBeGreaterThan(100);
  const refused = names.filter((name) =>
    check('AWS::Bedrock::Prompt', prompt(name)).some((text) => !text.includes('cannot be called from eu-central-1')),
  );
  expect(refused).toEqual([]);
});

test('a profile of the catalogue can be called from the regions of its row', () => {
  const offers = catalog.managedModels
    .filter(({ service, kind }) => service === 'bedrock' && kind === 'text-generation')
    .flatMap(({ versions }) => versions.flatMap((version) => version.offers));
  const refused = offers.flatMap(({ profile, regions }) =>
    regions.flatMap((region) =>
      profile === undefined
        ? []
        : breachesOf(bedrockModel, 'AWS::Bedrock::Prompt', prompt(profile), { ...cloud(), region }),
    ),
  );
  expect(refused).toEqual([]);
});
