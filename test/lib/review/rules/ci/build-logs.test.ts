import { buildLogs } from '../../../../../lib/review/rules/ci/build-logs';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(buildLogs, {
  type: 'AWS::CodeBuild::Project',
  right: { LogsConfig: { CloudWatchLogs: { Status: 'ENABLED' } } },
  wrong: { 'LogsConfig.CloudWatchLogs.Status': ['DISABLED', undefined] },
});
