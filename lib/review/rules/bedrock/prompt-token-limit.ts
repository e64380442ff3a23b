import { propertyRule } from '../../property-rule';

/** Set MaxTokens of the inference configuration: one question costs what the longest answer of the model costs. */
export const promptTokenLimit = propertyRule(
  {
    code: 'PromptTokenLimit',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'consumption',
    rationale: 'One question costs what the longest answer of the model costs.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-prompt.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::Prompt'],
      path: 'Variants.*.InferenceConfiguration.Text.MaxTokens',
      must: { set: true },
    },
  ],
);
