import { databaseDeletable } from '../../../../../lib/review/rules/vector/database-deletable';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(databaseDeletable, {
  type: 'AWS::RDS::DBCluster',
  right: { DeletionProtection: true },
  wrong: { DeletionProtection: [false, undefined] },
});

ruleCases(databaseDeletable, {
  type: 'AWS::RDS::DBInstance',
  right: { DeletionProtection: true },
  wrong: { DeletionProtection: [false, undefined] },
});
