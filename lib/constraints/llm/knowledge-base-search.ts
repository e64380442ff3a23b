import type { Constraint } from '../constraint';
import { at, textAt } from '../value';
import { accessRules, collectionOf, indexOf } from './search-policy';

const pointer = '#/StorageConfiguration/OpensearchServerlessConfiguration';

/**
 * A knowledge base over OpenSearch Serverless needs its role in the data access policy of its index, and an index of
 * engine faiss (awslabs/generative-ai-cdk-constructs issue 349, 2024-04-01).
 */
export const knowledgeBaseSearch: Constraint = {
  id: 'knowledge-base-search',
  types: ['AWS::Bedrock::KnowledgeBase'],
  source: { url: 'https://github.com/aws-ia/terraform-aws-bedrock/issues/150', asOf: '2025-08-29' },
  check({ properties }, surroundings) {
    const store = at(properties, 'StorageConfiguration', 'OpensearchServerlessConfiguration');
    const collection = collectionOf(surroundings, at(store, 'CollectionArn'));
    const name = textAt(store, 'VectorIndexName');
    if (collection === undefined || name === undefined) return [];
    const index = indexOf(surroundings, collection, name);
    const field = textAt(store, 'FieldMapping', 'VectorField') ?? '';
    const engine = textAt(index?.properties, 'Mappings', 'Properties', field, 'Method', 'Engine') ?? 'faiss';
    const wrongEngine =
      engine === 'faiss'
        ? []
        : [
            {
              pointer: `${pointer}/VectorIndexName`,
              problem: `The index ${name} has engine ${engine}; a knowledge base takes an index of engine faiss`,
              fix: `Set Method.Engine of the field ${field} of the index to faiss.`,
            },
          ];
    const role = textAt(properties, 'RoleArn');
    const resource = `index/${textAt(collection.properties, 'Name') ?? ''}/${name}`;
    const rules = accessRules(surroundings, resource);
    if (role === undefined || rules === undefined) return wrongEngine;
    if (rules.some(({ principals }) => principals.includes(role))) return wrongEngine;
    return [
      ...wrongEngine,
      {
        pointer: '#/RoleArn',
        problem: `The role ${role} has no data access to ${resource}: no data access policy of the collection names it`,
        fix: `Add the role to Principal of an AWS::OpenSearchServerless::AccessPolicy that covers ${resource}, and let the knowledge base depend on it.`,
      },
    ];
  },
};
