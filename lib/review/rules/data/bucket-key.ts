import { propertyRule } from '../../property-rule';

/** Set SSEAlgorithm to aws:kms and KMSMasterKeyID in BucketEncryption: documents and weights have a key that nobody here can revoke. */
export const bucketKey = propertyRule(
  {
    code: 'BucketKey',
    family: 'data',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['S3.17'],
    rationale: 'Documents and weights have a key that nobody here can revoke.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::S3::Bucket'],
      path: 'BucketEncryption',
      must: { set: true },
    },
    {
      types: ['AWS::S3::Bucket'],
      path: 'BucketEncryption.ServerSideEncryptionConfiguration.*.ServerSideEncryptionByDefault.SSEAlgorithm',
      must: { is: ['aws:kms', 'aws:kms:dsse'] },
    },
    {
      types: ['AWS::S3::Bucket'],
      path: 'BucketEncryption.ServerSideEncryptionConfiguration.*.ServerSideEncryptionByDefault.KMSMasterKeyID',
      must: { set: true },
    },
  ],
);
