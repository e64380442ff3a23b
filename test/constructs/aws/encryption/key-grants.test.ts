import { EncryptionKey } from '../../../../constructs/aws';
import { templateOf, testStack } from '../../../helpers/aws-app';
import { granted, grantedActions, grantee } from '../../../helpers/granted';

test('who decrypts does not encrypt, and no action has a wildcard', () => {
  const stack = testStack();
  const key = new EncryptionKey(stack, 'Key');
  key.grants.decrypt(grantee(stack));
  const template = templateOf(stack);
  expect(grantedActions(template)).toEqual(['kms:Decrypt', 'kms:DescribeKey']);
  expect(granted(template).map(({ resources }) => resources)).toEqual([[stack.resolve(key.keyArn)]]);
});

test('who encrypts may decrypt', () => {
  const stack = testStack();
  new EncryptionKey(stack, 'Key').grants.encryptDecrypt(grantee(stack));
  expect(grantedActions(templateOf(stack))).toEqual(expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey']));
});
