import { propertyRule } from '../../property-rule';

/** Set SseType to aws:kms and KmsKeyArn: text can be recovered from vectors, and nobody here can revoke the key. */
export const vectorBucketKey = propertyRule(
  {
    code: 'VectorBucketKey',
    family: 'vector',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Text can be recovered from vectors, and nobody here can revoke the key.',
    source: {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-data-encryption.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::S3Vectors::VectorBucket'],
      path: 'EncryptionConfiguration.SseType',
      must: { is: ['aws:kms'] },
    },
    {
      types: ['AWS::S3Vectors::VectorBucket'],
      path: 'EncryptionConfiguration.KmsKeyArn',
      must: { set: true },
    },
  ],
);
