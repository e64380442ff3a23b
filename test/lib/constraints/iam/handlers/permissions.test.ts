import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { additions } from '../../../../../lib/constraints/iam/handlers/additions';
import { configured } from '../../../../../lib/constraints/iam/handlers/configured';
import { handlerPermissions } from '../../../../../lib/constraints/iam/handlers/permissions';
import type { Operation } from '../../../../../lib/constraints/iam/handlers/rows';
import {
  arnOfShape,
  handledTypes,
  isHandled,
  placesOf,
  publishedActions,
  shapesOf,
} from '../../../../../lib/constraints/iam/handlers/rows';
import { handlerActions } from '../../../../../lib/local/aws/iam/handler-actions';

const operations: readonly Operation[] = ['create', 'read', 'update', 'delete'];
const root = join(__dirname, '../../../../..');

test('every type that the reference platform declares has a row', () => {
  const declared = readFileSync(join(root, 'test/stacks/addresses.txt'), 'utf8').match(/AWS::\w+::\w+/g) ?? [];
  expect(declared.length).toBeGreaterThan(100);
  expect([...new Set(declared)].filter((type) => !isHandled(type))).toEqual([]);
});

test('every type is a resource of the reference, or a part of one, and every action is granted on known shapes', () => {
  for (const type of handledTypes()) expect(placesOf(type).length).toBeGreaterThan(0);
  const actions = handledTypes().flatMap((type) =>
    operations.flatMap((operation) => publishedActions(type, operation)),
  );
  const shapes = new Set(actions.flatMap((action) => (shapesOf(action) === 'other' ? [] : shapesOf(action))));
  expect([...shapes].filter((shape) => arnOfShape(shape) === undefined)).toEqual([]);
});

test('a condition is about an action that the handlers of its type have', () => {
  const published = (type: string) => operations.flatMap((operation) => publishedActions(type, operation));
  const stray = Object.entries(configured).flatMap(([type, actions]) =>
    Object.keys(actions)
      .filter((action) => !published(type).includes(action))
      .map((action) => `${type} ${action}`),
  );
  expect(stray).toEqual([]);
});

test('an addition is not in the published handlers, and has a dated source', () => {
  for (const [type, added] of Object.entries(additions)) {
    for (const { operations: of, actions, source } of added) {
      expect(source.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
      for (const operation of of)
        expect(actions.every((action) => publishedActions(type, operation).includes(action))).toBe(false);
    }
  }
});

const bucket = { BucketName: 'notes' };
test.each<[string, Readonly<Record<string, string>>, string, boolean]>([
  ['AWS::S3::Bucket', bucket, 's3:CreateBucket', true],
  ['AWS::S3::Bucket', bucket, 's3:PutBucketCORS', false],
  ['AWS::S3::Bucket', { ...bucket, CorsConfiguration: 'any' }, 's3:PutBucketCORS', true],
  ['AWS::S3::Bucket', bucket, 's3:DeleteObject', false],
  ['AWS::S3::Bucket', bucket, 's3:PutBucketTagging', false],
  ['AWS::S3::Bucket', { ...bucket, Tags: 'any' }, 's3:PutBucketTagging', true],
  ['AWS::S3::Bucket', bucket, 's3:GetBucketCORS', true],
  ['AWS::IAM::Policy', { Roles: 'any' }, 'iam:PutRolePolicy', true],
  ['AWS::IAM::Policy', { Roles: 'any' }, 'iam:PutUserPolicy', false],
  [
    'AWS::ApplicationAutoScaling::ScalableTarget',
    { ServiceNamespace: 'sagemaker' },
    'sagemaker:DescribeEndpointConfig',
    true,
  ],
  [
    'AWS::ApplicationAutoScaling::ScalableTarget',
    { ServiceNamespace: 'dynamodb' },
    'sagemaker:DescribeEndpointConfig',
    false,
  ],
  [
    'AWS::ApplicationAutoScaling::ScalableTarget',
    { ServiceNamespace: 'sagemaker' },
    'lambda:PutProvisionedConcurrencyConfig',
    false,
  ],
  ['AWS::Logs::LogGroup', {}, 'logs:PutRetentionPolicy', false],
  ['AWS::Logs::LogGroup', { RetentionInDays: '30' }, 'logs:PutRetentionPolicy', true],
  ['AWS::ECR::PullThroughCacheRule', {}, 'iam:PassRole', false],
  ['AWS::ECR::RepositoryCreationTemplate', {}, 'iam:CreateServiceLinkedRole', true],
  ['AWS::ECR::RepositoryCreationTemplate', { CustomRoleArn: 'any' }, 'iam:CreateServiceLinkedRole', false],
  ['AWS::ECR::RepositoryCreationTemplate', { CustomRoleArn: 'any' }, 'iam:PassRole', true],
  ['AWS::DynamoDB::Table', {}, 'dynamodb:GetItem', false],
])('to create %s with %j needs %s: %s', (type, properties, action, needed) => {
  expect(handlerPermissions({ type, properties }, 'create')?.includes(action)).toBe(needed);
});

test('what is created is read, what is deleted is looked for, and an unknown type has no answer', () => {
  const topic = { type: 'AWS::SNS::Topic', properties: {} };
  expect(handlerPermissions(topic, 'create')).toContain('sns:ListSubscriptionsByTopic');
  expect(handlerPermissions(topic, 'delete')).toContain('sns:ListSubscriptionsByTopic');
  expect(handlerPermissions(topic, 'delete')).not.toContain('sns:CreateTopic');
  expect(handlerPermissions({ type: 'Acme::Own::Type', properties: {} }, 'create')).toBeUndefined();
});

// The local cloud asks for the main action of a type from rows of its own, which another generator wrote from the same schemas.
test('the main actions of the local cloud are among the permissions of the handlers', () => {
  const missing = handledTypes().flatMap((type) =>
    (['create', 'update', 'delete'] as const).flatMap((operation) => {
      const action = handlerActions(type)?.main[operation];
      const known = [
        ...publishedActions(type, operation),
        ...(additions[type] ?? []).flatMap(({ actions }) => actions),
      ];
      return action === undefined || known.includes(action) ? [] : [`${type} ${operation} ${action}`];
    }),
  );
  expect(missing).toEqual([]);
});
