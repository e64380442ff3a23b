import type { EncryptionKeyProps } from '../../../../constructs/aws/encryption/encryption-key';
import { EncryptionKey } from '../../../../constructs/aws/encryption/encryption-key';
import type { TemplateJson } from '../../../helpers/aws-app';
import { at, listAt, onlyResource, templateOf, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

function synthesize(props: Partial<EncryptionKeyProps> = {}): TemplateJson {
  const stack = testStack();
  new EncryptionKey(stack, 'Key', {
    keyAlias: 'alias/support-dev',
    rotationDays: 90,
    dataRetention: 'retain',
    ...props,
  });
  return templateOf(stack);
}

const template = synthesize();

test('rotates and has its alias', () => {
  expect(onlyResource(template, 'AWS::KMS::Key').Properties).toMatchObject({
    Description: 'data of support-dev',
    EnableKeyRotation: true,
    RotationPeriodInDays: 90,
  });
  expect(onlyResource(template, 'AWS::KMS::Alias').Properties.AliasName).toBe('alias/support-dev');
});

test('can be restored for 30 days when data is retained, for 7 otherwise', () => {
  expect(onlyResource(template, 'AWS::KMS::Key')).toMatchObject({
    Properties: { PendingWindowInDays: 30 },
    DeletionPolicy: 'RetainExceptOnCreate',
  });
  expect(onlyResource(synthesize({ dataRetention: 'destroy' }), 'AWS::KMS::Key')).toMatchObject({
    Properties: { PendingWindowInDays: 7 },
    DeletionPolicy: 'Delete',
  });
});

test('services use it for resources of this account only', () => {
  const services = statementsOf(template).filter((statement) => statement.services.length > 0);
  expect(services.map(({ services: [service], condition }) => [service, condition])).toEqual([
    [
      'logs.eu-central-1.amazonaws.com',
      {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-central-1:111111111111:log-group:*',
        },
      },
    ],
    ['cloudwatch.amazonaws.com', { StringEquals: { 'aws:SourceAccount': '111111111111' } }],
    [
      'indexing.s3vectors.amazonaws.com',
      {
        StringEquals: { 'aws:SourceAccount': '111111111111' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:s3vectors:eu-central-1:111111111111:bucket/*' },
        'ForAnyValue:StringEquals': {
          'kms:EncryptionContextKeys': ['aws:s3vectors:arn', 'aws:s3vectors:resource-id'],
        },
      },
    ],
  ]);
});

test('alarms and indexing get no more than they need', () => {
  const [, alarms, indexing] = statementsOf(template).filter((statement) => statement.services.length > 0);
  expect(alarms?.actions).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
  expect(indexing?.actions).toEqual(['kms:Decrypt']);
});

test('the account may grant named actions, and none is a pattern', () => {
  const [account] = listAt(onlyResource(template, 'AWS::KMS::Key').Properties, 'KeyPolicy', 'Statement');
  expect(at(account, 'Principal')).toEqual({ AWS: 'arn:aws:iam::111111111111:root' });
  expect(listAt(account, 'Action').filter((action) => String(action).includes('*'))).toEqual([]);
  expect(listAt(account, 'Action')).toEqual(expect.arrayContaining(['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion']));
});

test('reader accounts decrypt through S3 of the region only', () => {
  const shared = synthesize({ readerAccounts: ['222222222222'] });
  expect(listAt(onlyResource(shared, 'AWS::KMS::Key').Properties, 'KeyPolicy', 'Statement').at(-1)).toEqual({
    Sid: 'PromotedEnvironments',
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::222222222222:root' },
    Action: ['kms:Decrypt', 'kms:DescribeKey'],
    Resource: '*',
    Condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
  });
  expect(JSON.stringify(template)).not.toContain('PromotedEnvironments');
});
