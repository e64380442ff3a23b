/** A knowledge base with its bucket, index and role, as the kit's stacks declare them. */
export const names = {
  bucket: 'documents-of-the-test',
  vectors: 'vectors-of-the-test',
  index: 'handbook',
  role: 'knowledge-of-the-test',
};

const embeddingModel = 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0';

/** What the role of the knowledge base may do, by name of the statement. */
const rights: Readonly<Record<string, object>> = {
  embed: { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: embeddingModel },
  list: { Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${names.bucket}` },
  read: { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${names.bucket}/handbook/*` },
  index: {
    Effect: 'Allow',
    Action: ['s3vectors:GetVectors', 's3vectors:PutVectors', 's3vectors:QueryVectors'],
    Resource: { 'Fn::GetAtt': ['Index', 'IndexArn'] },
  },
};

/** The template. @param without a right that the role lacks */
export function knowledgeTemplate({
  without,
  maxTokens = 100,
}: { readonly without?: string; readonly maxTokens?: number } = {}) {
  const statements = Object.entries(rights).flatMap(([name, statement]) => (name === without ? [] : [statement]));
  return {
    Resources: {
      Documents: { Type: 'AWS::S3::Bucket', Properties: { BucketName: names.bucket } },
      Vectors: { Type: 'AWS::S3Vectors::VectorBucket', Properties: { VectorBucketName: names.vectors } },
      Index: {
        Type: 'AWS::S3Vectors::Index',
        Properties: {
          VectorBucketArn: { 'Fn::GetAtt': ['Vectors', 'VectorBucketArn'] },
          IndexName: names.index,
          DataType: 'float32',
          Dimension: 1024,
          DistanceMetric: 'cosine',
          MetadataConfiguration: { NonFilterableMetadataKeys: ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA'] },
        },
      },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: names.role,
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { Service: 'bedrock.amazonaws.com' }, Action: 'sts:AssumeRole' }],
          },
          Policies: [{ PolicyName: 'rights', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
        },
      },
      Base: {
        Type: 'AWS::Bedrock::KnowledgeBase',
        Properties: {
          Name: 'handbook',
          RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
          KnowledgeBaseConfiguration: {
            Type: 'VECTOR',
            VectorKnowledgeBaseConfiguration: { EmbeddingModelArn: embeddingModel },
          },
          StorageConfiguration: {
            Type: 'S3_VECTORS',
            S3VectorsConfiguration: { IndexArn: { 'Fn::GetAtt': ['Index', 'IndexArn'] } },
          },
        },
      },
      Source: {
        Type: 'AWS::Bedrock::DataSource',
        Properties: {
          Name: 'handbook',
          KnowledgeBaseId: { 'Fn::GetAtt': ['Base', 'KnowledgeBaseId'] },
          DataSourceConfiguration: {
            Type: 'S3',
            S3Configuration: {
              BucketArn: { 'Fn::GetAtt': ['Documents', 'Arn'] },
              InclusionPrefixes: ['handbook/'],
            },
          },
          VectorIngestionConfiguration: {
            ChunkingConfiguration: {
              ChunkingStrategy: 'FIXED_SIZE',
              FixedSizeChunkingConfiguration: { MaxTokens: maxTokens, OverlapPercentage: 10 },
            },
          },
        },
      },
    },
    Outputs: {
      BaseId: { Value: { 'Fn::GetAtt': ['Base', 'KnowledgeBaseId'] } },
      SourceId: { Value: { 'Fn::GetAtt': ['Source', 'DataSourceId'] } },
      IndexArn: { Value: { 'Fn::GetAtt': ['Index', 'IndexArn'] } },
    },
  };
}
