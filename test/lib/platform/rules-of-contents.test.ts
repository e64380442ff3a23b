import type { Mistake } from '../../helpers/spec-mistakes';
import { reported } from '../../helpers/spec-mistakes';

const mistakes: readonly Mistake[] = [
  [
    'a branch in place of a revision',
    'models/chat/revision',
    'main',
    {
      code: 'InvalidRevision',
      path: 'models.chat.revision',
      got: 'main',
      expected: '40 lower-case hexadecimal digits',
      fix: 'write the commit hash that the branch points to now',
    },
  ],
  [
    'a repository id without organisation',
    'models/chat/id',
    'Qwen3-32B',
    {
      code: 'InvalidModelId',
      path: 'models.chat.id',
      got: 'Qwen3-32B',
      expected: 'organisation/name, for example Qwen/Qwen3-32B',
      fix: 'copy the id from the page of the model',
    },
  ],
  [
    'weights at a place without its slash',
    'models/chat/artifact',
    { s3Uri: 's3://weights/qwen' },
    {
      code: 'InvalidArtifactUri',
      path: 'models.chat.artifact.s3Uri',
      got: 's3://weights/qwen',
      expected: 's3://bucket/prefix/ with a final slash',
      fix: 'use s3://bucket/prefix/ with a final slash',
    },
  ],
  [
    'a model version of nothing',
    'models/frontier/version',
    '',
    {
      code: 'InvalidModelVersion',
      path: 'models.frontier.version',
      got: '',
      expected: 'a version, for example 2025-04-14',
      fix: `copy it from 'az cognitiveservices model list'`,
    },
  ],
  [
    'an unknown model',
    'endpoints/chat/model',
    'chta',
    {
      code: 'UnknownModel',
      path: 'endpoints.chat.model',
      got: 'chta',
      expected: `model 'chat', 'embed', 'embed-azure' or 'frontier'`,
      fix: `did you mean 'chat'?`,
    },
  ],
  [
    'an endpoint of a managed model',
    'endpoints/chat/model',
    'frontier',
    {
      code: 'WrongModelKind',
      path: 'endpoints.chat.model',
      got: 'frontier',
      expected: `a model of kind open-weights: 'chat'`,
      fix: `use 'chat'`,
    },
  ],
  [
    'a tag in place of a digest',
    'endpoints/chat/serving/imageDigest/aws',
    'v0.27.1',
    {
      code: 'InvalidDigest',
      path: 'endpoints.chat.serving.imageDigest.aws',
      got: 'v0.27.1',
      expected: 'sha256: and 64 lower-case hexadecimal digits',
      fix: `copy the digest from the registry or from 'docker buildx imagetools inspect'`,
    },
  ],
  [
    'a cloud without an image',
    'endpoints/chat/serving/imageDigest/azure',
    undefined,
    {
      code: 'MissingImageDigest',
      path: 'endpoints.chat.serving.imageDigest.azure',
      got: undefined,
      expected: 'sha256: and 64 hexadecimal digits',
      fix: `add endpoints.chat.serving.imageDigest.azure, or remove 'azure' from endpoints.chat.clouds`,
    },
  ],
  [
    'a cloud twice',
    'endpoints/chat/clouds',
    ['aws', 'azure', 'aws'],
    {
      code: 'RepeatedEntry',
      path: 'endpoints.chat.clouds[2]',
      got: 'aws',
      expected: 'every entry once',
      fix: 'remove endpoints.chat.clouds[2]',
    },
  ],
  [
    'a longest request shorter than a typical one',
    'endpoints/chat/traffic/maxTokens',
    1000,
    {
      code: 'MaxTokensBelowTypical',
      path: 'endpoints.chat.traffic.maxTokens',
      got: 1000,
      expected: 'at least 1200',
      fix: 'raise maxTokens to 1200 or more, or remove it',
    },
  ],
  [
    'a prefix that also matches its neighbours',
    'knowledge/handbook/prefix',
    '/docs',
    {
      code: 'InvalidPrefix',
      path: 'knowledge.handbook.prefix',
      got: '/docs',
      expected: 'path segments with a final slash and no leading slash, for example handbook/',
      fix: `write 'docs/'`,
    },
  ],
  [
    'a Bedrock knowledge base that embeds elsewhere',
    'knowledge/handbook/embedding',
    'frontier',
    {
      code: 'WrongModelKind',
      path: 'knowledge.handbook.embedding',
      got: 'frontier',
      expected: `a model of kind bedrock: 'embed'`,
      fix: `use 'embed'`,
    },
  ],
  [
    'an embedding on Azure that is not there',
    'knowledge/handbook/azureEmbedding',
    'embed',
    {
      code: 'WrongModelKind',
      path: 'knowledge.handbook.azureEmbedding',
      got: 'embed',
      expected: `a model of kind azure-openai: 'embed-azure' or 'frontier'`,
      fix: `use 'embed-azure' or 'frontier'`,
    },
  ],
  [
    'an embedding on Azure without vectors there',
    'knowledge/handbook/stores',
    ['s3-vectors'],
    {
      code: 'EmbeddingWithoutStore',
      path: 'knowledge.handbook.azureEmbedding',
      got: 'embed-azure',
      expected: `azureEmbedding beside the store 'ai-search' only`,
      fix: `add 'ai-search' to knowledge.handbook.stores, or remove knowledge.handbook.azureEmbedding`,
    },
  ],
  [
    'a registry of an unknown model',
    'registry/models',
    ['chad'],
    {
      code: 'UnknownModel',
      path: 'registry.models[0]',
      got: 'chad',
      expected: `model 'chat', 'embed', 'embed-azure' or 'frontier'`,
      fix: `did you mean 'chat'?`,
    },
  ],
  [
    'tuning of a managed model',
    'tuning/chat-lora/base',
    'embed',
    {
      code: 'WrongModelKind',
      path: 'tuning.chat-lora.base',
      got: 'embed',
      expected: `a model of kind open-weights: 'chat'`,
      fix: `use 'chat'`,
    },
  ],
  [
    'an image repository with its host',
    'tuning/chat-lora/image/repository',
    'example.com/training:1',
    {
      code: 'InvalidImageRepository',
      path: 'tuning.chat-lora.image.repository',
      got: 'example.com/training:1',
      expected: 'a repository without registry host and tag, for example huggingface-pytorch-training',
      fix: 'remove the host before the first slash, the tag and the digest',
    },
  ],
  [
    'a job longer than SageMaker allows',
    'tuning/chat-lora/maxRuntimeHours',
    673,
    {
      code: 'NumberOutOfRange',
      path: 'tuning.chat-lora.maxRuntimeHours',
      got: 673,
      expected: 'at most 672',
      fix: 'use at most 672',
    },
  ],
];

test.each(mistakes)('fails on %s and says how to right it', (_title, path, value, issue) => {
  expect(reported(path, value)).toEqual([issue]);
});
