import { scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';
import { covers, policyRules } from './open-search';

/** An OpenSearch Serverless collection needs an encryption policy that covers its name before it is created. */
export const collectionEncryption: ResourceCheck = ({ properties, registry, account, region }) => {
  if (properties['EncryptionConfig'] !== undefined || properties['CollectionGroupName'] !== undefined) return undefined;
  const name = scalarText(properties['Name']) ?? '';
  const covered = registry
    .list('AWS::OpenSearchServerless::SecurityPolicy', account, region)
    .filter((policy) => policy.properties['Type'] === 'encryption')
    .flatMap((policy) => policyRules(policy.properties['Policy']))
    .some((rule) => rule.kind === 'collection' && covers(rule, `collection/${name}`));
  return covered
    ? undefined
    : `No matching security policy of encryption type found for collection name: ${name}. Please create security policy of encryption type for this collection. (#/Name)`;
};
