import type { Constraint } from '../constraint';
import { textAt } from '../value';
import { accessRules, collectionOf } from './search-policy';

/**
 * A vector index of OpenSearch Serverless is created through the data plane, so a data access policy must cover it. Which
 * principal deploys is not known here: any is accepted.
 */
export const indexAccess: Constraint = {
  id: 'search-index-access',
  types: ['AWS::OpenSearchServerless::Index'],
  source: { url: 'https://github.com/awslabs/generative-ai-cdk-constructs/issues/1134', asOf: '2025-07-12' },
  check({ properties }, surroundings) {
    const name = textAt(properties, 'IndexName');
    const collection = textAt(collectionOf(surroundings, properties['CollectionEndpoint'])?.properties, 'Name');
    if (name === undefined || collection === undefined) return [];
    const index = `index/${collection}/${name}`;
    if (accessRules(surroundings, index)?.length !== 0) return [];
    return [
      {
        pointer: '#/IndexName',
        problem: `403 Forbidden: no data access policy allows ${index}`,
        fix: `Create an AWS::OpenSearchServerless::AccessPolicy of type data that covers ${index}, and let the index depend on it.`,
      },
    ];
  },
};
