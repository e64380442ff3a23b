import type { JsonObject } from '../../../../lib/constraints/json';
import {
  knowledgeBaseFields,
  knowledgeBaseKind,
  knowledgeBaseVectorType,
} from '../../../../lib/constraints/llm/knowledge-base-storage';
import { breaches } from './around';

const unknown = { Ref: 'Unknown' };
const vector: JsonObject = { Type: 'VECTOR', VectorKnowledgeBaseConfiguration: {} };
const store: JsonObject = { Type: 'S3_VECTORS', S3VectorsConfiguration: {} };
const base = (KnowledgeBaseConfiguration: JsonObject, StorageConfiguration?: JsonObject): JsonObject => ({
  KnowledgeBaseConfiguration,
  ...(StorageConfiguration === undefined ? {} : { StorageConfiguration }),
});

test.each<[string, JsonObject, string | undefined]>([
  ['vectors and a store', base(vector, store), undefined],
  ['unknown parts', base(unknown, unknown), undefined],
  ['an unknown type', base({ Type: unknown }), undefined],
  ['an index of Kendra', base({ Type: 'KENDRA', KendraKnowledgeBaseConfiguration: {} }), undefined],
  ['a managed store', base({ Type: 'MANAGED' }), undefined],
  [
    'vectors without a model',
    base({ Type: 'VECTOR' }, store),
    '#/KnowledgeBaseConfiguration: KnowledgeBaseConfiguration of type VECTOR needs VectorKnowledgeBaseConfiguration',
  ],
  [
    'the configuration of another store',
    base(vector, { Type: 'RDS', S3VectorsConfiguration: {} }),
    '#/StorageConfiguration: StorageConfiguration of type RDS needs RdsConfiguration',
  ],
  ['vectors without a store', base(vector), '#: A knowledge base of type VECTOR needs StorageConfiguration'],
])('a knowledge base of %s', (_name, properties, refused) => {
  expect(breaches(knowledgeBaseKind, properties)).toEqual(refused === undefined ? [] : [refused]);
});

const mapped = (FieldMapping: JsonObject): JsonObject =>
  base(vector, { Type: 'OPENSEARCH_SERVERLESS', OpensearchServerlessConfiguration: { FieldMapping } });
test.each<[JsonObject, string | undefined]>([
  [{ VectorField: 'v', TextField: 't', MetadataField: 'm' }, undefined],
  [{ VectorField: unknown, TextField: unknown, MetadataField: 'm' }, undefined],
  [unknown, undefined],
  [
    { VectorField: 'v', TextField: 't', MetadataField: 't' },
    '#/StorageConfiguration/OpensearchServerlessConfiguration/FieldMapping/MetadataField: MetadataField and TextField are the same field, t',
  ],
])('the fields %j', (mapping, refused) => {
  expect(breaches(knowledgeBaseFields, mapped(mapping))).toEqual(refused === undefined ? [] : [refused]);
});

test.each([
  ['FLOAT32', store, false],
  ['BINARY', { Type: 'OPENSEARCH_SERVERLESS' }, false],
  ['BINARY', store, true],
])('vectors of type %s in %j', (EmbeddingDataType, storage, refused) => {
  const properties = base(
    {
      Type: 'VECTOR',
      VectorKnowledgeBaseConfiguration: {
        EmbeddingModelConfiguration: { BedrockEmbeddingModelConfiguration: { EmbeddingDataType } },
      },
    },
    storage,
  );
  expect(breaches(knowledgeBaseVectorType, properties)).toEqual(
    refused ? [expect.stringContaining('EmbeddingDataType is BINARY, and S3 Vectors')] : [],
  );
});
