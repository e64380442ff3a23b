import type { Json, JsonObject } from '../../../lib/constraints/json';
import type { TestTemplate } from '../../lib/local/aws/engine';
import type { PlantedFault } from '../planted';

const role = 'arn:aws:iam::111111111111:role/bedrock';
const policy = (Type: string, type: string, document: Json): JsonObject => ({
  Type: `AWS::OpenSearchServerless::${Type}`,
  Properties: { Name: 'planted', Type: type, Policy: JSON.stringify(document) },
});
const rule = { ResourceType: 'collection', Resource: ['collection/notes'] };

/** What may be wrong with a knowledge base over a collection. */
interface Variation {
  readonly encrypted?: string;
  readonly network?: JsonObject;
  readonly principal?: string;
  readonly engine?: string;
  readonly dimension?: number;
  readonly knn?: boolean;
  readonly field?: string;
}

function knowledge(variation: Variation = {}): TestTemplate {
  const { encrypted = 'collection/notes', network = { SourceServices: ['bedrock.amazonaws.com'] } } = variation;
  const { principal = role, engine = 'faiss', dimension = 1024, knn = true, field = 'vec' } = variation;
  const store = {
    CollectionArn: { 'Fn::GetAtt': ['C', 'Arn'] },
    VectorIndexName: 'chunks',
    FieldMapping: { VectorField: field, TextField: 'text', MetadataField: 'meta' },
  };
  return {
    Resources: {
      E: policy('SecurityPolicy', 'encryption', {
        Rules: [{ ...rule, Resource: [encrypted] }],
        AWSOwnedKey: true,
      }),
      N: {
        Type: 'AWS::OpenSearchServerless::SecurityPolicy',
        Properties: { Name: 'planted', Type: 'network', Policy: JSON.stringify([{ Rules: [rule], ...network }]) },
      },
      A: policy('AccessPolicy', 'data', [
        {
          Rules: [{ ResourceType: 'index', Resource: ['index/notes/*'], Permission: ['aoss:*'] }],
          Principal: [principal],
        },
      ]),
      C: {
        Type: 'AWS::OpenSearchServerless::Collection',
        DependsOn: ['E', 'N', 'A'],
        Properties: { Name: 'notes', Type: 'VECTORSEARCH' },
      },
      I: {
        Type: 'AWS::OpenSearchServerless::Index',
        Properties: {
          CollectionEndpoint: { 'Fn::GetAtt': ['C', 'CollectionEndpoint'] },
          IndexName: 'chunks',
          Settings: { Index: { Knn: knn } },
          Mappings: {
            Properties: {
              vec: { Type: 'knn_vector', Dimension: dimension, Method: { Name: 'hnsw', Engine: engine } },
              text: { Type: 'text' },
              meta: { Type: 'text' },
            },
          },
        },
      },
      K: {
        Type: 'AWS::Bedrock::KnowledgeBase',
        DependsOn: 'I',
        Properties: {
          Name: 'planted',
          RoleArn: role,
          KnowledgeBaseConfiguration: {
            Type: 'VECTOR',
            VectorKnowledgeBaseConfiguration: {
              EmbeddingModelArn: 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0',
            },
          },
          StorageConfiguration: { Type: 'OPENSEARCH_SERVERLESS', OpensearchServerlessConfiguration: store },
        },
      },
    },
  };
}

const valid = knowledge();

/** Faults in a knowledge base over a collection of OpenSearch Serverless. */
export const searchFaults: readonly PlantedFault[] = [
  {
    id: 'aoss_not_encrypted',
    fault: 'a collection that no encryption policy covers',
    broken: knowledge({ encrypted: 'collection/other' }),
    valid,
    reason: /No matching security policy of encryption type found for collection name: notes/,
  },
  {
    id: 'aoss_network',
    fault: 'a collection that Bedrock does not reach',
    broken: knowledge({ network: { SourceVPCEs: ['vpce-0123456789abcdef0'] } }),
    valid,
    reason: /Bedrock does not reach the collection notes/,
  },
  {
    id: 'aoss_access',
    fault: 'a role that no data access policy names',
    broken: knowledge({ principal: 'arn:aws:iam::111111111111:role/other' }),
    valid,
    reason: /role\/bedrock has no data access to index\/notes\/chunks/,
  },
  {
    id: 'aoss_engine',
    fault: 'an engine that Bedrock does not take',
    broken: knowledge({ engine: 'nmslib' }),
    valid,
    reason: /The index chunks has engine nmslib; a knowledge base takes an index of engine faiss/,
  },
  {
    id: 'aoss_dimension',
    fault: 'an index of another length',
    broken: knowledge({ dimension: 1536 }),
    valid,
    reason:
      /The embedding dimension 1024 of .* does not match the dimension 1536 of OpenSearch Serverless index chunks/,
  },
  {
    id: 'aoss_knn',
    fault: 'an index that does not search vectors',
    broken: knowledge({ knn: false }),
    valid,
    reason: /#\/Settings\/Index\/Knn: Cannot set modelId or method parameters when index\.knn setting is false/,
  },
  {
    id: 'aoss_field',
    fault: 'vectors in a field that the index lacks',
    broken: knowledge({ field: 'vector' }),
    valid,
    reason: /The index chunks has no field vector; it has \[vec, text, meta\]/,
  },
];
