import { RemovalPolicy } from 'aws-cdk-lib';
import { removalPolicyOf } from '../../../../constructs/aws/retention/data-retention';

test('retained data stays when its stack is deleted', () => {
  expect(removalPolicyOf('retain')).toBe(RemovalPolicy.RETAIN);
  expect(removalPolicyOf('destroy')).toBe(RemovalPolicy.DESTROY);
});
