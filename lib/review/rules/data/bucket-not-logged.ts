import { propertyRule } from '../../property-rule';

/** Set LoggingConfiguration: nobody can see who read documents and weights. */
export const bucketNotLogged = propertyRule(
  {
    code: 'BucketNotLogged',
    family: 'data',
    pack: 'regulated',
    safeguard: 'logging',
    securityHub: ['S3.9'],
    rationale: 'Nobody can see who read documents and weights.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::S3::Bucket'],
      path: 'LoggingConfiguration',
      must: { set: true },
    },
  ],
);
