import { propertyRule } from '../../property-rule';

/** Set EncryptionKeyArn: sessions hold conversations. */
export const agentSessionKey = propertyRule(
  {
    code: 'AgentSessionKey',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Sessions hold conversations.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-session.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::Session'],
      path: 'EncryptionKeyArn',
      must: { set: true },
    },
  ],
);
