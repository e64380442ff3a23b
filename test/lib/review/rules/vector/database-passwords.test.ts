import { databasePasswords } from '../../../../../lib/review/rules/vector/database-passwords';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(databasePasswords, {
  type: 'AWS::RDS::DBCluster',
  right: { EnableIAMDatabaseAuthentication: true },
  wrong: { EnableIAMDatabaseAuthentication: [false, undefined] },
});

ruleCases(databasePasswords, {
  type: 'AWS::RDS::DBInstance',
  right: { EnableIAMDatabaseAuthentication: true },
  wrong: { EnableIAMDatabaseAuthentication: [false, undefined] },
});
