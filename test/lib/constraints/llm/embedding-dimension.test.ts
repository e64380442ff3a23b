import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { embeddingDimension } from '../../../../lib/constraints/llm/embedding-dimension';
import { embeddingModelOf } from '../../../../lib/constraints/llm/embedding-models';
import { breaches, cloud, known, template } from './around';

const index = (dimension: Json) => known('AWS::S3Vectors::Index', 'ix', { Dimension: dimension });
const base = (model: string, dimensions?: Json, indexArn: Json = 'ix'): JsonObject => ({
  KnowledgeBaseConfiguration: {
    VectorKnowledgeBaseConfiguration: {
      EmbeddingModelArn: `arn:aws:bedrock:eu-central-1::foundation-model/${model}`,
      ...(dimensions === undefined
        ? {}
        : { EmbeddingModelConfiguration: { BedrockEmbeddingModelConfiguration: { Dimensions: dimensions } } }),
    },
  },
  StorageConfiguration: { S3VectorsConfiguration: { IndexArn: indexArn } },
});
const place = '#/StorageConfiguration/S3VectorsConfiguration/IndexArn';
const written =
  '#/KnowledgeBaseConfiguration/VectorKnowledgeBaseConfiguration/EmbeddingModelConfiguration/BedrockEmbeddingModelConfiguration/Dimensions';

test.each<[string, Json | undefined, Json]>([
  ['amazon.titan-embed-text-v1', undefined, 1536],
  ['amazon.titan-embed-text-v2:0', undefined, 1024],
  ['amazon.titan-embed-text-v2:0', 256, 256],
  ['amazon.titan-embed-text-v2:0', 256, '256'],
  ['cohere.embed-english-v3', undefined, 1024],
  ['cohere.embed-multilingual-v3', undefined, 1024],
  // What is not known is not guessed.
  ['acme.embed-v9', undefined, 77],
  ['amazon.titan-embed-text-v2:0', { Ref: 'Dimensions' }, 256],
  ['amazon.titan-embed-text-v2:0', undefined, { Ref: 'Dimension' }],
])('accepts %s with %j dimensions and an index of %j', (model, dimensions, of) => {
  expect(breaches(embeddingDimension, base(model, dimensions), cloud([index(of)]))).toEqual([]);
  expect(breaches(embeddingDimension, base(model, dimensions, { Ref: 'ix' }), template(index(of)))).toEqual([]);
});

test.each([
  ['amazon.titan-embed-text-v1', undefined, 1024, 1536],
  ['amazon.titan-embed-text-v2:0', 256, 1024, 256],
  ['acme.embed-v9', 512, 1024, 512],
])('refuses %s with %s dimensions and an index of %i', (model, dimensions, of, used) => {
  expect(breaches(embeddingDimension, base(model, dimensions), cloud([index(of)]))).toEqual([
    `${place}: The embedding dimension ${used} of ${model} does not match the dimension ${of} of S3 vector index ix`,
  ]);
});

test('refuses a length that the model does not give', () => {
  expect(breaches(embeddingDimension, base('amazon.titan-embed-text-v2:0', 768), cloud([index(768)]))).toEqual([
    `${written}: amazon.titan-embed-text-v2:0 does not give vectors of 768 numbers; it gives 1024, 512, 256`,
  ]);
});

test('refuses an index that does not exist, and leaves what is not known alone', () => {
  const properties = base('amazon.titan-embed-text-v1');
  expect(breaches(embeddingDimension, properties, cloud())).toEqual([`${place}: S3 vector index ix does not exist`]);
  expect(breaches(embeddingDimension, properties, template())).toEqual([]);
  expect(breaches(embeddingDimension, { StorageConfiguration: { Ref: 'X' } }, cloud())).toEqual([]);
  expect(breaches(embeddingDimension, {}, cloud())).toEqual([]);
});

test.each([
  ['amazon.titan-embed-text-v2:0', 'amazon.titan-embed-text-v2'],
  ['arn:aws:bedrock:us-east-1::foundation-model/cohere.embed-v4:0', 'cohere.embed-v4'],
  ['eu.cohere.embed-v4:0', 'cohere.embed-v4'],
  ['amazon.titan-embed-text-v22', undefined],
])('%s is the embedding model %s', (id, expected) => {
  expect(embeddingModelOf(id)?.id).toBe(expected);
});

test.each<[Json, boolean]>([
  [1024, false],
  [{ Ref: 'Dimension' }, false],
  [1536, true],
])('a graph of dimension %j', (VectorSearchDimension, refused) => {
  const graph = known('AWS::NeptuneGraph::Graph', 'G', { VectorSearchConfiguration: { VectorSearchDimension } });
  const properties = {
    ...base('amazon.titan-embed-text-v2:0'),
    StorageConfiguration: { NeptuneAnalyticsConfiguration: { GraphArn: { 'Fn::GetAtt': ['G', 'GraphArn'] } } },
  };
  expect(breaches(embeddingDimension, properties, template(graph))).toEqual(
    refused
      ? [
          '#/StorageConfiguration/NeptuneAnalyticsConfiguration/GraphArn: The embedding dimension 1024 of amazon.titan-embed-text-v2:0 does not match the dimension 1536 of graph G',
        ]
      : [],
  );
  expect(breaches(embeddingDimension, properties, template())).toEqual([]);
});
