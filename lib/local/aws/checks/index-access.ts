import { scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';
import { accessRules, collectionOf } from './open-search';

/**
 * A vector index of OpenSearch Serverless is created through the data plane, so a data access policy must cover it. Which
 * principal deploys is not known here: any is accepted.
 * Source: awslabs/generative-ai-cdk-constructs issue 1134, 2025-07-12.
 */
export const indexAccess: ResourceCheck = ({ properties, ...place }) => {
  const name = scalarText(properties['IndexName']) ?? '';
  const collection = collectionOf(place, scalarText(properties['CollectionEndpoint']) ?? '');
  if (collection === undefined) return undefined;
  const index = `index/${scalarText(collection.properties['Name']) ?? ''}/${name}`;
  return accessRules(place, index).length > 0
    ? undefined
    : `403 Forbidden: no data access policy allows ${index}. Create a policy of type data that covers it before the index (#/IndexName)`;
};
