import type { DataRetention } from '../../../../constructs/aws/retention/data-retention';
import { PrivateBucket } from '../../../../constructs/aws/storage/private-bucket';
import type { TemplateJson } from '../../../helpers/aws-app';
import { keyArn, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

function synthesize(dataRetention: DataRetention, readers: readonly string[] = []): TemplateJson {
  const stack = testStack();
  const bucket = new PrivateBucket(stack, 'Bucket', {
    bucketName: 'documents',
    encryptionKey: testKey(stack),
    dataRetention,
  });
  bucket.allowReadFrom(readers, ['models/', 'candidates/']);
  return templateOf(stack);
}

const template = synthesize('retain');

test('is versioned, encrypted with the customer key and never public', () => {
  expect(onlyResource(template, 'AWS::S3::Bucket').Properties).toMatchObject({
    BucketName: 'documents',
    VersioningConfiguration: { Status: 'Enabled' },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          BucketKeyEnabled: true,
          ServerSideEncryptionByDefault: { KMSMasterKeyID: keyArn, SSEAlgorithm: 'aws:kms' },
        },
      ],
    },
  });
});

test('denies requests without TLS 1.2', () => {
  const denials = statementsOf(template).filter(({ effect }) => effect === 'Deny');
  expect(denials.map(({ actions, condition }) => [actions, condition])).toEqual([
    [['s3:*'], { Bool: { 'aws:SecureTransport': 'false' } }],
    [['s3:*'], { NumericLessThan: { 's3:TlsVersion': 1.2 } }],
  ]);
});

test('keeps superseded versions for 90 days and cleans up unfinished uploads', () => {
  expect(onlyResource(template, 'AWS::S3::Bucket').Properties.LifecycleConfiguration).toMatchObject({
    Rules: [
      {
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        NoncurrentVersionExpiration: { NoncurrentDays: 90 },
        Status: 'Enabled',
      },
    ],
  });
});

test('has no function that empties it, and its deletion policy follows the retention', () => {
  expect(Object.values(template.Resources).map(({ Type }) => Type)).toEqual([
    'AWS::S3::Bucket',
    'AWS::S3::BucketPolicy',
  ]);
  expect(onlyResource(template, 'AWS::S3::Bucket').DeletionPolicy).toBe('RetainExceptOnCreate');
  expect(onlyResource(synthesize('destroy'), 'AWS::S3::Bucket').DeletionPolicy).toBe('Delete');
});

test('other accounts read and list the given prefixes and nothing else', () => {
  const allowed = statementsOf(synthesize('retain', ['222222222222'])).filter(({ effect }) => effect === 'Allow');
  const arn = { 'Fn::GetAtt': [expect.stringContaining('Bucket'), 'Arn'] };
  expect(allowed.map(({ actions, resources, condition }) => [actions, resources, condition])).toEqual([
    [
      ['s3:GetObject', 's3:GetObjectVersion'],
      [{ 'Fn::Join': ['', [arn, '/candidates/*']] }, { 'Fn::Join': ['', [arn, '/models/*']] }],
      undefined,
    ],
    [['s3:ListBucket'], [arn], { StringLike: { 's3:prefix': ['models/*', 'candidates/*'] } }],
  ]);
  expect(statementsOf(template).filter(({ effect }) => effect === 'Allow')).toEqual([]);
});
