import { valueAt } from '../../policy';
import { documentOf } from '../../policy-text';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set AWSOwnedKey to false and KmsARN in the encryption policy: text can be recovered from vectors, and nobody here can revoke the key. */
export const collectionKey: Rule = {
  code: 'CollectionKey',
  family: 'vector',
  pack: 'production',
  safeguard: 'encryption-at-rest',
  rationale: 'Text can be recovered from vectors, and nobody here can revoke the key.',
  source: {
    url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::OpenSearchServerless::SecurityPolicy'],
  check: ({ properties }) => {
    if (properties.Type !== 'encryption') return [];
    const policy = documentOf(properties.Policy);
    // A policy that is not known may name a key.
    if (policy === undefined) return [];
    const owned = valueAt(policy, 'AWSOwnedKey') === true;
    if (!owned && valueAt(policy, 'KmsARN') !== undefined) return [];
    return [
      { path: 'Policy', message: owned ? 'AWSOwnedKey is true' : 'KmsARN is not set', fix: fixOf('CollectionKey') },
    ];
  },
};
