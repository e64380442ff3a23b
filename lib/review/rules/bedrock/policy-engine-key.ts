import { propertyRule } from '../../property-rule';

/** Set EncryptionKeyArn: the data has a key that nobody here can revoke. */
export const policyEngineKey = propertyRule(
  {
    code: 'PolicyEngineKey',
    family: 'bedrock',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'The data has a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-policyengine.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::PolicyEngine'],
      path: 'EncryptionKeyArn',
      must: { set: true },
    },
  ],
);
