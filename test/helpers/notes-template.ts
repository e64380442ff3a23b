import type { TestTemplate } from '../lib/local/aws/engine';

/** What differs between knowledge bases over OpenSearch Serverless. */
export interface NotesBase {
  /** Principal of the data access policy. @default - the role of the knowledge base */
  readonly principal?: string;
  /** Engine of the vector index. @default 'faiss' */
  readonly engine?: string;
  /** Numbers of a vector. @default 1024 */
  readonly dimension?: number;
}

const name = 'notes';
const roleArn = 'arn:aws:iam::111111111111:role/notes';
const rule = (kind: string, resource: string): Readonly<Record<string, unknown>> => ({
  ResourceType: kind,
  Resource: [resource],
  Permission: ['aoss:*'],
});

/** A template with a collection, its policies, an index, and a knowledge base of Titan v2 over them. */
export function notesTemplate({ principal = roleArn, engine = 'faiss', dimension = 1024 }: NotesBase): TestTemplate {
  const policy = (type: string, content: unknown): Readonly<Record<string, unknown>> => ({
    Name: `${name}-${type}`,
    Type: type,
    Policy: JSON.stringify(content),
  });
  const collection = { ResourceType: 'collection', Resource: [`collection/${name}`] };
  return {
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: name,
          AssumeRolePolicyDocument: {
            Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'bedrock.amazonaws.com' } },
          },
        },
      },
      Encryption: {
        Type: 'AWS::OpenSearchServerless::SecurityPolicy',
        Properties: policy('encryption', { Rules: [collection], AWSOwnedKey: true }),
      },
      Access: {
        Type: 'AWS::OpenSearchServerless::AccessPolicy',
        Properties: policy('data', [{ Rules: [rule('index', `index/${name}/*`)], Principal: [principal] }]),
      },
      Network: {
        Type: 'AWS::OpenSearchServerless::SecurityPolicy',
        Properties: policy('network', [{ Rules: [collection], SourceServices: ['bedrock.amazonaws.com'] }]),
      },
      Collection: {
        Type: 'AWS::OpenSearchServerless::Collection',
        Properties: { Name: name, Type: 'VECTORSEARCH' },
        DependsOn: ['Encryption', 'Network'],
      },
      Index: {
        Type: 'AWS::OpenSearchServerless::Index',
        Properties: {
          CollectionEndpoint: { 'Fn::GetAtt': ['Collection', 'CollectionEndpoint'] },
          IndexName: 'chunks',
          Settings: { Index: { Knn: true } },
          Mappings: {
            Properties: { vec: { Type: 'knn_vector', Dimension: dimension, Method: { Name: 'hnsw', Engine: engine } } },
          },
        },
        DependsOn: ['Access'],
      },
      Base: {
        Type: 'AWS::Bedrock::KnowledgeBase',
        Properties: {
          Name: name,
          RoleArn: roleArn,
          KnowledgeBaseConfiguration: {
            Type: 'VECTOR',
            VectorKnowledgeBaseConfiguration: {
              EmbeddingModelArn: 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0',
            },
          },
          StorageConfiguration: {
            Type: 'OPENSEARCH_SERVERLESS',
            OpensearchServerlessConfiguration: {
              CollectionArn: { 'Fn::GetAtt': ['Collection', 'Arn'] },
              VectorIndexName: 'chunks',
              FieldMapping: { VectorField: 'vec', TextField: 'text', MetadataField: 'meta' },
            },
          },
        },
        DependsOn: ['Index', 'Role'],
      },
    },
  };
}
