import { propertyRule } from '../../property-rule';

/** Set PolicyEngineConfiguration with Mode ENFORCE: a prompt that is injected calls every tool of the gateway. */
export const gatewayWithoutPolicies = propertyRule(
  {
    code: 'GatewayWithoutPolicies',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'A prompt that is injected calls every tool of the gateway.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-gateway.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Gateway'],
      path: 'PolicyEngineConfiguration',
      must: { set: true },
    },
  ],
);
