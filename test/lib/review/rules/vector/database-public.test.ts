import { databasePublic } from '../../../../../lib/review/rules/vector/database-public';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(databasePublic, {
  type: 'AWS::RDS::DBInstance',
  right: { PubliclyAccessible: false },
  wrong: { PubliclyAccessible: [true, undefined] },
});

ruleCases(databasePublic, {
  type: 'AWS::RDS::DBCluster',
  right: { PubliclyAccessible: false },
  wrong: { PubliclyAccessible: [true] },
});
