import { propertyRule } from '../../property-rule';

/** Set Status of VersioningConfiguration to Enabled: documents and weights that are overwritten are lost. */
export const bucketUnversioned = propertyRule(
  {
    code: 'BucketUnversioned',
    family: 'data',
    pack: 'production',
    safeguard: 'recovery',
    securityHub: ['S3.14'],
    rationale: 'Documents and weights that are overwritten are lost.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::S3::Bucket'],
      path: 'VersioningConfiguration.Status',
      must: { is: ['Enabled'] },
    },
  ],
);
