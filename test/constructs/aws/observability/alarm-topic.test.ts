import { AlarmTopic } from '../../../../constructs/aws/observability/alarm-topic';
import { keyArn, onlyResource, resourcesOf, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

const stack = testStack();
new AlarmTopic(stack, 'Topic', { alarmContact: 'team@example.com', encryptionKey: testKey(stack) });
const template = templateOf(stack);

test('is encrypted with the customer key and notifies the contact', () => {
  expect(onlyResource(template, 'AWS::SNS::Topic').Properties.KmsMasterKeyId).toBe(keyArn);
  expect(onlyResource(template, 'AWS::SNS::Subscription').Properties).toMatchObject({
    Protocol: 'email',
    Endpoint: 'team@example.com',
  });
});

test('denies messages without TLS', () => {
  const denials = statementsOf(template).filter(({ effect }) => effect === 'Deny');
  expect(denials.map(({ actions, condition }) => [actions, condition])).toEqual([
    [['sns:Publish'], { Bool: { 'aws:SecureTransport': 'false' } }],
  ]);
});

test('only alarms of this account publish', () => {
  const allowed = statementsOf(template).filter(({ effect }) => effect === 'Allow');
  expect(allowed).toEqual([
    expect.objectContaining({
      services: ['cloudwatch.amazonaws.com'],
      actions: ['sns:Publish'],
      condition: {
        StringEquals: { 'aws:SourceAccount': '111111111111' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:eu-central-1:111111111111:alarm:*' },
      },
    }),
  ]);
});

test('a webhook is a reference to a secret, whole or by key', () => {
  const own = testStack();
  const secretArn = 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:pagerduty-AbCdEf';
  new AlarmTopic(own, 'Topic', {
    alarmContact: 'team@example.com',
    encryptionKey: testKey(own),
    webhooks: { pagerduty: { secretArn }, other: { secretArn, key: 'url' } },
  });
  const subscriptions = resourcesOf(templateOf(own), 'AWS::SNS::Subscription').map(([, { Properties }]) => [
    Properties.Protocol,
    Properties.Endpoint,
  ]);
  expect(subscriptions).toEqual([
    ['email', 'team@example.com'],
    ['https', `{{resolve:secretsmanager:${secretArn}:SecretString:::}}`],
    ['https', `{{resolve:secretsmanager:${secretArn}:SecretString:url::}}`],
  ]);
});
