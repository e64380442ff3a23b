import { AlarmTopic } from '../../../../constructs/aws';
import { keyArn, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { granted, grantedActions, grantee } from '../../../helpers/granted';

test('who publishes may encrypt with the key of the topic, and nothing else', () => {
  const stack = testStack();
  const topic = new AlarmTopic(stack, 'Alarms', { alarmContact: 'a@example.com', encryptionKey: testKey(stack) });
  topic.grants.publish(grantee(stack));
  const template = templateOf(stack);
  expect(grantedActions(template)).toEqual(['kms:Decrypt', 'kms:GenerateDataKey', 'sns:Publish']);
  expect(granted(template).flatMap(({ resources }) => resources)).toEqual(
    expect.arrayContaining([keyArn, stack.resolve(topic.topicArn) as unknown]),
  );
});
