import { databaseMasterPassword } from '../../../../../lib/review/rules/vector/database-master-password';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(databaseMasterPassword, {
  type: 'AWS::RDS::DBCluster',
  right: { ManageMasterUserPassword: true },
  wrong: { ManageMasterUserPassword: [false, undefined] },
});

ruleCases(databaseMasterPassword, {
  type: 'AWS::RDS::DBInstance',
  right: { ManageMasterUserPassword: true },
  wrong: { ManageMasterUserPassword: [false, undefined] },
});
