import type { Breach, Constraint, Surroundings } from '../constraint';
import type { Json, JsonObject } from '../json';
import { at, isAbsent, numberAt, textAt } from '../value';
import { embeddingModelOf } from './embedding-models';
import { collectionOf, indexOf } from './search-policy';

const pointer = '#/KnowledgeBaseConfiguration/VectorKnowledgeBaseConfiguration';
const dimensionsPath = ['EmbeddingModelConfiguration', 'BedrockEmbeddingModelConfiguration', 'Dimensions'] as const;

/** The embedding model of a knowledge base gives vectors of the configured length, and the vector index takes that length. */
export const embeddingDimension: Constraint = {
  id: 'embedding-dimension',
  types: ['AWS::Bedrock::KnowledgeBase'],
  source: {
    url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-setup.html',
    asOf: '2026-11-30',
  },
  check({ properties }, surroundings) {
    const vector = at(properties, 'KnowledgeBaseConfiguration', 'VectorKnowledgeBaseConfiguration');
    const arn = textAt(vector, 'EmbeddingModelArn') ?? '';
    const name = arn.split('/').at(-1) ?? arn;
    const model = embeddingModelOf(arn);
    const configured = numberAt(vector, ...dimensionsPath);
    if (configured !== undefined && model?.dimensions.includes(configured) === false) {
      return [
        {
          pointer: `${pointer}/${dimensionsPath.join('/')}`,
          problem: `${name} does not give vectors of ${configured} numbers; it gives ${model.dimensions.join(', ')}`,
          fix: `Set Dimensions to ${model.dimensions.join(' or ')}, for the model and for the vector index.`,
        },
      ];
    }
    // A length that is written and not known is not the default.
    const byDefault = isAbsent(vector, ...dimensionsPath) ? model?.dimensions[0] : undefined;
    return againstStore(configured ?? byDefault, name, storeOf(properties, surroundings));
  },
};

function againstStore(dimension: number | undefined, model: string, store: Store | undefined): readonly Breach[] {
  if (store === undefined) return [];
  const place = `#/${store.path}`;
  if (store.dimension === 'no index') {
    const fix = 'Name an index that exists, such as IndexArn of an AWS::S3Vectors::Index.';
    return [{ pointer: place, problem: `${store.noun} does not exist`, fix }];
  }
  if (dimension === undefined || store.dimension === undefined || dimension === store.dimension) return [];
  return [
    {
      pointer: place,
      problem: `The embedding dimension ${dimension} of ${model} does not match the dimension ${store.dimension} of ${store.noun}`,
      fix: `Create the index with dimension ${dimension}, or configure the model for ${store.dimension} where it can give that.`,
    },
  ];
}

interface Store {
  readonly noun: string;
  /** Place of its name in the properties of the knowledge base. */
  readonly path: string;
  /** Undefined where it is not known. */
  readonly dimension: number | 'no index' | undefined;
}

function storeOf(properties: JsonObject, surroundings: Surroundings): Store | undefined {
  const storage = at(properties, 'StorageConfiguration');
  const vectors = at(storage, 'S3VectorsConfiguration');
  if (vectors !== undefined) return vectorStore(vectors, surroundings);
  return (
    searchStore(at(storage, 'OpensearchServerlessConfiguration'), surroundings) ??
    graphStore(at(storage, 'NeptuneAnalyticsConfiguration', 'GraphArn'), surroundings)
  );
}

/** A graph of Neptune Analytics, where it is known. */
function graphStore(arn: Json | undefined, { named }: Surroundings): Store | undefined {
  const graph = named(['AWS::NeptuneGraph::Graph'], arn);
  if (typeof graph === 'string') return undefined;
  return {
    noun: `graph ${textAt(arn) ?? graph.logicalId}`,
    path: 'StorageConfiguration/NeptuneAnalyticsConfiguration/GraphArn',
    dimension: numberAt(graph.properties, 'VectorSearchConfiguration', 'VectorSearchDimension'),
  };
}

function vectorStore(store: Json, { named }: Surroundings): Store | undefined {
  const arn = at(store, 'IndexArn');
  const index = named(['AWS::S3Vectors::Index'], arn);
  if (index === 'unknown' || arn === undefined) return undefined;
  const path = 'StorageConfiguration/S3VectorsConfiguration/IndexArn';
  if (index === 'absent') return { noun: `S3 vector index ${textAt(arn) ?? ''}`, path, dimension: 'no index' };
  const noun = `S3 vector index ${textAt(arn) ?? index.logicalId}`;
  return { noun, path, dimension: numberAt(index.properties, 'Dimension') };
}

/** An index of OpenSearch Serverless that nobody declared is not known, so its dimension is not compared. */
function searchStore(store: Json | undefined, surroundings: Surroundings): Store | undefined {
  const collection = collectionOf(surroundings, at(store, 'CollectionArn'));
  const name = textAt(store, 'VectorIndexName');
  const field = textAt(store, 'FieldMapping', 'VectorField');
  if (collection === undefined || name === undefined || field === undefined) return undefined;
  return {
    noun: `OpenSearch Serverless index ${name}`,
    path: 'StorageConfiguration/OpensearchServerlessConfiguration/VectorIndexName',
    dimension: numberAt(
      indexOf(surroundings, collection, name)?.properties,
      'Mappings',
      'Properties',
      field,
      'Dimension',
    ),
  };
}
