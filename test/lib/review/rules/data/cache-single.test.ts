import { cacheSingle } from '../../../../../lib/review/rules/data/cache-single';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(cacheSingle, {
  type: 'AWS::ElastiCache::ReplicationGroup',
  right: { AutomaticFailoverEnabled: true },
  wrong: { AutomaticFailoverEnabled: [false, undefined] },
});
