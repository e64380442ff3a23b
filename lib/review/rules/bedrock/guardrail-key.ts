import { propertyRule } from '../../property-rule';

/** Set KmsKeyArn: its topics and words tell what the company forbids. */
export const guardrailKey = propertyRule(
  {
    code: 'GuardrailKey',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Its topics and words tell what the company forbids.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-guardrail.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::Guardrail'],
      path: 'KmsKeyArn',
      must: { set: true },
    },
  ],
);
