import { RemovalPolicy } from 'aws-cdk-lib';
import { removalPolicyOf } from '../../../../constructs/aws/retention/data-retention';

test('retained data stays when its stack is deleted, but not when its creation is rolled back', () => {
  expect(removalPolicyOf('retain')).toBe(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  expect(removalPolicyOf('destroy')).toBe(RemovalPolicy.DESTROY);
});
