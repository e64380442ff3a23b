import { databaseLogs } from '../../../../../lib/review/rules/vector/database-logs';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(databaseLogs, {
  type: 'AWS::RDS::DBCluster',
  right: { EnableCloudwatchLogsExports: ['postgresql'] },
  wrong: { EnableCloudwatchLogsExports: [undefined] },
});

ruleCases(databaseLogs, {
  type: 'AWS::RDS::DBInstance',
  right: { EnableCloudwatchLogsExports: ['postgresql'] },
  wrong: { EnableCloudwatchLogsExports: [undefined] },
});
