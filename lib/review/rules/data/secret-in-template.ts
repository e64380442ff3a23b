import { propertyRule } from '../../property-rule';

/** Use GenerateSecretString, or write the value after the deployment: whoever reads the template, the repository or a change set has the secret. */
export const secretInTemplate = propertyRule(
  {
    code: 'SecretInTemplate',
    family: 'data',
    pack: 'baseline',
    safeguard: 'secrets',
    rationale: 'Whoever reads the template, the repository or a change set has the secret.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SecretsManager::Secret'],
      path: 'SecretString',
      must: { absent: true },
    },
  ],
);
