import { databasePlain } from '../../../../../lib/review/rules/vector/database-plain';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(databasePlain, {
  type: 'AWS::RDS::DBCluster',
  right: { StorageEncrypted: true },
  wrong: { StorageEncrypted: [false, undefined] },
});

ruleCases(databasePlain, {
  type: 'AWS::RDS::DBInstance',
  right: { StorageEncrypted: true },
  wrong: { StorageEncrypted: [false, undefined] },
});
