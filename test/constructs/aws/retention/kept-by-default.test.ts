import type { Stack } from 'aws-cdk-lib';
import {
  ArtifactStore,
  EncryptionKey,
  ImageRepository,
  ModelPackageGroup,
  PrivateBucket,
  PrivateNetwork,
  PromptLogGroup,
  ReleaseTable,
  S3VectorStore,
} from '../../../../constructs/aws';
import { keptByDefault } from '../../../../constructs/aws/retention/kept-by-default';
import { dataRetention, logRetentionDays } from '../../../../lib/plan/retention';
import { resourcesOf, templateOf, testStack } from '../../../helpers/aws-app';
import { resolvedPlatform } from '../../../helpers/platform';

/** Each construct that keeps data, with its required props. */
const constructs: Readonly<Record<string, (stack: Stack) => unknown>> = {
  'AWS::KMS::Key': (stack) => new EncryptionKey(stack, 'It'),
  'AWS::S3::Bucket': (stack) => new PrivateBucket(stack, 'It'),
  'AWS::ECR::Repository': (stack) => new ImageRepository(stack, 'It'),
  'AWS::DynamoDB::Table': (stack) => new ReleaseTable(stack, 'It'),
  'AWS::S3Vectors::VectorBucket': (stack) => new S3VectorStore(stack, 'It', { dimension: 512 }),
  'AWS::Logs::LogGroup': (stack) => new PromptLogGroup(stack, 'It', { logGroupName: '/llmops/it' }),
  'AWS::SageMaker::ModelPackageGroup': (stack) =>
    new ModelPackageGroup(stack, 'It', { groupName: 'it', description: 'versions of it' }),
};

test.each(Object.entries(constructs))('%s is kept, with a key that is kept as well', (type, make) => {
  const stack = testStack();
  make(stack);
  const template = templateOf(stack);
  const kept = [...resourcesOf(template, type), ...resourcesOf(template, 'AWS::KMS::Key')];
  expect(kept.map(([, { DeletionPolicy }]) => DeletionPolicy)).toEqual(kept.map(() => 'RetainExceptOnCreate'));
  // A model package group holds no data of its own.
  expect(kept).toHaveLength(type === 'AWS::KMS::Key' || type === 'AWS::SageMaker::ModelPackageGroup' ? kept.length : 2);
});

test('an artifact store needs no name', () => {
  const stack = testStack();
  new ArtifactStore(stack, 'It');
  expect(resourcesOf(templateOf(stack), 'AWS::S3::Bucket')[0]?.[1].Properties).not.toHaveProperty('BucketName');
});

test('a network keeps its flow logs and looks nothing up', () => {
  const stack = testStack();
  new PrivateNetwork(stack, 'It', {
    cidr: '10.40.0.0/16',
    availabilityZones: ['eu-central-1a', 'eu-central-1b'],
    interfaceEndpoints: ['logs'],
  });
  const template = templateOf(stack);
  expect(resourcesOf(template, 'AWS::Logs::LogGroup')[0]?.[1]).toMatchObject({
    Properties: { RetentionInDays: 365 },
    DeletionPolicy: 'RetainExceptOnCreate',
  });
  // The zones of the stack are those of the account again, which a look-up of the CDK answers.
  expect(Object.hasOwn(stack, 'availabilityZones')).toBe(false);
});

test('the defaults are those of the planner for production', () => {
  expect(keptByDefault).toEqual({
    dataRetention: dataRetention('production').value,
    logRetentionDays: logRetentionDays(resolvedPlatform(), 'production').value,
  });
});
