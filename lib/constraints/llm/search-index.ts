import type { Breach, Constraint } from '../constraint';
import type { Json } from '../json';
import { at, isAbsent, isGiven, objectAt, textAt } from '../value';
import { collectionOf, indexOf } from './search-policy';

/**
 * A field of vectors says how long they are; one with a method is in an index whose setting `Knn` is true. The words are those
 * of the k-NN plugin (opensearch-project/k-NN, KNNVectorFieldMapper), which public templates met on OpenSearch Serverless.
 */
export const searchIndexVectors: Constraint = {
  id: 'search-index-vectors',
  types: ['AWS::OpenSearchServerless::Index'],
  source: {
    url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-vector-search.html',
    asOf: '2026-11-30',
  },
  check({ properties }) {
    const fields = vectorFields(at(properties, 'Mappings', 'Properties'), '#/Mappings/Properties');
    const missing: Breach[] = fields
      .filter(({ field }) => isAbsent(field, 'Dimension'))
      .map(({ pointer }) => ({
        pointer,
        problem: 'A field of type knn_vector needs Dimension',
        fix: 'Set Dimension to the length of the vectors of the embedding model, such as 1024.',
      }));
    const knn = ['Settings', 'Index', 'Knn'];
    const methods = fields.filter(({ field }) => isGiven(at(field, 'Method')));
    if (methods.length === 0 || (!isAbsent(properties, ...knn) && textAt(properties, ...knn) !== 'false'))
      return missing;
    return [
      ...missing,
      {
        pointer: '#/Settings/Index/Knn',
        problem: 'Cannot set modelId or method parameters when index.knn setting is false',
        fix: 'Set Settings.Index.Knn to true.',
      },
    ];
  },
};

interface Field {
  readonly field: Json;
  readonly pointer: string;
}

/** The vector fields of a mapping, those of nested objects included. */
function vectorFields(mapping: Json | undefined, pointer: string): readonly Field[] {
  const fields = objectAt(mapping);
  return Object.entries(fields ?? {}).flatMap(([name, field]) => {
    const here = `${pointer}/${name}`;
    const own = textAt(field, 'Type') === 'knn_vector' ? [{ field, pointer: here }] : [];
    return [...own, ...vectorFields(at(field, 'Properties'), `${here}/Properties`)];
  });
}

const pointer = '#/StorageConfiguration/OpensearchServerlessConfiguration/FieldMapping';

/** The fields that a knowledge base names are fields of its index, and that of the vectors is one of vectors. */
export const knowledgeBaseIndexFields: Constraint = {
  id: 'knowledge-base-index-fields',
  types: ['AWS::Bedrock::KnowledgeBase'],
  source: { url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-setup.html', asOf: '2026-11-30' },
  check({ properties }, surroundings) {
    const store = at(properties, 'StorageConfiguration', 'OpensearchServerlessConfiguration');
    const collection = collectionOf(surroundings, at(store, 'CollectionArn'));
    const name = textAt(store, 'VectorIndexName');
    const index = collection && name !== undefined ? indexOf(surroundings, collection, name) : undefined;
    const mapping = objectAt(index?.properties, 'Mappings', 'Properties');
    const field = textAt(store, 'FieldMapping', 'VectorField');
    if (mapping === undefined || name === undefined || field === undefined) return [];
    const names = Object.keys(mapping);
    const given = Object.hasOwn(mapping, field) ? mapping[field] : undefined;
    const type = textAt(given, 'Type');
    if (given !== undefined && (type === undefined || type === 'knn_vector')) return [];
    return [
      {
        pointer: `${pointer}/VectorField`,
        problem:
          given === undefined
            ? `The index ${name} has no field ${field}; it has [${names.join(', ')}]`
            : `The field ${field} of the index ${name} has type ${type ?? ''}, and vectors need knn_vector`,
        fix: 'Name a field of type knn_vector of the index.',
      },
    ];
  },
};
