import { PromptLogGroup } from '../../../../constructs/aws/observability/prompt-log-group';
import type { DataRetention } from '../../../../constructs/aws/retention/data-retention';
import { at, keyArn, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';

function logGroup(dataRetention: DataRetention) {
  const stack = testStack();
  new PromptLogGroup(stack, 'Logs', {
    logGroupName: '/llmops/support/dev',
    retentionDays: 365,
    encryptionKey: testKey(stack),
    dataRetention,
  });
  return onlyResource(templateOf(stack), 'AWS::Logs::LogGroup');
}

test('is encrypted with the customer key and kept for the given days', () => {
  expect(logGroup('retain').Properties).toMatchObject({
    LogGroupName: '/llmops/support/dev',
    RetentionInDays: 365,
    KmsKeyId: keyArn,
  });
});

test('masks personal data and credentials', () => {
  const [count, mask] = [0, 1].map((index) =>
    at(logGroup('retain').Properties, 'DataProtectionPolicy', 'Statement', index),
  );
  const masked = ['Address', 'AwsSecretKey', 'CreditCardNumber', 'EmailAddress', 'Name'].map(
    (name) => `arn:aws:dataprotection::aws:data-identifier/${name}`,
  );
  expect(count).toEqual({ Sid: 'Count', DataIdentifier: masked, Operation: { Audit: { FindingsDestination: {} } } });
  expect(mask).toEqual({ Sid: 'Mask', DataIdentifier: masked, Operation: { Deidentify: { MaskConfig: {} } } });
});

test('has the deletion policy of the retention', () => {
  expect(logGroup('retain').DeletionPolicy).toBe('RetainExceptOnCreate');
  expect(logGroup('destroy').DeletionPolicy).toBe('Delete');
});
