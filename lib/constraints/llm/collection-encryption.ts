import type { Constraint } from '../constraint';
import { textAt } from '../value';
import { covers, policyRules } from './search-policy';

/** A collection of OpenSearch Serverless needs an encryption policy that covers its name before it is created. */
export const collectionEncryption: Constraint = {
  id: 'collection-encryption',
  types: ['AWS::OpenSearchServerless::Collection'],
  source: {
    url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html',
    asOf: '2026-11-30',
  },
  check({ properties }, { list, complete }) {
    const name = textAt(properties, 'Name');
    if (properties['EncryptionConfig'] !== undefined || properties['CollectionGroupName'] !== undefined) return [];
    if (name === undefined || complete !== true) return [];
    const covered = list('AWS::OpenSearchServerless::SecurityPolicy')
      .filter((policy) => policy.properties['Type'] === 'encryption')
      .flatMap((policy) => policyRules(policy.properties['Policy']))
      .some((rule) => rule.kind === 'collection' && covers(rule, `collection/${name}`));
    if (covered) return [];
    return [
      {
        pointer: '#/Name',
        problem: `No matching security policy of encryption type found for collection name: ${name}. Please create security policy of encryption type for this collection.`,
        fix: `Create an AWS::OpenSearchServerless::SecurityPolicy of type encryption for collection/${name}, and let the collection depend on it.`,
      },
    ];
  },
};
