import { collectionStandby } from '../../../../../lib/review/rules/vector/collection-standby';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(collectionStandby, {
  type: 'AWS::OpenSearchServerless::Collection',
  right: { StandbyReplicas: 'ENABLED' },
  wrong: { StandbyReplicas: ['DISABLED'] },
});

ruleCases(collectionStandby, {
  type: 'AWS::OpenSearchServerless::CollectionGroup',
  right: { StandbyReplicas: 'ENABLED' },
  wrong: { StandbyReplicas: ['DISABLED'] },
});
