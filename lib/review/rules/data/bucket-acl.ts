import { propertyRule } from '../../property-rule';

/** Set ObjectOwnership to BucketOwnerEnforced, and leave out AccessControl: an object of another account is not yours. */
export const bucketAcl = propertyRule(
  {
    code: 'BucketAcl',
    family: 'data',
    pack: 'production',
    safeguard: 'least-privilege',
    securityHub: ['S3.12'],
    rationale: 'An object of another account is not yours.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::S3::Bucket'],
      path: 'OwnershipControls.Rules.*.ObjectOwnership',
      must: { is: ['BucketOwnerEnforced'] },
    },
    {
      types: ['AWS::S3::Bucket'],
      path: 'AccessControl',
      must: { isNot: ['PublicRead', 'PublicReadWrite', 'AuthenticatedRead'] },
    },
  ],
);
