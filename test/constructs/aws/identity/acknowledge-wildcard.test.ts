import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { acknowledgeGrant, acknowledgeWildcard } from '../../../../constructs/aws/identity/acknowledge-wildcard';
import { testStack } from '../../../helpers/aws-app';

function acknowledged(resource: (role: iam.Role) => string): string {
  const stack = testStack();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
  acknowledgeWildcard(role, resource(role), 'because');
  return JSON.stringify(role.node.metadata);
}

test('acknowledges the finding on a pattern, with the reason', () => {
  const metadata = acknowledged(() => 'arn:aws:s3:::bucket/*');
  expect(metadata).toContain('AwsSolutions-IAM5[Resource::arn:aws:s3:::bucket/*]');
  expect(metadata).toContain('because');
});

test('writes references as cdk-nag does', () => {
  expect(acknowledged((role) => `${role.roleArn}/*`)).toMatch(/Resource::<Role[0-9A-F]{8}\.Arn>\/\*/);
});

test('writes the partition of an app without literals as a reference', () => {
  const stack = new Stack();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
  acknowledgeWildcard(role, `arn:${stack.partition}:s3:::bucket/*`, 'because');
  expect(JSON.stringify(role.node.metadata)).toContain('Resource::arn:<AWS::Partition>:s3:::bucket/*');
});

test('what is granted to a role is acknowledged on it, and a principal that is no role has no finding', () => {
  const stack = testStack();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
  acknowledgeGrant(role, 'arn:aws:s3:::bucket/*', 'because');
  expect(JSON.stringify(role.node.metadata)).toContain('Resource::arn:aws:s3:::bucket/*');
  expect(() => {
    acknowledgeGrant(new iam.AccountRootPrincipal(), 'arn:aws:s3:::bucket/*', 'because');
  }).not.toThrow();
});
