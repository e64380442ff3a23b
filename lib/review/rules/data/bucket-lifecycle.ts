import { propertyRule } from '../../property-rule';

/** Set rules of LifecycleConfiguration, for old versions and incomplete uploads too: data is kept longer than its purpose, and is paid for. */
export const bucketLifecycle = propertyRule(
  {
    code: 'BucketLifecycle',
    family: 'data',
    pack: 'production',
    safeguard: 'retention',
    securityHub: ['S3.10', 'S3.13'],
    rationale: 'Data is kept longer than its purpose, and is paid for.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::S3::Bucket'],
      path: 'LifecycleConfiguration.Rules',
      must: { set: true },
    },
  ],
);
