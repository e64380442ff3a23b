import { databaseBackups } from '../../../../../lib/review/rules/vector/database-backups';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(databaseBackups, {
  type: 'AWS::RDS::DBCluster',
  right: { BackupRetentionPeriod: 7 },
  wrong: { BackupRetentionPeriod: [1, undefined] },
});

ruleCases(databaseBackups, {
  type: 'AWS::RDS::DBInstance',
  right: { BackupRetentionPeriod: 7 },
  wrong: { BackupRetentionPeriod: [1, undefined] },
});
