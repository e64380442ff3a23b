import { propertyRule } from '../../property-rule';

/** Set CustomerEncryptionKeyArn: flows hold prompts and what the company knows. */
export const flowKey = propertyRule(
  {
    code: 'FlowKey',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Flows hold prompts and what the company knows.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-flow.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::Flow'],
      path: 'CustomerEncryptionKeyArn',
      must: { set: true },
    },
  ],
);
