import { check } from '../../../../../lib/review/check';
import { buildLogs } from '../../../../../lib/review/rules/ci/build-logs';
import { resourceNode } from '../../../../helpers/resource-node';
import { ruleCases } from '../../../../helpers/rule-cases';

test('a project that says nothing logs to CloudWatch', () => {
  expect(check([resourceNode({ type: 'AWS::CodeBuild::Project', properties: {} })], [buildLogs]).findings).toEqual([]);
});

ruleCases(buildLogs, {
  type: 'AWS::CodeBuild::Project',
  right: { LogsConfig: { CloudWatchLogs: { Status: 'ENABLED' } } },
  wrong: { 'LogsConfig.CloudWatchLogs.Status': ['DISABLED'] },
});
