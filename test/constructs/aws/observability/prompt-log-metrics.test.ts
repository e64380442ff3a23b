import { PromptLogGroup } from '../../../../constructs/aws';
import { templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { granted, grantee } from '../../../helpers/granted';

test('events and bytes of a group are its own', () => {
  const stack = testStack();
  const { metrics } = new PromptLogGroup(stack, 'Logs', { logGroupName: '/prompts', encryptionKey: testKey(stack) });
  expect(metrics.incomingEvents()).toMatchObject({ namespace: 'AWS/Logs', metricName: 'IncomingLogEvents' });
  expect(metrics.incomingBytes()).toMatchObject({ metricName: 'IncomingBytes', statistic: 'Sum' });
  expect(Object.keys(metrics.incomingBytes().dimensions ?? {})).toEqual(['LogGroupName']);
});

test('an imported group is read by its name', () => {
  const stack = testStack();
  const group = PromptLogGroup.fromLogGroupName(stack, 'Logs', '/prompts');
  group.grants.read(grantee(stack));
  expect(JSON.stringify(granted(templateOf(stack)).map(({ resources }) => resources))).toContain(
    'log-group:/prompts:*',
  );
  expect(group.metrics.incomingBytes().dimensions).toEqual({ LogGroupName: '/prompts' });
});
