import { propertyRule } from '../../property-rule';

/** Set CustomerEncryptionKeyArn: prompts hold what the company knows. */
export const promptKey = propertyRule(
  {
    code: 'PromptKey',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Prompts hold what the company knows.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-prompt.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::Prompt'],
      path: 'CustomerEncryptionKeyArn',
      must: { set: true },
    },
  ],
);
