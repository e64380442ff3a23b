import type { JsonObject } from '../../../../../lib/constraints/json';
import { knowledgeBaseDimension } from '../../../../../lib/local/aws/checks/knowledge-base-dimension';
import { checkInput, existing } from './check-input';

const index = (dimension: number | string) => existing('AWS::S3Vectors::Index', 'ix', { Dimension: dimension });
const base = (model: string, dimensions?: number): JsonObject => ({
  KnowledgeBaseConfiguration: {
    VectorKnowledgeBaseConfiguration: {
      EmbeddingModelArn: `arn:aws:bedrock:eu-central-1::foundation-model/${model}`,
      ...(dimensions === undefined
        ? {}
        : { EmbeddingModelConfiguration: { BedrockEmbeddingModelConfiguration: { Dimensions: dimensions } } }),
    },
  },
  StorageConfiguration: { S3VectorsConfiguration: { IndexArn: 'arn:test:ix' } },
});
const check = (properties: JsonObject, dimension: number | string) =>
  knowledgeBaseDimension(checkInput(properties, { existing: [index(dimension)] }));

test.each([
  ['amazon.titan-embed-text-v1', undefined, 1536],
  ['amazon.titan-embed-text-v2:0', undefined, 1024],
  ['amazon.titan-embed-text-v2:0', 256, 256],
  ['cohere.embed-english-v3', undefined, 1024],
  ['cohere.embed-multilingual-v3', undefined, 1024],
  // A model that the check does not know is not guessed.
  ['acme.embed-v9', undefined, 77],
])('accepts %s with %s dimensions and an index of %i', (model, dimensions, of) => {
  expect(check(base(model, dimensions), of)).toBeUndefined();
  expect(check(base(model, dimensions), String(of))).toBeUndefined();
});

test.each([
  ['amazon.titan-embed-text-v1', undefined, 1024, 1536],
  ['amazon.titan-embed-text-v2:0', 256, 1024, 256],
  ['acme.embed-v9', 512, 1024, 512],
])('fails on %s with %s dimensions and an index of %i', (model, dimensions, of, used) => {
  expect(check(base(model, dimensions), of)).toBe(
    `The embedding dimension ${used} of ${model} does not match the dimension ${of} of S3 vector index arn:test:ix (#/StorageConfiguration/S3VectorsConfiguration/IndexArn)`,
  );
});

test('fails on an index that does not exist, and leaves other stores alone', () => {
  expect(knowledgeBaseDimension(checkInput(base('amazon.titan-embed-text-v1')))).toBe(
    'S3 vector index arn:test:ix does not exist (#/StorageConfiguration/S3VectorsConfiguration/IndexArn)',
  );
  expect(
    knowledgeBaseDimension(checkInput({ StorageConfiguration: { OpensearchServerlessConfiguration: {} } })),
  ).toBeUndefined();
});
