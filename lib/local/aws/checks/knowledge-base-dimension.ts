import type { Json } from '../json';
import { isObject, scalarText } from '../json';
import type { ResourceCheck } from './check';

/** Dimensions of embedding models whose length is fixed, or the default where it can be set. Source: Bedrock model pages. */
const defaultDimensions: readonly (readonly [RegExp, number])[] = [
  [/amazon\.titan-embed-text-v1/, 1536],
  [/amazon\.titan-embed-text-v2/, 1024],
  [/cohere\.embed-(?:english|multilingual)-v3/, 1024],
  [/cohere\.embed-v4/, 1536],
];

/** The dimension of an S3 Vectors index must be the dimension of the knowledge base's embeddings. */
export const knowledgeBaseDimension: ResourceCheck = ({ properties, registry, account, region }) => {
  const vector = at(properties, ['KnowledgeBaseConfiguration', 'VectorKnowledgeBaseConfiguration']);
  const model = scalarText(at(vector, ['EmbeddingModelArn'])) ?? '';
  const configured = scalarText(
    at(vector, ['EmbeddingModelConfiguration', 'BedrockEmbeddingModelConfiguration', 'Dimensions']),
  );
  const dimension =
    configured === undefined ? defaultDimensions.find(([pattern]) => pattern.test(model))?.[1] : Number(configured);
  const store = at(properties, ['StorageConfiguration', 'S3VectorsConfiguration']);
  const indexArn = scalarText(at(store, ['IndexArn']));
  if (store === undefined || indexArn === undefined) return undefined;
  const index = registry.list('AWS::S3Vectors::Index', account, region).find(({ arn }) => arn === indexArn);
  if (index === undefined)
    return `S3 vector index ${indexArn} does not exist (#/StorageConfiguration/S3VectorsConfiguration/IndexArn)`;
  const indexDimension = Number(scalarText(index.properties['Dimension']));
  if (dimension === undefined || dimension === indexDimension) return undefined;
  return `The embedding dimension ${dimension} of ${model.split('/').at(-1) ?? model} does not match the dimension ${indexDimension} of S3 vector index ${indexArn} (#/StorageConfiguration/S3VectorsConfiguration/IndexArn)`;
};

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((current, key) => (isObject(current) ? current[key] : undefined), value);
}
