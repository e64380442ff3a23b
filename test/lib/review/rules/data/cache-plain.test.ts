import { cachePlain } from '../../../../../lib/review/rules/data/cache-plain';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(cachePlain, {
  type: 'AWS::ElastiCache::ReplicationGroup',
  right: { AtRestEncryptionEnabled: true, KmsKeyId: 'x', TransitEncryptionEnabled: true },
  wrong: {
    AtRestEncryptionEnabled: [false, undefined],
    KmsKeyId: [undefined],
    TransitEncryptionEnabled: [false, undefined],
  },
});
