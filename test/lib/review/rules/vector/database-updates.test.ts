import { databaseUpdates } from '../../../../../lib/review/rules/vector/database-updates';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(databaseUpdates, {
  type: 'AWS::RDS::DBInstance',
  right: { AutoMinorVersionUpgrade: true },
  wrong: { AutoMinorVersionUpgrade: [false] },
});
