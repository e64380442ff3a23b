import { findingsOf } from '../../helpers/check-template';
import type { Case } from '../case';

const resources = (deletion: { readonly DataDeletionPolicy?: string }): Parameters<typeof findingsOf>[0] => ({
  Index: {
    Type: 'AWS::S3Vectors::Index',
    Properties: {
      IndexName: 'chunks',
      DataType: 'float32',
      Dimension: 1024,
      DistanceMetric: 'cosine',
      VectorBucketName: 'notes-vectors',
      MetadataConfiguration: { NonFilterableMetadataKeys: ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA'] },
    },
  },
  Base: {
    Type: 'AWS::Bedrock::KnowledgeBase',
    Properties: {
      Name: 'notes',
      RoleArn: 'arn:aws:iam::111111111111:role/notes',
      KnowledgeBaseConfiguration: {
        Type: 'VECTOR',
        VectorKnowledgeBaseConfiguration: {
          EmbeddingModelArn: 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0',
        },
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
      Name: 'notes',
      KnowledgeBaseId: { Ref: 'Base' },
      DataSourceConfiguration: { Type: 'S3', S3Configuration: { BucketArn: 'arn:aws:s3:::notes' } },
      ...deletion,
    },
  },
});

/** Source: aws-ia/terraform-aws-bedrock pull request 123. */
export const p35: Case = {
  id: 'P35',
  fault: 'a data source that deletes from a store of its own stack',
  expected: 'check warns',
  check() {
    expect(findingsOf(resources({}))).toEqual(['DataSourceDeletion Source: DataDeletionPolicy']);
    expect(findingsOf(resources({ DataDeletionPolicy: 'RETAIN' }))).toEqual([]);
  },
};
