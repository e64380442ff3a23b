import { ModelImport } from '../../../../constructs/aws';
import { templateOf, testStack } from '../../../helpers/aws-app';
import { granted, grantedActions, grantee } from '../../../helpers/granted';

test.each([
  ['start', ['codebuild:BatchGetBuilds', 'codebuild:ListBuildsForProject', 'codebuild:StartBuild']],
  ['read', ['codebuild:BatchGetBuilds', 'codebuild:ListBuildsForProject']],
] as const)('who may %s an imported job may do no more', (right, actions) => {
  const stack = testStack();
  const job = ModelImport.fromProjectName(stack, 'Import', 'support-dev-import-chat');
  job.grants[right](grantee(stack));
  const template = templateOf(stack);
  expect(grantedActions(template)).toEqual(actions);
  expect(JSON.stringify(granted(template).map(({ resources }) => resources))).toContain(
    ':project/support-dev-import-chat',
  );
  expect(job.metrics.failedBuilds()).toMatchObject({
    metricName: 'FailedBuilds',
    dimensions: { ProjectName: 'support-dev-import-chat' },
  });
  expect(job.metrics.builds()).toMatchObject({ namespace: 'AWS/CodeBuild', metricName: 'Builds' });
});
