import { ModelPackageGroup } from '../../../../constructs/aws';
import { templateOf, testStack } from '../../../helpers/aws-app';
import { granted, grantedActions, grantee } from '../../../helpers/granted';

test.each([
  ['read', 'sagemaker:ListModelPackages'],
  ['register', 'sagemaker:CreateModelPackage'],
  ['approve', 'sagemaker:UpdateModelPackage'],
] as const)('who may %s may %s, of this group only', (right, action) => {
  const stack = testStack();
  new ModelPackageGroup(stack, 'Group', { groupName: 'Support-Chat', description: 'chat' }).grants[right](
    grantee(stack),
  );
  const template = templateOf(stack);
  expect(grantedActions(template)).toContain(action);
  const text = JSON.stringify(granted(template).flatMap(({ resources }) => resources));
  expect(text).toContain('model-package-group/support-chat');
  expect(text).toContain('model-package/support-chat/*');
});

test('who registers does not approve, of an imported group either', () => {
  const stack = testStack();
  const group = ModelPackageGroup.fromGroupName(stack, 'Group', 'support-chat');
  group.grants.register(grantee(stack));
  expect(grantedActions(templateOf(stack))).not.toContain('sagemaker:UpdateModelPackage');
  expect(stack.resolve(group.arn)).toEqual(expect.anything());
});
