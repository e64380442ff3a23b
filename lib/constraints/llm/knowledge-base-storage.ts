import type { Breach, Constraint } from '../constraint';
import { at, isAbsent, isGiven, rowOf, textAt } from '../value';

const types = ['AWS::Bedrock::KnowledgeBase'];
const reference = 'https://docs.aws.amazon.com/bedrock/latest/APIReference';
const asOf = '2026-11-30';

/** The configuration that each type of knowledge base and of storage needs. */
const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  KnowledgeBaseConfiguration: {
    VECTOR: 'VectorKnowledgeBaseConfiguration',
    KENDRA: 'KendraKnowledgeBaseConfiguration',
    SQL: 'SqlKnowledgeBaseConfiguration',
  },
  StorageConfiguration: {
    OPENSEARCH_SERVERLESS: 'OpensearchServerlessConfiguration',
    OPENSEARCH_MANAGED_CLUSTER: 'OpensearchManagedClusterConfiguration',
    PINECONE: 'PineconeConfiguration',
    RDS: 'RdsConfiguration',
    MONGO_DB_ATLAS: 'MongoDbAtlasConfiguration',
    NEPTUNE_ANALYTICS: 'NeptuneAnalyticsConfiguration',
    S3_VECTORS: 'S3VectorsConfiguration',
  },
};

/** A knowledge base has the configuration of its type, and one of vectors has storage. */
export const knowledgeBaseKind: Constraint = {
  id: 'knowledge-base-kind',
  types,
  source: { url: `${reference}/API_agent_KnowledgeBaseConfiguration.html`, asOf },
  check({ properties }) {
    const breaches: Breach[] = Object.entries(kinds).flatMap(([name, configurations]) => {
      const type = textAt(properties, name, 'Type') ?? '';
      const needed = rowOf(configurations, type);
      if (needed === undefined || !isAbsent(properties, name, needed)) return [];
      return [
        {
          pointer: `#/${name}`,
          problem: `${name} of type ${type} needs ${needed}`,
          fix: `Write ${needed}, or change Type.`,
        },
      ];
    });
    const vector = textAt(properties, 'KnowledgeBaseConfiguration', 'Type') === 'VECTOR';
    if (!vector || !isAbsent(properties, 'StorageConfiguration')) return breaches;
    return [
      ...breaches,
      {
        pointer: '#',
        problem: 'A knowledge base of type VECTOR needs StorageConfiguration',
        fix: 'Set StorageConfiguration to a vector store, such as S3_VECTORS.',
      },
    ];
  },
};

/** Fields of a vector store hold different things, so they have different names. */
export const knowledgeBaseFields: Constraint = {
  id: 'knowledge-base-fields',
  types,
  source: { url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-setup.html', asOf },
  check({ properties }) {
    return Object.values(kinds['StorageConfiguration'] ?? {}).flatMap((store) => {
      const mapping = at(properties, 'StorageConfiguration', store, 'FieldMapping');
      const fields = ['PrimaryKeyField', 'VectorField', 'TextField', 'MetadataField', 'CustomMetadataField'].flatMap(
        (field) => {
          const name = textAt(mapping, field);
          return name === undefined ? [] : [{ field, name }];
        },
      );
      return fields.flatMap(({ field, name }, index) => {
        const first = fields.findIndex((other) => other.name === name);
        if (first === index) return [];
        return [
          {
            pointer: `#/StorageConfiguration/${store}/FieldMapping/${field}`,
            problem: `${field} and ${fields[first]?.field ?? ''} are the same field, ${name}`,
            fix: 'Name another field of the index.',
          },
        ];
      });
    });
  },
};

/** S3 Vectors holds vectors of 32-bit floating-point numbers only. */
export const knowledgeBaseVectorType: Constraint = {
  id: 'knowledge-base-vector-type',
  types,
  source: { url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-bedrock-kb.html', asOf },
  check({ properties }) {
    const path = [
      'KnowledgeBaseConfiguration',
      'VectorKnowledgeBaseConfiguration',
      'EmbeddingModelConfiguration',
      'BedrockEmbeddingModelConfiguration',
      'EmbeddingDataType',
    ];
    if (textAt(properties, ...path) !== 'BINARY') return [];
    if (!isGiven(at(properties, 'StorageConfiguration', 'S3VectorsConfiguration'))) return [];
    return [
      {
        pointer: `#/${path.join('/')}`,
        problem: 'EmbeddingDataType is BINARY, and S3 Vectors stores vectors of type float32 only',
        fix: 'Set EmbeddingDataType to FLOAT32, or use another vector store.',
      },
    ];
  },
};
