import { PromptLogGroup } from '../../../../constructs/aws';
import { templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { granted, grantedActions, grantee } from '../../../helpers/granted';

function promptLogs() {
  const stack = testStack();
  const logs = new PromptLogGroup(stack, 'Logs', { logGroupName: '/support/prompts', encryptionKey: testKey(stack) });
  return { stack, logs, role: grantee(stack) };
}

test('an application writes and reads nothing', () => {
  const { stack, logs, role } = promptLogs();
  logs.grants.write(role);
  const template = templateOf(stack);
  expect(grantedActions(template)).toEqual(['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents']);
  expect(granted(template)[0]?.resources).toEqual([{ 'Fn::GetAtt': [expect.stringMatching(/^Logs/), 'Arn'] }]);
});

test('a reader does not see what is masked; that is a right of its own', () => {
  const { stack, logs, role } = promptLogs();
  logs.grants.read(role);
  expect(grantedActions(templateOf(stack))).not.toContain('logs:Unmask');
  const other = promptLogs();
  other.logs.grants.unmask(other.role);
  expect(grantedActions(templateOf(other.stack))).toEqual(['logs:Unmask']);
});
