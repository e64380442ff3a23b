import { databaseKey } from '../../../../../lib/review/rules/vector/database-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(databaseKey, {
  type: 'AWS::RDS::DBCluster',
  right: { ManageMasterUserPassword: true, KmsKeyId: 'x', MasterUserSecret: { KmsKeyId: 'x' } },
  wrong: { KmsKeyId: [undefined], 'MasterUserSecret.KmsKeyId': [undefined] },
});

ruleCases(databaseKey, {
  type: 'AWS::RDS::DBInstance',
  right: { KmsKeyId: 'x' },
  wrong: { KmsKeyId: [undefined] },
});
