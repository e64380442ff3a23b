import { propertyRule } from '../../property-rule';

/** Set ObjectLockEnabled to true: evidence and corpora can be changed by whoever may write. */
export const bucketObjectLock = propertyRule(
  {
    code: 'BucketObjectLock',
    family: 'data',
    pack: 'regulated',
    safeguard: 'integrity',
    securityHub: ['S3.15'],
    rationale: 'Evidence and corpora can be changed by whoever may write.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::S3::Bucket'],
      path: 'ObjectLockEnabled',
      must: { is: [true] },
    },
  ],
);
