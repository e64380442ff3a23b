import { collectionDeletable } from '../../../../../lib/review/rules/vector/collection-deletable';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(collectionDeletable, {
  type: 'AWS::OpenSearchServerless::Collection',
  right: { DeletionProtection: 'ENABLED' },
  wrong: { DeletionProtection: ['DISABLED', undefined] },
});
