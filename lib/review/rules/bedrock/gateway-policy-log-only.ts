import { propertyRule } from '../../property-rule';

/** Set Mode to ENFORCE: every tool can be called whatever the policies say. */
export const gatewayPolicyLogOnly = propertyRule(
  {
    code: 'GatewayPolicyLogOnly',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'Every tool can be called whatever the policies say.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-gateway.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Gateway'],
      path: 'PolicyEngineConfiguration.Mode',
      must: { isNot: ['LOG_ONLY'] },
    },
    {
      types: ['AWS::BedrockAgentCore::Policy'],
      path: 'EnforcementMode',
      must: { isNot: ['LOG_ONLY'] },
    },
  ],
);
