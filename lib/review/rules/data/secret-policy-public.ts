import { propertyRule } from '../../property-rule';

/** Set BlockPublicPolicy to true: one wildcard gives the secret to everybody. */
export const secretPolicyPublic = propertyRule(
  {
    code: 'SecretPolicyPublic',
    family: 'data',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'One wildcard gives the secret to everybody.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-resourcepolicy.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SecretsManager::ResourcePolicy'],
      path: 'BlockPublicPolicy',
      must: { is: [true] },
    },
  ],
);
