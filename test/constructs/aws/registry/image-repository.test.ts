import { ImageRepository } from '../../../../constructs/aws/registry/image-repository';
import type { DataRetention } from '../../../../constructs/aws/retention/data-retention';
import { at, keyArn, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';

function repository(dataRetention: DataRetention, consumerAccounts?: readonly string[]) {
  const stack = testStack();
  new ImageRepository(stack, 'Images', {
    repositoryName: 'support/dev',
    encryptionKey: testKey(stack),
    dataRetention,
    ...(consumerAccounts === undefined ? {} : { consumerAccounts }),
  });
  return onlyResource(templateOf(stack), 'AWS::ECR::Repository');
}

test('has immutable tags, a scan on push and the customer key', () => {
  expect(repository('retain').Properties).toMatchObject({
    RepositoryName: 'support/dev',
    ImageTagMutability: 'IMMUTABLE',
    ImageScanningConfiguration: { ScanOnPush: true },
    EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey: keyArn },
  });
});

test('deletes images without a tag after the days of its prop, and never without it', () => {
  const stack = testStack();
  new ImageRepository(stack, 'Images', {
    repositoryName: 'support/dev',
    encryptionKey: testKey(stack),
    dataRetention: 'retain',
    untaggedImageDays: 30,
  });
  const { Properties } = onlyResource(templateOf(stack), 'AWS::ECR::Repository');
  expect(JSON.parse(String(at(Properties, 'LifecyclePolicy', 'LifecyclePolicyText')))).toMatchObject({
    rules: [
      {
        selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countNumber: 30, countUnit: 'days' },
        action: { type: 'expire' },
      },
    ],
  });
  expect(repository('retain').Properties).not.toHaveProperty('LifecyclePolicy');
});

test('is deleted with its images only when data may be destroyed', () => {
  expect(repository('destroy')).toMatchObject({ Properties: { EmptyOnDelete: true }, DeletionPolicy: 'Delete' });
  expect(repository('retain')).toMatchObject({
    Properties: { EmptyOnDelete: false },
    DeletionPolicy: 'RetainExceptOnCreate',
  });
});

test('consumer accounts pull and do not push', () => {
  expect(at(repository('retain', ['222222222222']).Properties, 'RepositoryPolicyText', 'Statement')).toEqual([
    {
      Sid: 'PullFromPromotedEnvironments',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::222222222222:root' },
      Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    },
  ]);
  expect(repository('retain').Properties).not.toHaveProperty('RepositoryPolicyText');
});
