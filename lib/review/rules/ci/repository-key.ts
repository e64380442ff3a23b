import { propertyRule } from '../../property-rule';

/** Set EncryptionType of EncryptionConfiguration to KMS, and KmsKey: nobody here can revoke the key. */
export const repositoryKey = propertyRule(
  {
    code: 'RepositoryKey',
    family: 'ci',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['ECR.5'],
    rationale: 'Nobody here can revoke the key.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::ECR::Repository'],
      path: 'EncryptionConfiguration.EncryptionType',
      must: { is: ['KMS', 'KMS_DSSE'] },
    },
    {
      types: ['AWS::ECR::Repository'],
      path: 'EncryptionConfiguration.KmsKey',
      must: { set: true },
    },
  ],
);
