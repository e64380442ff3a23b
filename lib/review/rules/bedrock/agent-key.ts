import { propertyRule } from '../../property-rule';

/** Set CustomerEncryptionKeyArn: instructions and sessions of the agent have a key that nobody here can revoke. */
export const agentKey = propertyRule(
  {
    code: 'AgentKey',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Instructions and sessions of the agent have a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agent.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::Agent'],
      path: 'CustomerEncryptionKeyArn',
      must: { set: true },
    },
  ],
);
