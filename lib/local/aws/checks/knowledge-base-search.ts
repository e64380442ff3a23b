import { scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';
import { accessRules, at, collectionOf, indexOf } from './open-search';

const storePath = ['StorageConfiguration', 'OpensearchServerlessConfiguration'];

/**
 * A knowledge base over OpenSearch Serverless needs its role in the data access policy of its index, and an index of
 * engine faiss.
 * Source: aws-ia/terraform-aws-bedrock issue 150, 2025-08-29; awslabs/generative-ai-cdk-constructs issue 349, 2024-04-01.
 */
export const knowledgeBaseSearch: ResourceCheck = ({ properties, ...place }) => {
  const store = at(properties, storePath);
  const collection = collectionOf(place, scalarText(at(store, ['CollectionArn'])) ?? '');
  if (collection === undefined) return undefined;
  const role = scalarText(properties['RoleArn']) ?? '';
  const name = scalarText(at(store, ['VectorIndexName'])) ?? '';
  const resource = `index/${scalarText(collection.properties['Name']) ?? ''}/${name}`;
  if (!accessRules(place, resource).some(({ principals }) => principals.includes(role)))
    return `The role ${role} has no data access to ${resource}: no data access policy of the collection names it (#/RoleArn)`;
  const index = indexOf(place, collection, name);
  const field = scalarText(at(store, ['FieldMapping', 'VectorField'])) ?? '';
  const engine = scalarText(at(index?.properties, ['Mappings', 'Properties', field, 'Method', 'Engine']));
  return engine === undefined || engine === 'faiss'
    ? undefined
    : `The index ${name} has engine ${engine}; a knowledge base takes an index of engine faiss (#/StorageConfiguration/OpensearchServerlessConfiguration/VectorIndexName)`;
};
