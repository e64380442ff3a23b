import type { Json, JsonObject } from '../../../constraints/json';
import { scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';
import type { Place } from './open-search';
import { at, collectionOf, indexOf } from './open-search';

/** Dimensions of embedding models whose length is fixed, or the default where it can be set. Source: Bedrock model pages. */
const defaultDimensions: readonly (readonly [RegExp, number])[] = [
  [/amazon\.titan-embed-text-v1/, 1536],
  [/amazon\.titan-embed-text-v2/, 1024],
  [/cohere\.embed-(?:english|multilingual)-v3/, 1024],
  [/cohere\.embed-v4/, 1536],
];

/** The dimension of the vector index must be the dimension of the knowledge base's embeddings. */
export const knowledgeBaseDimension: ResourceCheck = ({ properties, ...place }) => {
  const vector = at(properties, ['KnowledgeBaseConfiguration', 'VectorKnowledgeBaseConfiguration']);
  const model = scalarText(at(vector, ['EmbeddingModelArn'])) ?? '';
  const configured = scalarText(
    at(vector, ['EmbeddingModelConfiguration', 'BedrockEmbeddingModelConfiguration', 'Dimensions']),
  );
  const dimension =
    configured === undefined ? defaultDimensions.find(([pattern]) => pattern.test(model))?.[1] : Number(configured);
  const store = storeOf(properties, place);
  if (store === undefined) return undefined;
  if (store.found === 'missing') return `${store.noun} does not exist (#/${store.path})`;
  if (dimension === undefined || store.dimension === undefined || dimension === store.dimension) return undefined;
  return `The embedding dimension ${dimension} of ${model.split('/').at(-1) ?? model} does not match the dimension ${store.dimension} of ${store.noun} (#/${store.path})`;
};

interface Store {
  readonly noun: string;
  /** Place of its name in the properties of the knowledge base. */
  readonly path: string;
  readonly found: 'found' | 'missing';
  readonly dimension?: number;
}

function storeOf(properties: JsonObject, place: Place): Store | undefined {
  const vectors = at(properties, ['StorageConfiguration', 'S3VectorsConfiguration']);
  return vectors === undefined
    ? searchStore(at(properties, ['StorageConfiguration', 'OpensearchServerlessConfiguration']), place)
    : vectorStore(vectors, place);
}

function vectorStore(store: Json, { registry, account, region }: Place): Store | undefined {
  const arn = scalarText(at(store, ['IndexArn']));
  if (arn === undefined) return undefined;
  const index = registry.list('AWS::S3Vectors::Index', account, region).find((one) => one.arn === arn);
  const named = { noun: `S3 vector index ${arn}`, path: 'StorageConfiguration/S3VectorsConfiguration/IndexArn' };
  if (index === undefined) return { ...named, found: 'missing' };
  return { ...named, found: 'found', dimension: Number(scalarText(index.properties['Dimension'])) };
}

/** An index of OpenSearch Serverless that no stack made is not known, so its dimension is not compared. */
function searchStore(store: Json | undefined, place: Place): Store | undefined {
  const collection = collectionOf(place, scalarText(at(store, ['CollectionArn'])) ?? '');
  const name = scalarText(at(store, ['VectorIndexName'])) ?? '';
  const index = collection === undefined ? undefined : indexOf(place, collection, name);
  const field = scalarText(at(store, ['FieldMapping', 'VectorField'])) ?? '';
  const dimension = scalarText(at(index?.properties, ['Mappings', 'Properties', field, 'Dimension']));
  if (dimension === undefined) return undefined;
  return {
    noun: `OpenSearch Serverless index ${name}`,
    path: 'StorageConfiguration/OpensearchServerlessConfiguration/VectorIndexName',
    found: 'found',
    dimension: Number(dimension),
  };
}
