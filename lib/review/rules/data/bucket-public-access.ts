import { propertyRule } from '../../property-rule';

/** Set the four settings of PublicAccessBlockConfiguration to true: one policy or ACL makes documents and weights public. */
export const bucketPublicAccess = propertyRule(
  {
    code: 'BucketPublicAccess',
    family: 'data',
    pack: 'baseline',
    safeguard: 'boundary',
    securityHub: ['S3.2', 'S3.3', 'S3.8'],
    rationale: 'One policy or ACL makes documents and weights public.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::S3::Bucket'],
      path: 'PublicAccessBlockConfiguration.BlockPublicAcls',
      must: { is: [true] },
    },
    {
      types: ['AWS::S3::Bucket'],
      path: 'PublicAccessBlockConfiguration.BlockPublicPolicy',
      must: { is: [true] },
    },
    {
      types: ['AWS::S3::Bucket'],
      path: 'PublicAccessBlockConfiguration.IgnorePublicAcls',
      must: { is: [true] },
    },
    {
      types: ['AWS::S3::Bucket'],
      path: 'PublicAccessBlockConfiguration.RestrictPublicBuckets',
      must: { is: [true] },
    },
  ],
);
