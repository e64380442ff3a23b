import { ownKey } from '../../../../constructs/aws/encryption/own-key';
import { onlyResource, templateOf, testStack } from '../../../helpers/aws-app';

test.each([
  ['retain', 'RetainExceptOnCreate', 30],
  ['destroy', 'Delete', 7],
] as const)('the key of a construct is kept as long as its data: %s', (retention, policy, days) => {
  const stack = testStack();
  ownKey(stack, retention);
  expect(onlyResource(templateOf(stack), 'AWS::KMS::Key')).toMatchObject({
    DeletionPolicy: policy,
    Properties: { EnableKeyRotation: true, PendingWindowInDays: days },
  });
});
