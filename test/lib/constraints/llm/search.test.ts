import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { collectionEncryption } from '../../../../lib/constraints/llm/collection-encryption';
import { embeddingDimension } from '../../../../lib/constraints/llm/embedding-dimension';
import { indexAccess } from '../../../../lib/constraints/llm/index-access';
import { knowledgeBaseSearch } from '../../../../lib/constraints/llm/knowledge-base-search';
import { breaches, cloud, known, template } from './around';

describe('the encryption of a collection', () => {
  const policy = (value: Json, type = 'encryption') =>
    known('AWS::OpenSearchServerless::SecurityPolicy', 'P', { Type: type, Policy: value });
  const rules = (resource: string, type = 'collection') => ({
    Rules: [{ ResourceType: type, Resource: [resource] }],
  });
  const check = (...policies: readonly ReturnType<typeof policy>[]) =>
    breaches(collectionEncryption, { Name: 'handbook' }, cloud(policies));

  test.each([
    ['by name', policy(rules('collection/handbook'))],
    ['by name, as text', policy(JSON.stringify(rules('collection/handbook')))],
    ['by a prefix', policy(rules('collection/hand*'))],
    ['with every other', policy(rules('collection/*'))],
  ])('is a policy that covers it %s', (_name, covering) => {
    expect(check(covering)).toEqual([]);
    expect(check(policy(rules('collection/other')), covering)).toEqual([]);
  });

  test.each([
    ['no policy', []],
    ['a policy of another name', [policy(rules('collection/handbooks'))]],
    ['a name that is only a prefix', [policy(rules('collection/hand'))]],
    ['a prefix of another name', [policy(rules('collection/manual*'))]],
    ['a policy of the network', [policy(rules('collection/handbook'), 'network')]],
    ['a rule about another kind of resource', [policy(rules('collection/handbook', 'index'))]],
    ['a policy that is not JSON', [policy('Rules')]],
    ['a policy without rules', [policy({})]],
  ])('is missing with %s', (_name, policies) => {
    expect(check(...policies)).toEqual([
      '#/Name: No matching security policy of encryption type found for collection name: handbook. Please create security policy of encryption type for this collection.',
    ]);
  });

  test('is not asked for with a key, in a group, of an unknown name, or where policies may exist elsewhere', () => {
    for (const properties of [
      { Name: 'a', EncryptionConfig: { AWSOwnedKey: true } },
      { Name: 'a', CollectionGroupName: 'g' },
      { Name: { Ref: 'Name' } },
    ]) {
      expect(breaches(collectionEncryption, properties, cloud())).toEqual([]);
    }
    expect(breaches(collectionEncryption, { Name: 'a' }, template())).toEqual([]);
  });
});

const role = 'arn:aws:iam::111111111111:role/notes';
const endpoint = 'https://c1.eu-central-1.aoss.amazonaws.com';
const collection = known('AWS::OpenSearchServerless::Collection', 'c1', { Name: 'notes' }, endpoint);
const access = (resource: string, principal = role, type = 'data') =>
  known('AWS::OpenSearchServerless::AccessPolicy', 'access', {
    Type: type,
    Policy: JSON.stringify([{ Rules: [{ ResourceType: 'index', Resource: [resource] }], Principal: [principal] }]),
  });
const index = (method: JsonObject) =>
  known('AWS::OpenSearchServerless::Index', 'i1', {
    CollectionEndpoint: endpoint,
    IndexName: 'chunks',
    Mappings: { Properties: { vec: { Type: 'knn_vector', ...method } } },
  });

describe('a vector index', () => {
  const properties = { CollectionEndpoint: endpoint, IndexName: 'chunks' };
  test.each([
    ['its name', access('index/notes/chunks'), false],
    ['a pattern', access('index/notes/*'), false],
    ['another collection', access('index/other/*'), true],
    ['the collection alone', access('collection/notes'), true],
    ['it, but as another type of policy', access('index/notes/*', role, 'other'), true],
  ])('with a policy that covers %s', (_name, policy, refused) => {
    expect(breaches(indexAccess, properties, cloud([collection, policy]))).toEqual(
      refused ? ['#/IndexName: 403 Forbidden: no data access policy allows index/notes/chunks'] : [],
    );
  });

  test('of a collection that nobody declared, or with policies elsewhere, is not judged', () => {
    expect(breaches(indexAccess, properties, cloud())).toEqual([]);
    expect(breaches(indexAccess, properties, template(collection))).toEqual([]);
  });
});

const base = (model: string, more: JsonObject = {}): JsonObject => ({
  RoleArn: role,
  KnowledgeBaseConfiguration: {
    VectorKnowledgeBaseConfiguration: {
      EmbeddingModelArn: `arn:aws:bedrock:eu-central-1::foundation-model/${model}`,
      ...more,
    },
  },
  StorageConfiguration: {
    OpensearchServerlessConfiguration: {
      CollectionArn: 'c1',
      VectorIndexName: 'chunks',
      FieldMapping: { VectorField: 'vec' },
    },
  },
});
const titan = 'amazon.titan-embed-text-v2:0';

describe('a knowledge base over a collection', () => {
  const faiss = index({ Dimension: 1024, Method: { Engine: 'faiss' } });
  test.each([
    ['its role in the policy and faiss', [access('index/notes/*'), faiss], []],
    ['an index that nobody declared', [access('index/notes/*')], []],
    [
      'another role in the policy',
      [access('index/notes/*', 'arn:aws:iam::111111111111:role/deployer'), faiss],
      [
        `#/RoleArn: The role ${role} has no data access to index/notes/chunks: no data access policy of the collection names it`,
      ],
    ],
    [
      'another engine',
      [access('index/notes/*'), index({ Method: { Engine: 'nmslib' } })],
      [
        '#/StorageConfiguration/OpensearchServerlessConfiguration/VectorIndexName: The index chunks has engine nmslib; a knowledge base takes an index of engine faiss',
      ],
    ],
  ])('with %s', (_name, around, expected) => {
    expect(breaches(knowledgeBaseSearch, base(titan), cloud([collection, ...around]))).toEqual(expected);
  });

  test('is not judged where its policies are not known', () => {
    expect(breaches(knowledgeBaseSearch, base(titan), template(collection))).toEqual([]);
    expect(breaches(knowledgeBaseSearch, { ...base(titan), RoleArn: { Ref: 'R' } }, cloud([collection]))).toEqual([]);
  });

  test.each([
    [1024, titan, {}, false],
    [1536, titan, {}, true],
    [1536, 'example.unknown-v1', {}, false],
    [1536, titan, { EmbeddingModelConfiguration: { Ref: 'Unknown' } }, false],
  ])('over an index of %d numbers with %s and %j', (dimension, model, more, refused) => {
    const around = cloud([collection, index({ Dimension: dimension })]);
    expect(breaches(embeddingDimension, base(model, more), around)).toHaveLength(refused ? 1 : 0);
  });
});
