import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { knowledgeBaseNetwork } from '../../../../lib/constraints/llm/knowledge-base-network';
import { knowledgeBaseIndexFields, searchIndexVectors } from '../../../../lib/constraints/llm/search-index';
import { breaches, cloud, known, template } from './around';

const unknown = { Ref: 'Unknown' };
const vector: JsonObject = { Type: 'knn_vector', Dimension: 1024, Method: { Name: 'hnsw' } };
const index = (fields: Json, Knn?: Json): JsonObject => ({
  Mappings: { Properties: fields },
  ...(Knn === undefined ? {} : { Settings: { Index: { Knn } } }),
});
const setting = '#/Settings/Index/Knn: Cannot set modelId or method parameters when index.knn setting is false';

test.each<[string, JsonObject, readonly string[]]>([
  ['vectors', index({ vec: vector, text: { Type: 'text' } }, true), []],
  ['vectors, with a text for a setting', index({ vec: vector }, 'true'), []],
  ['no vectors', index({ text: { Type: 'text' } }), []],
  ['unknown fields', index(unknown), []],
  ['an unknown length and setting', index({ vec: { Type: 'knn_vector', Dimension: unknown } }, unknown), []],
  ['vectors without method and setting', index({ vec: { Type: 'knn_vector', Dimension: 8 } }), []],
  ['unknown settings', { ...index({ vec: vector }), Settings: unknown }, []],
  [
    'vectors of no length',
    index({ vec: { Type: 'knn_vector' } }, true),
    ['#/Mappings/Properties/vec: A field of type knn_vector needs Dimension'],
  ],
  [
    'vectors of no length in an object',
    index({ doc: { Type: 'text', Properties: { vec: { Type: 'knn_vector' } } } }, true),
    ['#/Mappings/Properties/doc/Properties/vec: A field of type knn_vector needs Dimension'],
  ],
  ['vectors without the setting', index({ vec: vector }), [setting]],
  ['vectors with the setting off', index({ vec: vector }, false), [setting]],
])('an index with %s', (_name, properties, expected) => {
  expect(breaches(searchIndexVectors, properties)).toEqual(expected);
});

const collection = known('AWS::OpenSearchServerless::Collection', 'C', { Name: 'notes' });
const base = (VectorField: Json): JsonObject => ({
  StorageConfiguration: {
    OpensearchServerlessConfiguration: {
      CollectionArn: { Ref: 'C' },
      VectorIndexName: 'chunks',
      FieldMapping: { VectorField, TextField: 'text', MetadataField: 'meta' },
    },
  },
});
const indexed = (fields: Json) =>
  known('AWS::OpenSearchServerless::Index', 'I', {
    CollectionEndpoint: { 'Fn::GetAtt': ['C', 'CollectionEndpoint'] },
    IndexName: 'chunks',
    ...index(fields),
  });
const place = '#/StorageConfiguration/OpensearchServerlessConfiguration/FieldMapping/VectorField';

test.each<[Json, Json, string | undefined]>([
  ['vec', { vec: vector }, undefined],
  [unknown, { vec: vector }, undefined],
  ['vec', unknown, undefined],
  ['vec', { vec: { Type: unknown } }, undefined],
  ['vectors', { vec: vector }, `${place}: The index chunks has no field vectors; it has [vec]`],
  ['constructor', { vec: vector }, `${place}: The index chunks has no field constructor; it has [vec]`],
  [
    'text',
    { vec: vector, text: { Type: 'text' } },
    `${place}: The field text of the index chunks has type text, and vectors need knn_vector`,
  ],
])('a knowledge base with vectors in %j of %j', (field, fields, refused) => {
  expect(breaches(knowledgeBaseIndexFields, base(field), template(collection, indexed(fields)))).toEqual(
    refused === undefined ? [] : [refused],
  );
  expect(breaches(knowledgeBaseIndexFields, base(field), template(collection))).toEqual([]);
});

const network = (entry: JsonObject, resource = 'collection/notes', Type = 'network') =>
  known('AWS::OpenSearchServerless::SecurityPolicy', 'P', {
    Type,
    Policy: JSON.stringify([{ Rules: [{ ResourceType: 'collection', Resource: [resource] }], ...entry }]),
  });
test.each<[string, ReturnType<typeof network>[], boolean]>([
  ['everybody', [network({ AllowFromPublic: true })], false],
  ['the service', [network({ SourceServices: ['bedrock.amazonaws.com'] }, 'collection/*')], false],
  ['a VPC', [network({ SourceVPCEs: ['vpce-1'] })], true],
  ['everybody, for another collection', [network({ AllowFromPublic: true }, 'collection/other')], true],
  ['everybody, in another type of policy', [network({ AllowFromPublic: true }, 'collection/notes', 'other')], true],
  ['nobody', [], true],
])('a collection that is open to %s', (_name, policies, refused) => {
  expect(breaches(knowledgeBaseNetwork, base('vec'), cloud([collection, ...policies]))).toEqual(
    refused ? [expect.stringContaining('Bedrock does not reach the collection notes')] : [],
  );
  expect(breaches(knowledgeBaseNetwork, base('vec'), template(collection, ...policies))).toEqual([]);
  expect(breaches(knowledgeBaseNetwork, base('vec'), cloud(policies))).toEqual([]);
});
