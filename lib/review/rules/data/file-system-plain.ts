import { propertyRule } from '../../property-rule';

/** Set Encrypted to true and KmsKeyId: weights and data sets lie in clear text. */
export const fileSystemPlain = propertyRule(
  {
    code: 'FileSystemPlain',
    family: 'data',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['EFS.1'],
    rationale: 'Weights and data sets lie in clear text.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::EFS::FileSystem'],
      path: 'Encrypted',
      must: { is: [true] },
    },
    {
      types: ['AWS::EFS::FileSystem'],
      path: 'KmsKeyId',
      must: { set: true },
    },
    {
      types: ['AWS::FSx::FileSystem'],
      path: 'KmsKeyId',
      must: { set: true },
    },
  ],
);
