import { propertyRule } from '../../property-rule';

/** Set KmsKeyArn: the data has a key that nobody here can revoke. */
export const gatewayKey = propertyRule(
  {
    code: 'GatewayKey',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['BedrockAgentCore.4'],
    rationale: 'The data has a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Gateway'],
      path: 'KmsKeyArn',
      must: { set: true },
    },
  ],
);
