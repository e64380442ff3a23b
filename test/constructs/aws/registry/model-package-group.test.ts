import { ModelPackageGroup } from '../../../../constructs/aws/registry/model-package-group';
import { at, onlyResource, templateOf, testStack } from '../../../helpers/aws-app';

function group(consumerAccounts: readonly string[], dataRetention: 'retain' | 'destroy' = 'retain') {
  const stack = testStack();
  new ModelPackageGroup(stack, 'Group', {
    groupName: 'support-dev-chat',
    description: 'versions of chat',
    consumerAccounts,
    dataRetention,
  });
  return onlyResource(templateOf(stack), 'AWS::SageMaker::ModelPackageGroup');
}

test('has name and description of its props, and the deletion policy of the retention', () => {
  expect(group([])).toMatchObject({
    Properties: {
      ModelPackageGroupName: 'support-dev-chat',
      ModelPackageGroupDescription: 'versions of chat',
    },
    DeletionPolicy: 'RetainExceptOnCreate',
  });
  expect(group([], 'destroy').DeletionPolicy).toBe('Delete');
});

test('consumer accounts deploy versions and cannot approve them', () => {
  const principals = { AWS: ['arn:aws:iam::222222222222:root', 'arn:aws:iam::333333333333:root'] };
  const arn = 'arn:aws:sagemaker:eu-central-1:111111111111';
  expect(at(group(['222222222222', '333333333333']).Properties, 'ModelPackageGroupPolicy', 'Statement')).toEqual([
    {
      Sid: 'ReadGroup',
      Effect: 'Allow',
      Principal: principals,
      Action: 'sagemaker:DescribeModelPackageGroup',
      Resource: expect.stringMatching(/:model-package-group\/support-dev-chat$/) as unknown,
    },
    {
      Sid: 'DeployVersions',
      Effect: 'Allow',
      Principal: principals,
      Action: ['sagemaker:CreateModel', 'sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'],
      Resource: `${arn}:model-package/support-dev-chat/*`,
    },
  ]);
});

test('a group without consumers has no policy, which may not be empty', () => {
  expect(group([]).Properties).not.toHaveProperty('ModelPackageGroupPolicy');
});
