import type { JsonObject } from '../../../../../lib/constraints/json';
import { indexAccess } from '../../../../../lib/local/aws/checks/index-access';
import { knowledgeBaseDimension } from '../../../../../lib/local/aws/checks/knowledge-base-dimension';
import { knowledgeBaseSearch } from '../../../../../lib/local/aws/checks/knowledge-base-search';
import { checkInput, existing } from './check-input';

const role = 'arn:aws:iam::111111111111:role/notes';
const collection = existing('AWS::OpenSearchServerless::Collection', 'c1', { Name: 'notes' });
const endpoint = 'https://c1.eu-central-1.aoss.amazonaws.com';
const access = (resource: string, principal = role, type = 'data'): ReturnType<typeof existing> =>
  existing('AWS::OpenSearchServerless::AccessPolicy', 'access', {
    Type: type,
    Policy: JSON.stringify([{ Rules: [{ ResourceType: 'index', Resource: [resource] }], Principal: [principal] }]),
  });
const index = (method: JsonObject): ReturnType<typeof existing> =>
  existing('AWS::OpenSearchServerless::Index', 'i1', {
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
    const reason = indexAccess(checkInput(properties, { existing: [collection, policy] }));
    expect(reason).toEqual(
      refused ? expect.stringContaining('no data access policy allows index/notes/chunks') : undefined,
    );
  });

  test('of a collection that no stack made is not checked', () => {
    expect(indexAccess(checkInput(properties))).toBeUndefined();
  });
});

describe('a knowledge base', () => {
  const base = (model = 'amazon.titan-embed-text-v2:0'): JsonObject => ({
    RoleArn: role,
    KnowledgeBaseConfiguration: {
      VectorKnowledgeBaseConfiguration: {
        EmbeddingModelArn: `arn:aws:bedrock:eu-central-1::foundation-model/${model}`,
      },
    },
    StorageConfiguration: {
      OpensearchServerlessConfiguration: {
        CollectionArn: collection.arn,
        VectorIndexName: 'chunks',
        FieldMapping: { VectorField: 'vec' },
      },
    },
  });
  const faiss = index({ Dimension: 1024, Method: { Engine: 'faiss' } });
  test.each([
    ['its role in the policy and faiss', [access('index/notes/*'), faiss], undefined],
    ['an index that no stack made', [access('index/notes/*')], undefined],
    [
      'another role in the policy',
      [access('index/notes/*', 'arn:aws:iam::111111111111:role/deployer'), faiss],
      /no data access to index\/notes\/chunks/,
    ],
    ['another engine', [access('index/notes/*'), index({ Method: { Engine: 'nmslib' } })], /has engine nmslib/],
  ])('with %s', (_name, around, refused) => {
    const reason = knowledgeBaseSearch(checkInput(base(), { existing: [collection, ...around] }));
    expect(reason).toEqual(refused === undefined ? undefined : expect.stringMatching(refused));
  });

  test.each([
    [1024, 'amazon.titan-embed-text-v2:0', undefined],
    [
      1536,
      'amazon.titan-embed-text-v2:0',
      /dimension 1024 of amazon.titan-embed-text-v2:0 does not match the dimension 1536/,
    ],
    [1536, 'example.unknown-v1', undefined],
  ])('over an index of %d numbers with %s', (dimension, model, refused) => {
    const around = [collection, index({ Dimension: dimension })];
    const reason = knowledgeBaseDimension(checkInput(base(model), { existing: around }));
    expect(reason).toEqual(refused === undefined ? undefined : expect.stringMatching(refused));
  });
});
