import { propertyRule } from '../../property-rule';

/** Set KmsKeyId: other accounts cannot be given the secret, and nobody here can revoke the key. */
export const secretKey = propertyRule(
  {
    code: 'SecretKey',
    family: 'data',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Other accounts cannot be given the secret, and nobody here can revoke the key.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SecretsManager::Secret'],
      path: 'KmsKeyId',
      must: { set: true },
    },
  ],
);
